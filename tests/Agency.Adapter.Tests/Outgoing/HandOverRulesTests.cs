using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Outgoing;

public sealed class HandOverRulesTests
{
    private static readonly Guid Id = Guid.Parse("11111111-1111-5111-8111-111111111111");

    [Theory]
    [InlineData("Waiting", true, "Repeat", 3)]
    [InlineData("Sent", true, "Repeat", 3)]
    [InlineData("Accepted", true, "Repeat", 3)]
    [InlineData("Refused", true, "Afresh", 4)]
    [InlineData("Conflict", true, "Afresh", 4)]
    [InlineData("Waiting", false, "Conflict", 3)]
    [InlineData("Sent", false, "Conflict", 3)]
    [InlineData("Accepted", false, "Conflict", 3)]
    [InlineData("Refused", false, "Afresh", 4)]
    public void Judges_a_repeat_by_what_stands(string state, bool sameBytes, string kind, int @try)
    {
        var standing = new SubmissionRow { State = Enum.Parse<SubmissionState>(state), PackageSha256 = "aa", Try = 3 };
        var judged = HandOverRules.Judge(Id, sameBytes ? "aa" : "bb", standing);
        (judged.Kind.ToString(), judged.Try, judged.SubmissionId).ShouldBe((kind, @try, Id));
    }

    [Theory]
    [InlineData(ReceiverOutcome.Delivery, "INITIAL", null, false)]
    [InlineData(ReceiverOutcome.Delivery, "DONE", "06", false)]
    [InlineData(ReceiverOutcome.Delivery, "FAIL", null, true)]
    [InlineData(ReceiverOutcome.NewAttempt, "FAIL", null, true)]
    [InlineData(ReceiverOutcome.AlreadySent, "FAIL", null, true)]
    [InlineData(ReceiverOutcome.AlreadySent, "DONE", null, false)]
    [InlineData(ReceiverOutcome.Delivery, "VOID", null, true)]
    [InlineData(ReceiverOutcome.Delivery, "DONE", "02", true)]
    [InlineData(ReceiverOutcome.Delivery, null, null, false)]
    [InlineData(ReceiverOutcome.Refused, null, null, true)]
    public void Counts_a_submission_that_left_a_receiver_without_the_document(
        ReceiverOutcome outcome, string? transport, string? business, bool counts)
    {
        var at = DateTimeOffset.UnixEpoch;
        var delivery = outcome == ReceiverOutcome.Refused ? (Guid?)null : Id;
        var receipt = new Receipt(Id, 1, ReceiptOutcome.Accepted, "aa", at, [new ReceiptReceiver("G22", outcome, delivery)], []);
        HandOverRules.LeftSomebodyWithout(receipt, _ => transport is null ? null
            : new DeliveryState(Id, Id, Id, "G22", 1, transport, at, 1, business)).ShouldBe(counts);
    }

    [Fact]
    public void Derives_ids_as_RFC_9562_does()
    {
        // The RFC's own example: the DNS namespace and www.example.com.
        SubmissionIds.Make(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
            .ShouldBe(Guid.Parse("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
        SubmissionIds.OfKey("H37", "k").ShouldNotBe(SubmissionIds.OfKey("H41", "k"));
        SubmissionIds.OfBytes("H37", "aa", 0).ShouldNotBe(SubmissionIds.OfBytes("H37", "aa", 1));
    }
}
