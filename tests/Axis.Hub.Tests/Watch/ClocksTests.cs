using Axis.Hub.Ledger;
using Axis.Hub.Tests.Ledger;

namespace Axis.Hub.Tests.Watch;

/// <summary>What a change of a delivery means for its next look and for what was said of it. Clocks warn at half of their time here.</summary>
public class ClocksTests
{
    private static readonly DateTimeOffset Now = Rows.Noon;
    private static readonly Halves DueTimes = new();

    private static readonly DeliveryRow OnItsWay = Rows.Delivery(Rows.Document()) with { StartedAt = Now.AddHours(-3), ArriveDue = Now.AddHours(-1) };

    [Fact]
    public void A_new_delivery_is_looked_at_when_its_first_clock_warns()
    {
        var row = OnItsWay with { StartedAt = Now, ProcessingDue = Now.AddMinutes(10), ArriveDue = Now.AddHours(4) };

        Settle(null, row).WatchAt.ShouldBe(Now.AddMinutes(5));
        Settle(null, row with { ProcessingDue = null }).WatchAt.ShouldBe(Now.AddHours(2));
        Settle(null, row with { ProcessingDue = null, ArriveDue = null }).WatchAt.ShouldBeNull();
    }

    [Fact]
    public void A_due_time_that_moves_ahead_takes_back_what_was_said()
    {
        var late = Said(OnItsWay);

        var moved = Settle(late, late with { ArriveDue = Now.AddHours(5) });

        (moved.WatchSaid, moved.WatchAt).ShouldBe((0, Now.AddHours(1)));
        Clocks.Ended(late, moved).ShouldBe([AlertKinds.NotArrived]);
    }

    [Fact]
    public void A_due_time_that_moves_between_warning_and_breach_takes_back_the_breach_alone()
    {
        var late = Said(OnItsWay);

        var moved = Settle(late, late with { ArriveDue = Now.AddHours(1) });

        moved.WatchAt.ShouldBe(Now.AddHours(1));
        Clocks.Ended(late, moved).ShouldBeEmpty();
        Clocks.Look(moved, DueTimes, Now.AddHours(2)).Causes.ShouldBe([new AlertCause(moved.DeliveryId, AlertKinds.NotArrived, "agency", AlertSeverity.Breach, IsNew: false)]);
    }

    [Fact]
    public void A_due_time_that_moves_and_has_passed_already_changes_nothing_that_was_said()
    {
        var late = Said(OnItsWay);

        var moved = Settle(late, late with { ArriveDue = Now.AddMinutes(-1) });

        (moved.WatchSaid, moved.WatchAt).ShouldBe((late.WatchSaid, null));
    }

    [Fact]
    public void What_does_not_touch_a_clock_is_not_counted_again()
    {
        var row = Settle(null, OnItsWay with { ArriveDue = Now.AddHours(3) });

        Clocks.Settle(row, row with { Phase = DispatchPhase.Published, Version = 2 }, false, new NoDueTimes(), Now).WatchAt.ShouldBe(row.WatchAt);
    }

    [Theory]
    [InlineData("held back")]
    [InlineData("parked")]
    [InlineData("void")]
    [InlineData("failed")]
    [InlineData("arrived")]
    public void A_clock_that_does_not_run_says_nothing_and_takes_back_what_it_said(string how)
    {
        var late = Said(OnItsWay);

        var ended = Settle(late, how switch
        {
            "held back" => late with { Suspended = true },
            "parked" => late with { Phase = DispatchPhase.Parked },
            "void" => late with { VoidAs = VoidCause.Recalled },
            "failed" => late with { Transport = TransportState.Fail },
            _ => late with { Transport = TransportState.Done, ArrivedAt = Now },
        });

        (ended.WatchSaid, ended.WatchAt).ShouldBe((0, null));
        Clocks.Ended(late, ended).ShouldBe([AlertKinds.NotArrived]);
    }

    [Theory]
    [InlineData("02", false)]
    [InlineData("06", false)]
    [InlineData("05", true)]
    [InlineData(null, true)]
    public void Work_is_waited_for_until_it_has_ended(string? business, bool runs) =>
        (Settle(null, OnItsWay with { Transport = TransportState.Done, ArrivedAt = Now, ProcessDue = Now.AddDays(2), Business = business, AnsweredAt = Now }).WatchAt is not null).ShouldBe(runs);

    private static DeliveryRow Said(DeliveryRow row)
    {
        var (causes, said) = Clocks.Look(row, DueTimes, Now);
        causes.ShouldBe([new AlertCause(row.DeliveryId, AlertKinds.NotArrived, "agency", AlertSeverity.Breach, IsNew: true)]);
        return row with { WatchSaid = said };
    }

    private static DeliveryRow Settle(DeliveryRow? before, DeliveryRow after) => Clocks.Settle(before, after, false, DueTimes, Now);

    private sealed class Halves : IDueTimes
    {
        public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (null, null);

        public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (null, null);

        public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => null;

        public (DateTimeOffset Warn, DateTimeOffset Breach) OfWatch(DeliveryRow delivery, WatchClock clock, DateTimeOffset start, DateTimeOffset due) => (start + ((due - start) / 2), due);
    }
}
