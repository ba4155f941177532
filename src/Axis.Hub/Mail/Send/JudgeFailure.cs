using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Axis.Hub.Mail.Send;

/// <summary>
/// Decides what becomes of a message that was not sent, pure. By RFC 5321 4yz may succeed later and 5yz never will, but a server says 5yz too of what it thinks of the session, of the sender or
/// of its own policy today: only a refusal of the recipient or of the message itself is final, else one setting at the server would end all mail at once.
/// </summary>
internal static class JudgeFailure
{
    private static readonly TimeSpan LongestOfServer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan[] Ladder =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40), TimeSpan.FromHours(1)];

    /// <summary>True for what a server, or the way to it, may do.</summary>
    public static bool IsExpected(Exception failure) => failure is CommandException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or SocketException or IOException or TimeoutException or NotSupportedException or UnauthorizedAccessException;

    /// <summary>The verdict on one message.</summary>
    /// <param name="failure">What was met.</param>
    /// <param name="reason">The same for people.</param>
    /// <param name="attempts">Attempts before this one.</param>
    /// <param name="tryUntil">The end of patience with it.</param>
    /// <param name="now">When it was met.</param>
    public static MailVerdict Of(Exception failure, string reason, int attempts, DateTimeOffset tryUntil, DateTimeOffset now)
    {
        var answer = failure as SmtpCommandException;
        var isAway = answer is not { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted };
        if (!isAway && (int)answer!.StatusCode is >= 500 and < 600 && EnhancedStatus.Find(answer.Message) is null or { IsOfRecipientOrMessage: true } or { Subject: 0 })
        {
            return new MailVerdict.Undeliverable(reason);
        }

        var wait = Ladder[Math.Min(attempts, Ladder.Length - 1)];
        var at = now + (isAway && wait > LongestOfServer ? LongestOfServer : wait);
        return at < tryUntil ? new MailVerdict.Later(reason, at) : new MailVerdict.Undeliverable($"not in {MailRow.Patience.TotalDays:0} days: {reason}");
    }
}
