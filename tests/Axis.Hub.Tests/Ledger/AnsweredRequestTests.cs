using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Ledger;

/// <summary>A recall, or an update, that has its 15 or 16.</summary>
public sealed class AnsweredRequestTests
{
    private static readonly DateTimeOffset Arrived = Rows.Noon;
    private static readonly DateTimeOffset Answered = Arrived.AddMinutes(20);
    private static readonly DateTimeOffset Now = Answered.AddMinutes(1);

    private static readonly DeliveryRow Carrier = Rows.Delivery(Rows.Document()) with
    {
        Transport = TransportState.Done,
        Phase = DispatchPhase.Resting,
        ArrivedAt = Arrived,
        AnswerDue = Arrived.AddHours(4),
    };

    [Fact]
    public void Its_answer_clock_stands_still_and_what_that_said_is_over()
    {
        var (causes, said) = Clocks.Look(Carrier, new NoDueTimes(), Arrived.AddHours(5));
        causes.Single().Kind.ShouldBe(AlertKinds.NoAnswer);
        var before = Carrier with { WatchSaid = said };

        var decided = Note(before, EventKinds.RequestAnswered).Row;
        var after = Clocks.Settle(before, decided, false, new NoDueTimes(), Now);

        (decided.AnsweredAt, OpenClocks.Answer(decided)).ShouldBe((Answered, false));
        (after.WatchSaid, after.WatchAt).ShouldBe((0, null));
        Clocks.Ended(before, after).ShouldBe([AlertKinds.NoAnswer]);
    }

    [Fact]
    public void The_first_answer_counts() =>
        Note(Carrier with { AnsweredAt = Arrived.AddMinutes(5) }, EventKinds.RequestAnswered).Row.AnsweredAt.ShouldBe(Arrived.AddMinutes(5));

    [Fact]
    public void What_else_is_noted_answers_nothing() => Note(Carrier, EventKinds.ChangeDelivered).Row.AnsweredAt.ShouldBeNull();

    [Fact]
    public void One_that_was_answered_before_its_DONE_was_heard_of_comes_to_rest_with_that()
    {
        var answered = Note(Carrier with { Transport = TransportState.Processing, ArrivedAt = null, AnswerDue = null }, EventKinds.RequestAnswered).Row;

        var arrived = DeliveryMachine.Decide(
            answered, new DeliveryInput.ArrivalProved(Now, "adapter:H37"), new DecisionContext(Now, 0, new HubOptions().RetryLadder, new NoDueTimes())).Row;

        (answered.RestSince, arrived.RestSince).ShouldBe((null, Now));
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 6)]
    [InlineData(2, 6)]
    [InlineData(3, 8)]
    [InlineData(null, 8)]
    public void Recalls_and_updates_have_the_time_that_amendments_have(int? businessType, int hours)
    {
        var sent = Rows.Delivery(Rows.Document()) with { Transport = TransportState.Processing, AcceptedAt = Arrived };
        var context = new DecisionContext(Now, 0, new HubOptions().RetryLadder, new Hours(), BusinessType: businessType);

        var arrived = DeliveryMachine.Decide(sent, new DeliveryInput.ArrivalProved(Arrived, "agency:G22"), context).Row;
        var moved = DeliveryMachine.Decide(arrived with { AnswerDue = Arrived }, new DeliveryInput.CalendarChanged(Arrived), context).Row;

        (arrived.AnswerDue, moved.AnswerDue).ShouldBe((Arrived.AddHours(hours), Arrived.AddHours(hours)));
    }

    private static DeliveryDecision Note(DeliveryRow row, string kind) => DeliveryMachine.Decide(
        row, new DeliveryInput.ChangeNoted(kind, "15", "agency:G22", Answered), new DecisionContext(Now, 0, new HubOptions().RetryLadder, new NoDueTimes()));

    private sealed class Hours : IDueTimes
    {
        public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (null, null);

        public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (arrived.AddHours(8), null);

        public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => arrived.AddHours(6);
    }
}
