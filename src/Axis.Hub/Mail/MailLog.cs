namespace Axis.Hub.Mail;

/// <summary>Log lines of e-mail. Addresses are masked; nothing of a message is told.</summary>
internal static partial class MailLog
{
    [LoggerMessage(5100, LogLevel.Information, "Sent {Count} messages by e-mail.")]
    public static partial void Sent(ILogger log, int count);

    [LoggerMessage(5101, LogLevel.Warning, "The message {MailId} to {Recipient} cannot be delivered: {Reason}")]
    public static partial void Undeliverable(ILogger log, Guid mailId, string recipient, string reason);

    [LoggerMessage(5102, LogLevel.Warning, "The message {MailId} to {Recipient} will be tried again at {At}: {Reason}")]
    public static partial void PutOff(ILogger log, Guid mailId, string recipient, DateTimeOffset at, string reason);

    [LoggerMessage(5103, LogLevel.Warning, "The mail server is away, {Count} messages wait: {Reason}")]
    public static partial void ServerAway(ILogger log, int count, string reason);

    [LoggerMessage(5104, LogLevel.Information, "Wrote {Mails} messages about {Alerts} alerts to {Audience}.")]
    public static partial void Told(ILogger log, string audience, int alerts, int mails);

    [LoggerMessage(5105, LogLevel.Information, "Wrote {Mails} messages with the statements of run {RunId}.")]
    public static partial void StatementsWritten(ILogger log, Guid runId, int mails);

    [LoggerMessage(5107, LogLevel.Error, "Messages of the kind {Kind} to {Audience} could not be written; that is tried again, and the others are written.")]
    public static partial void NotWritten(ILogger log, string kind, string audience, Exception fault);

    [LoggerMessage(5106, LogLevel.Error, "Message {MailId} could not be made; it is tried again.")]
    public static partial void NotMade(ILogger log, Guid mailId, Exception fault);
}
