namespace Axis.Hub.Platform.Bus;

internal static partial class BusLog
{
    [LoggerMessage(3001, LogLevel.Error, "A batch of {Count} {Message} failed; each is handled alone")]
    public static partial void BatchFailed(ILogger log, string message, int count, Exception failure);

    [LoggerMessage(3002, LogLevel.Error, "A message of {Queue} was moved to the dead letters: {Reason}")]
    public static partial void MessageRefused(ILogger log, Uri queue, string reason);

    [LoggerMessage(3003, LogLevel.Warning, "The infrastructure is away; the work is held, attempt {Attempt}")]
    public static partial void Holding(ILogger log, int attempt, Exception? failure);

    [LoggerMessage(3005, LogLevel.Error, "The broker is refused and tried again: {Code} {Reason}")]
    public static partial void BrokerRefused(ILogger log, string code, string reason);

    [LoggerMessage(3004, LogLevel.Warning, "A dead letter of {Queue} was recorded: {Reason}")]
    public static partial void DeadLetterRecorded(ILogger log, string queue, string reason);
}
