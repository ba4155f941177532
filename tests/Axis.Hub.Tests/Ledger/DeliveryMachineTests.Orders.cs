using Axis.Contracts.Wire;
using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Ledger;

/// <summary>What the hub and its operators order: dead letters, new attempts, void, holding back, another adapter.</summary>
public sealed partial class DeliveryMachineTests
{
    [Fact]
    public void Counts_a_dead_letter_once_per_attempt_and_asks_the_copy_back_when_it_gives_up()
    {
        var first = Decide(Row("initial"), new DeliveryInput.DeadLettered(2, "rejected"));
        Describe(first).ShouldBe("Initial/Waiting/3 Changed");
        Describe(Decide(first.Row, new DeliveryInput.DeadLettered(2, "rejected"))).ShouldBe("Initial/Waiting/3 Noted late-dead-letter");

        var last = Decide(Row("initial") with { Failures = 5 }, new DeliveryInput.DeadLettered(2, "rejected"));
        Describe(last).ShouldBe("Fail/Resting/2 Changed");
        last.Row.FailedBy.ShouldBe(FailCause.Hub);
        last.FollowUps.ShouldContain(new FollowUp.OpenCancel(CancelPurpose.Failed));
        Describe(Decide(Row("processing"), new DeliveryInput.DeadLettered(2, "a second copy"))).ShouldBe("Processing/Held/2 Noted late-dead-letter");
    }

    [Fact]
    public void Resends_only_what_has_failed_and_starts_the_clock_again()
    {
        var decision = Decide(Row("fail") with { Failures = 6 }, new DeliveryInput.Resent("operator:an", "the agency is back"), dueTimes: new FixedDueTimes());
        Describe(decision).ShouldBe("Initial/Waiting/3 Changed");
        decision.Row.ShouldSatisfyAllConditions(
            row => row.Failures.ShouldBe(0), row => row.FailedBy.ShouldBeNull(), row => row.ProcessingDue.ShouldBe(Now.AddMinutes(15)));
        decision.Events.Single().ProcessingDue.ShouldBe(Now.AddMinutes(15));
        foreach (var state in (string[])["initial", "processing", "done", "void"])
        {
            Decide(Row(state), new DeliveryInput.Resent("operator:an", "again")).Outcome.ShouldBe(DecisionOutcome.Ignored, state);
        }
    }

    [Fact]
    public void Makes_void_final()
    {
        var voided = Decide(Row("processing"), new DeliveryInput.Voided(VoidCause.Recalled, "thu hồi", "agency:H37"));
        voided.Row.ShouldSatisfyAllConditions(row => row.VoidAs.ShouldBe(VoidCause.Recalled), row => row.Phase.ShouldBe(DispatchPhase.Resting));
        DeliveryInput[] inputs =
        [
            new DeliveryInput.Voided(VoidCause.Void, "again", "hub"), new DeliveryInput.Resent("hub", "again"), new DeliveryInput.Suspended("x", "operator:an"),
            new DeliveryInput.Redirected("H14", "x", "operator:an"), new DeliveryInput.ArrivalProved(Now, "agency:G22"),
            new DeliveryInput.StatusTaken("03", null, Now, "agency:G22"), new DeliveryInput.DeadLettered(2, "x"),
        ];
        foreach (var input in inputs)
        {
            var after = Decide(voided.Row, input).Row;
            (after.VoidAs, after.Transport, after.Business, after.Phase).ShouldBe((VoidCause.Recalled, TransportState.Processing, null, DispatchPhase.Resting));
        }
    }

    [Fact]
    public void Raises_the_attempt_when_a_suspended_delivery_is_let_go()
    {
        var suspended = Decide(Row("initial"), new DeliveryInput.Suspended("outage", "operator:an"));
        suspended.Row.Suspended.ShouldBeTrue();
        suspended.FollowUps.ShouldBe([new FollowUp.OpenCancel(CancelPurpose.Suspend)]);
        Describe(Decide(suspended.Row, new DeliveryInput.Resumed("back", "operator:an"))).ShouldBe("Initial/Waiting/3 Changed");

        var unsent = Row("initial") with { EverClaimed = false, Phase = DispatchPhase.Waiting };
        var held = Decide(unsent, new DeliveryInput.Suspended("outage", "operator:an"));
        held.FollowUps.ShouldBeEmpty("nothing was ever sent");
        Describe(Decide(held.Row, new DeliveryInput.Resumed("back", "operator:an"))).ShouldBe("Initial/Waiting/2 Changed");
    }

    [Fact]
    public void Redirects_to_an_adapter_that_never_saw_it()
    {
        var decision = Decide(Row("initial"), new DeliveryInput.Redirected("H14", "moved", "operator:an"));
        Describe(decision).ShouldBe("Initial/Waiting/3 Changed");
        decision.Row.ShouldSatisfyAllConditions(
            row => row.AdapterCode.ShouldBe("H14"), row => row.EverClaimed.ShouldBeFalse(), row => row.FirstSpoolId.ShouldBeNull());
    }

    [Fact]
    public void Opens_a_delivery_with_its_first_event_and_its_due_times()
    {
        var opened = DeliveryMachine.Open(Rows.Delivery(Rows.Document()), "adapter:H37", Context(new FixedDueTimes()));
        opened.Row.ShouldSatisfyAllConditions(
            row => row.Version.ShouldBe(1), row => row.StatesDue.ShouldBeTrue(), row => row.EventSequence.ShouldBe(1),
            row => row.ArriveDue.ShouldBe(Now.AddHours(4)), row => row.Since.ShouldBe(Now));
        HistoryVerifier.FindBroken(opened.Row, opened.Events).ShouldBeNull();
    }
}
