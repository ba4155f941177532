using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Ledger;

/// <summary>What a change of the working calendar does to the clocks of a delivery.</summary>
public sealed partial class DeliveryMachineTests
{
    private static DateTimeOffset Started => Now.AddHours(-3);

    /// <summary>State, its code, which due times are counted anew (p, a, n, w), and whether a clock is open at all.</summary>
    [Theory]
    [InlineData("initial", null, "pa")]
    [InlineData("processing", null, "a")]
    [InlineData("done", null, "nw")]
    [InlineData("done", "01", "nw")]
    [InlineData("done", "03", "w")]
    [InlineData("done", "06", "")]
    [InlineData("done", "02", "")]
    [InlineData("fail", null, "")]
    [InlineData("void", null, "")]
    public void Counts_the_open_clocks_anew_and_no_other(string state, string? business, string counted)
    {
        var old = Now.AddDays(-9);
        var row = Row(state) with
        {
            Business = business,
            AnsweredAt = business is "03" or "06" or "02" ? Now : null,
            ArrivedAt = state == "done" ? Started : null,
            ProcessingDue = old,
            ArriveDue = old,
            AnswerDue = state == "done" ? old : null,
            ProcessDue = state == "done" ? old : null,
            CountedBy = 4,
            RestSince = business is "03" or "06" or "02" ? Now : null,
        };

        var decision = Decide(row, new DeliveryInput.CalendarChanged(Started), new VersionFive());

        var after = decision.Row;
        string.Concat(
            after.ProcessingDue == Started.AddMinutes(5) ? "p" : "", after.ArriveDue == Started.AddHours(5) ? "a" : "", after.AnswerDue == Started.AddDays(5) ? "n" : "",
            after.ProcessDue == Started.AddDays(50) ? "w" : "").ShouldBe(counted);
        after.ShouldBe(row with
        {
            ProcessingDue = after.ProcessingDue,
            ArriveDue = after.ArriveDue,
            AnswerDue = after.AnswerDue,
            ProcessDue = after.ProcessDue,
            CountedBy = counted.Length > 0 ? 5 : null,
            EventSequence = after.EventSequence,
            EventHash = after.EventHash,
            EventEffectiveAt = after.EventEffectiveAt,
        });
        decision.Outcome.ShouldBe(DecisionOutcome.Changed);
        (DateTimeOffset?, DateTimeOffset?, DateTimeOffset?, DateTimeOffset?) told = (
            counted.Contains('p') ? after.ProcessingDue : null, counted.Contains('a') ? after.ArriveDue : null,
            counted.Contains('n') ? after.AnswerDue : null, counted.Contains('w') ? after.ProcessDue : null);
        decision.Events.Select(item => (item.ProcessingDue, item.ArriveDue, item.AnswerDue, item.ProcessDue)).ShouldBe(counted.Length > 0 ? [told] : []);
    }

    [Fact]
    public void Writes_no_event_where_every_due_time_stays_and_remembers_the_version()
    {
        var row = Row("processing") with { ArriveDue = Started.AddHours(5), CountedBy = 4 };

        var decision = Decide(row, new DeliveryInput.CalendarChanged(Started), new VersionFive());

        (decision.Outcome, decision.Row, decision.Events.Count).ShouldBe((DecisionOutcome.Changed, row with { CountedBy = 5 }, 0));
    }

    [Fact]
    public void Remembers_the_version_while_a_clock_is_open_and_forgets_it_with_the_last()
    {
        var opened = DeliveryMachine.Open(Row("initial") with { Attempt = 1 }, "adapter:H37", Context(new VersionFive()));
        var arrived = Decide(opened.Row, new DeliveryInput.ArrivalProved(Now, "agency:G22"), new VersionFive());
        var taken = Decide(arrived.Row, new DeliveryInput.StatusTaken("03", null, Now, "agency:G22"), new VersionFive());
        var done = Decide(taken.Row, new DeliveryInput.StatusTaken("06", null, Now, "agency:G22"), new VersionFive());
        var voided = Decide(arrived.Row, new DeliveryInput.Voided(VoidCause.Recalled, "thu hồi", "agency:G22"), new VersionFive());
        var failed = Decide(opened.Row with { Failures = 9, Phase = DispatchPhase.Published }, new DeliveryInput.DeadLettered(1, "rejected"), new VersionFive());
        var resent = Decide(failed.Row, new DeliveryInput.Resent("operator:an", "again"), new VersionFive());

        new[] { opened, arrived, taken, done, voided, failed, resent }.Select(decision => decision.Row.CountedBy).ShouldBe([5, 5, 5, null, null, null, 5]);
    }

    private sealed class VersionFive : IDueTimes
    {
        public int Version => 5;

        public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (start.AddMinutes(5), start.AddHours(5));

        public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (arrived.AddDays(5), arrived.AddDays(50));

        public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => null;
    }
}
