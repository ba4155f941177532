using Agency.Adapter.Marks;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Outgoing.Change;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Changes;

/// <summary>Of which receivers something may be asked, by what the sender's adapter knows.</summary>
public sealed class ChangeRulesTests
{
    private static readonly Guid Submission = Guid.CreateVersion7();
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 15, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("edoc", "Accepted", "Sai nội dung", null)]
    [InlineData("edoc", "Accepted", " ", "AXS-2201")]
    [InlineData("edoc", "Accepted", null, "AXS-2201")]
    [InlineData("status", "Accepted", "Sai nội dung", "AXS-5118")]
    [InlineData("edoc", "Waiting", "Sai nội dung", "AXS-5119")]
    [InlineData("edoc", "Sent", "Sai nội dung", "AXS-5119")]
    [InlineData("edoc", "Refused", "Sai nội dung", "AXS-5119")]
    public void Asks_with_a_reason_of_an_accepted_document_only(string kind, string state, string? reason, string? code) =>
        (ChangeRules.Refuse(Sent(Holder("H37")) with { Kind = kind, State = Enum.Parse<SubmissionState>(state) }, reason)?.Code).ShouldBe(code);

    [Theory]
    [InlineData("TakeBack", "H41 H45", null)]
    [InlineData("Recall", "H41 H45", null)]
    [InlineData("Update", "H37 H41 H45", null)]
    [InlineData("Replace", "H37 H41 H45", null)]
    public void Asks_all_at_whom_it_stands(string command, string receivers, string? code) => Choose(
        Sent(Holder("H37", business: "02"), Holder("H41"), Holder("H43", transport: "VOID"), Holder("H44", hasDelivery: false), Holder("H45", transport: "FAIL")), command, null).ShouldBe((receivers, code));

    [Theory]
    [InlineData("H41", "H41", null)]
    [InlineData("000.00.00.H41", "H41", null)]
    [InlineData("H41 H37", "H37 H41", null)]
    [InlineData("H99", "", "AXS-2204 /receivers/0")]
    [InlineData("H41 H43", "", "AXS-5120 /receivers/1")]
    [InlineData("H44", "", "AXS-2204 /receivers/0")]
    [InlineData("", "", "AXS-5113 /receivers")]
    public void Asks_those_who_are_named_if_it_stands_at_each(string named, string receivers, string? code) => Choose(
        Sent(Holder("H37"), Holder("H41"), Holder("H43", transport: "VOID"), Holder("H44", hasDelivery: false)), "Recall",
        named.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe((receivers, code));

    [Theory]
    [InlineData("TakeBack")]
    [InlineData("Recall")]
    [InlineData("Update")]
    [InlineData("Replace")]
    public void Says_what_became_of_what_stands_nowhere(string command)
    {
        Choose(Sent(Holder("H37", transport: "VOID")), command, null).ShouldBe(("", "AXS-5120 "));
        var frozen = Sent(Holder("H37", transport: "VOID"), Holder("H41"));
        Choose(Freeze(frozen, 0, 1), command, null).ShouldBe(("", "AXS-5011 "));
        Choose(Freeze(frozen, 0), command, null).ShouldBe(("H41", null));
        Choose(Freeze(Sent(Holder("H37"), Holder("H41")), 1), command, null).ShouldBe(("H37", null));
    }

    [Fact]
    public void Counts_what_was_asked_before_and_has_ended()
    {
        var receiver = Holder("H37");
        receiver = receiver with
        {
            State = receiver.State! with
            {
                Requests =
                [
                    Request(ChangeCommand.Recall, ChangeStatus.Refused), Request(ChangeCommand.Recall, ChangeStatus.Delivered), Request(ChangeCommand.TakeBack, ChangeStatus.Lapsed),
                ],
            },
        };
        ChangeRules.Ended(receiver, ChangeCommand.Recall).ShouldBe(1);
        ChangeRules.Ended(receiver, ChangeCommand.TakeBack).ShouldBe(1);
        ChangeRules.Ended(receiver, ChangeCommand.Update).ShouldBe(0);

        static ChangeState Request(ChangeCommand command, ChangeStatus status) => new(command, status, Submission, Guid.CreateVersion7(), "x", At);
    }

    private static (string Receivers, string? Code) Choose(SubmissionView sent, string command, IReadOnlyList<string>? named)
    {
        var (receivers, refusal) = ChangeRules.Choose(sent, Enum.Parse<ChangeCommand>(command), named, (one, other) => one == other || one == other.Replace("000.00.00.", "", StringComparison.Ordinal));
        return (string.Join(' ', receivers.Select(receiver => receiver.Line.Code)), refusal is null ? null : $"{refusal.Code} {refusal.Path}");
    }

    private static SubmissionView Sent(params ReceiverView[] receivers) => new(
        Submission, 1, "edoc", "00", 1, SubmissionState.Accepted, 1, At, null, [],
        new Receipt(Submission, 1, ReceiptOutcome.Accepted, "00", At, [.. receivers.Select(receiver => receiver.Line)], []), null, receivers, [], At);

    private static SubmissionView Freeze(SubmissionView sent, params int[] receivers) => sent with
    {
        Frozen = [.. receivers.Select(index => new Marking(sent.Receivers[index].Line.DeliveryId!.Value, ChangeCommand.Recall, "Sai", At))],
    };

    private static ReceiverView Holder(string code, string transport = "DONE", string? business = null, bool hasDelivery = true)
    {
        var delivery = hasDelivery ? Guid.CreateVersion7() : (Guid?)null;
        return new(
            new(code, hasDelivery ? ReceiverOutcome.Delivery : ReceiverOutcome.Refused, delivery),
            delivery is { } id ? new(id, Submission, Submission, code, 1, transport, At, 1, business) : null, []);
    }
}
