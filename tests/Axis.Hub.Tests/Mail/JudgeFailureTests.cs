using System.Net.Sockets;
using Axis.Hub.Mail.Send;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Axis.Hub.Tests.Mail;

/// <summary>What becomes of a message that was not sent.</summary>
public sealed class JudgeFailureTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 550, 0, "undeliverable")]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 450, 0, "1")]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 451, 3, "10")]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 452, 99, "60")]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 552, 0, "undeliverable")]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 451, 1, "2")]
    [InlineData(SmtpErrorCode.UnexpectedStatusCode, 554, 0, "1")]
    [InlineData(SmtpErrorCode.UnexpectedStatusCode, 530, 9, "5")]
    [InlineData(SmtpErrorCode.UnexpectedStatusCode, 421, 9, "5")]
    [InlineData(SmtpErrorCode.SenderNotAccepted, 550, 9, "5")]
    public void An_answer_of_the_server(SmtpErrorCode error, int code, int attempts, string expected) =>
        Verdict(new SmtpCommandException(error, (SmtpStatusCode)code, "why"), attempts).ShouldBe(expected);

    /// <summary>One setting at the server would else end all mail at once.</summary>
    [Theory]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 550, "5.1.1 No such user", "undeliverable")]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 552, "5.2.2 Mailbox full", "undeliverable")]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 550, "5.0.0 No", "undeliverable")]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 554, "5.7.1 Relay access denied", "60")]
    [InlineData(SmtpErrorCode.RecipientNotAccepted, 503, "503 5.5.1 Bad sequence", "60")]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 552, "5.3.4 Message too big", "undeliverable")]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 554, "5.6.0 Malformed", "undeliverable")]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 550, "5.7.26 DMARC", "60")]
    [InlineData(SmtpErrorCode.MessageNotAccepted, 554, "5.4.14 Routing loop, 5.1.1 inside", "60")]
    [InlineData(SmtpErrorCode.UnexpectedStatusCode, 550, "5.1.1 out of place", "5")]
    [InlineData(SmtpErrorCode.SenderNotAccepted, 550, "5.1.8 Sender", "5")]
    public void A_policy_of_the_server_or_a_fault_of_the_session_ends_no_message(SmtpErrorCode error, int code, string words, string expected) =>
        Verdict(new SmtpCommandException(error, (SmtpStatusCode)code, words), 9).ShouldBe(expected);

    [Theory]
    [InlineData(0, "1")]
    [InlineData(2, "5")]
    [InlineData(40, "5")]
    public void A_server_that_is_away_is_asked_again_within_five_minutes(int attempts, string expected)
    {
        Verdict(new SocketException(), attempts).ShouldBe(expected);
        Verdict(new AuthenticationException("why"), attempts).ShouldBe(expected);
        Verdict(new IOException("why"), attempts).ShouldBe(expected);
    }

    [Fact]
    public void What_could_only_be_tried_after_the_end_of_patience_is_given_up() =>
        JudgeFailure.Of(new SocketException(), "why", 40, Now.AddMinutes(5), Now).ShouldBe(new MailVerdict.Undeliverable("not in 3 days: why"));

    [Fact]
    public void A_mistake_of_ours_is_no_failure_of_the_server()
    {
        JudgeFailure.IsExpected(new InvalidOperationException()).ShouldBeFalse();
        JudgeFailure.IsExpected(new OperationCanceledException()).ShouldBeFalse();
    }

    private static string Verdict(Exception failure, int attempts) => JudgeFailure.Of(failure, "why", attempts, Now.AddDays(1), Now) switch
    {
        MailVerdict.Later later => $"{(later.At - Now).TotalMinutes:0}",
        _ => "undeliverable",
    };
}
