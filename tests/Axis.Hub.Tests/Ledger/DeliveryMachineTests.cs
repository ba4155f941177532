using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>protocol.md 5 and 6, as a table and as the sentences that the table cannot say.</summary>
public sealed partial class DeliveryMachineTests
{
    private static readonly DateTimeOffset Now = Rows.Noon.AddHours(1);
    private static readonly Guid Spool = NewId.NextSequentialGuid();
    private static readonly string Hash = new('a', 64);

    /// <summary>Every state of a published attempt 2, every acknowledgement of it and of the one before: what becomes of it.</summary>
    public static TheoryData<string, AcknowledgeKind, int, string> Acknowledgements => new()
    {
        // state, said, of attempt -> state/phase/attempt outcome
        { "initial", AcknowledgeKind.Processing, 2, "Processing/Held/2 Changed" },
        { "initial", AcknowledgeKind.Processing, 1, "Processing/Published/2 Changed" },
        { "initial", AcknowledgeKind.Done, 2, "Done/Resting/2 Changed" },
        { "initial", AcknowledgeKind.Done, 1, "Done/Resting/2 Changed" },
        { "initial", AcknowledgeKind.Fail, 2, "Initial/Waiting/3 Changed" },
        { "initial", AcknowledgeKind.Fail, 1, "Initial/Published/2 Noted late-fail" },
        { "initial", AcknowledgeKind.Cancelled, 2, "Initial/Waiting/3 Changed" },
        { "initial", AcknowledgeKind.Cancelled, 1, "Initial/Published/2 Noted nothing-asked" },
        { "initial", AcknowledgeKind.Taken, 2, "Processing/Held/2 Changed" },
        { "initial", AcknowledgeKind.Taken, 1, "Processing/Published/2 Changed" },
        { "initial", AcknowledgeKind.Unknown, 2, "Initial/Waiting/2 Changed" },
        { "initial", AcknowledgeKind.Unknown, 1, "Initial/Published/2 Ignored not-asked" },
        { "processing", AcknowledgeKind.Processing, 2, "Processing/Held/2 Changed" },
        { "processing", AcknowledgeKind.Processing, 1, "Processing/Held/2 Changed" },
        { "processing", AcknowledgeKind.Done, 2, "Done/Resting/2 Changed" },
        { "processing", AcknowledgeKind.Done, 1, "Done/Resting/2 Changed" },
        { "processing", AcknowledgeKind.Fail, 2, "Processing/Waiting/3 Changed" },
        { "processing", AcknowledgeKind.Fail, 1, "Processing/Held/2 Noted late-fail" },
        { "processing", AcknowledgeKind.Cancelled, 2, "Processing/Waiting/3 Changed" },
        { "processing", AcknowledgeKind.Cancelled, 1, "Processing/Held/2 Noted nothing-asked" },
        { "processing", AcknowledgeKind.Taken, 2, "Processing/Held/2 Changed" },
        { "processing", AcknowledgeKind.Taken, 1, "Processing/Held/2 Changed" },
        { "processing", AcknowledgeKind.Unknown, 2, "Processing/Waiting/2 Changed" },
        { "processing", AcknowledgeKind.Unknown, 1, "Processing/Held/2 Ignored not-asked" },
        { "done", AcknowledgeKind.Processing, 2, "Done/Resting/2 Ignored implied" },
        { "done", AcknowledgeKind.Done, 2, "Done/Resting/2 Ignored repeat" },
        { "done", AcknowledgeKind.Fail, 2, "Done/Resting/2 Noted late-fail" },
        { "done", AcknowledgeKind.Cancelled, 2, "Done/Resting/2 Noted nothing-asked" },
        { "done", AcknowledgeKind.Taken, 2, "Done/Resting/2 Ignored implied" },
        { "done", AcknowledgeKind.Unknown, 2, "Done/Resting/2 Ignored not-asked" },
        { "fail", AcknowledgeKind.Processing, 2, "Fail/Resting/2 Noted failed" },
        { "fail", AcknowledgeKind.Done, 2, "Done/Resting/2 Changed" },
        { "fail", AcknowledgeKind.Done, 1, "Done/Resting/2 Changed" },
        { "fail", AcknowledgeKind.Fail, 2, "Fail/Resting/2 Noted late-fail" },
        { "fail", AcknowledgeKind.Cancelled, 2, "Fail/Resting/2 Noted nothing-asked" },
        { "fail", AcknowledgeKind.Taken, 2, "Fail/Resting/2 Noted failed" },
        { "fail", AcknowledgeKind.Unknown, 2, "Fail/Resting/2 Ignored not-asked" },
        { "void", AcknowledgeKind.Processing, 2, "Processing/Resting/2 Noted void" },
        { "void", AcknowledgeKind.Done, 2, "Processing/Resting/2 Noted void" },
        { "void", AcknowledgeKind.Fail, 2, "Processing/Resting/2 Noted late-fail" },
        { "void", AcknowledgeKind.Cancelled, 2, "Processing/Resting/2 Noted nothing-asked" },
        { "void", AcknowledgeKind.Taken, 2, "Processing/Resting/2 Noted void" },
        { "void", AcknowledgeKind.Unknown, 2, "Processing/Resting/2 Ignored not-asked" },
        { "suspended", AcknowledgeKind.Processing, 2, "Processing/Held/2 Changed" },
        { "suspended", AcknowledgeKind.Done, 2, "Done/Resting/2 Changed" },
        { "suspended", AcknowledgeKind.Cancelled, 2, "Initial/Published/2 Noted nothing-asked" },
    };

    public static TheoryData<string, AcknowledgeKind, string> Cancels => new()
    {
        { "initial", AcknowledgeKind.Cancelled, "Initial/Published/2 Noted cancelled" },
        { "initial", AcknowledgeKind.Taken, "Processing/Held/2 Changed" },
        { "processing", AcknowledgeKind.Cancelled, "Processing/Held/2 Noted cancelled" },
        { "processing", AcknowledgeKind.Taken, "Processing/Held/2 Noted taken" },
        { "fail", AcknowledgeKind.Cancelled, "Fail/Resting/2 Noted cancelled" },
        { "fail", AcknowledgeKind.Taken, "Fail/Resting/2 Noted taken" },
        { "void", AcknowledgeKind.Cancelled, "Processing/Resting/2 Noted cancelled" },
        { "void", AcknowledgeKind.Taken, "Processing/Resting/2 Noted taken" },
    };

    [Theory, MemberData(nameof(Acknowledgements))]
    public void Takes_an_acknowledgement_by_the_table(string state, AcknowledgeKind kind, int attempt, string expected) =>
        Describe(Acknowledge(Row(state), kind, attempt)).ShouldBe(expected);

    [Theory, MemberData(nameof(Cancels))]
    public void Settles_an_open_cancel_by_the_table(string state, AcknowledgeKind kind, string expected)
    {
        var row = Row(state);
        var decision = Acknowledge(row, kind, 2, cancel: Rows.Cancel(row));

        Describe(decision).ShouldBe(expected);
        decision.FollowUps.ShouldContain(new FollowUp.SettleCancel(kind == AcknowledgeKind.Taken ? "taken" : "cancelled", Counts: true));
    }

    [Fact]
    public void Lets_a_cancelled_of_another_spool_count_only_for_a_suspend_or_a_resend()
    {
        var row = Row("fail");
        var decision = Acknowledge(row, AcknowledgeKind.Cancelled, 2, cancel: Rows.Cancel(row), spool: NewId.NextSequentialGuid());

        decision.FollowUps.ShouldBe([new FollowUp.SettleCancel("cancelled", Counts: false), new FollowUp.Alert("cancelled-by-another-spool")]);
    }

    [Fact]
    public void Keeps_a_cancel_open_when_the_answer_is_the_double_of_an_earlier_ones()
    {
        var row = Row("initial");
        Acknowledge(row, AcknowledgeKind.Cancelled, 1, cancel: Rows.Cancel(row)).FollowUps.ShouldBeEmpty();
        Acknowledge(row, AcknowledgeKind.Taken, 1, cancel: Rows.Cancel(row)).FollowUps.ShouldBeEmpty();
    }

    [Fact]
    public void Ignores_an_adapter_that_the_row_was_not_claimed_for()
    {
        var decision = Acknowledge(Row("initial"), AcknowledgeKind.Done, 2, adapter: "H14");
        Describe(decision).ShouldBe("Initial/Published/2 Ignored foreign-adapter");
        decision.FollowUps.ShouldBe([new FollowUp.Alert("foreign-acknowledgement")]);
    }

    [Fact]
    public void Ignores_what_is_said_of_a_row_that_was_never_claimed() =>
        Describe(Acknowledge(Row("initial") with { EverClaimed = false }, AcknowledgeKind.Done, 2)).ShouldBe("Initial/Published/2 Ignored never-claimed");

    [Theory]
    [InlineData(AcknowledgeKind.Processing)]
    [InlineData(AcknowledgeKind.Done)]
    [InlineData(AcknowledgeKind.Fail)]
    [InlineData(AcknowledgeKind.Taken)]
    [InlineData(AcknowledgeKind.Cancelled)]
    public void Believes_nothing_about_other_bytes(AcknowledgeKind kind) =>
        Describe(Acknowledge(Row("initial"), kind, 2, hash: new string('b', 64))).ShouldBe("Initial/Published/2 Noted hash-mismatch");

    [Theory]
    [InlineData(AcknowledgeKind.Processing)]
    [InlineData(AcknowledgeKind.Done)]
    [InlineData(AcknowledgeKind.Taken)]
    public void Wants_a_hash_with_whatever_says_that_bytes_are_held(AcknowledgeKind kind) =>
        Describe(Acknowledge(Row("initial"), kind, 2, hash: "")).ShouldBe("Initial/Published/2 Noted hash-mismatch");

    [Fact]
    public void Refuses_an_attempt_that_was_never_published() =>
        Describe(Acknowledge(Row("initial"), AcknowledgeKind.Done, 3)).ShouldBe("Initial/Published/2 Noted attempt-unknown");

    [Fact]
    public void Climbs_the_ladder_and_gives_up_at_the_sixth_failure()
    {
        var row = Row("initial") with { Attempt = 1 };
        var waits = new List<double>();
        DeliveryDecision decision;
        for (; ; row = decision.Row with { Phase = DispatchPhase.Published })
        {
            decision = Acknowledge(row, AcknowledgeKind.Fail, row.Attempt, reason: "disk full");
            if (decision.Row.Transport == TransportState.Fail)
            {
                break;
            }

            waits.Add((decision.Row.NextAttemptAt - Now).TotalSeconds);
        }

        waits.ShouldBe([30, 60, 120, 240, 480]);
        decision.Row.ShouldSatisfyAllConditions(
            last => last.Attempt.ShouldBe(6), last => last.Failures.ShouldBe(6), last => last.FailedBy.ShouldBe(FailCause.Adapter),
            last => last.Cause.ShouldBe("disk full"), last => last.Phase.ShouldBe(DispatchPhase.Resting));
        decision.FollowUps.OfType<FollowUp.OpenCancel>().ShouldBeEmpty("the adapter said so itself");
        decision.FollowUps.ShouldContain(new FollowUp.KeepStuck("disk full"));
    }

    [Fact]
    public void Gives_up_at_once_when_the_agencys_own_system_says_no()
    {
        var decision = Acknowledge(Row("processing"), AcknowledgeKind.Fail, 2, cause: FailCause.Agency);
        Describe(decision).ShouldBe("Fail/Resting/2 Changed");
        decision.FollowUps.OfType<FollowUp.OpenCancel>().ShouldBeEmpty();
    }

    [Fact]
    public void Believes_a_late_arrival_after_FAIL()
    {
        var decision = Decide(Row("fail"), new DeliveryInput.ArrivalProved(Now.AddMinutes(-5), "agency:G22"));
        Describe(decision).ShouldBe("Done/Resting/2 Changed");
        decision.Events.Single().Kind.ShouldBe(EventKinds.LateArrival);
        decision.Row.ShouldSatisfyAllConditions(row => row.Cause.ShouldBeNull(), row => row.ArrivedAt.ShouldBe(Now.AddMinutes(-5)));
        decision.FollowUps.ShouldContain(new FollowUp.Alert(EventKinds.LateArrival));
    }

    [Fact]
    public void Counts_UNKNOWN_once_and_only_for_the_outstanding_query()
    {
        var row = Row("initial");
        Describe(Acknowledge(row, AcknowledgeKind.Unknown, 2, query: 8)).ShouldBe("Initial/Published/2 Ignored not-asked");
        Describe(Acknowledge(row, AcknowledgeKind.Unknown, 2, outstanding: 8)).ShouldBe("Initial/Published/2 Ignored not-asked");
        var lost = Acknowledge(row, AcknowledgeKind.Unknown, 2);
        lost.Row.ShouldSatisfyAllConditions(
            again => again.Phase.ShouldBe(DispatchPhase.Waiting), again => again.NextAttemptAt.ShouldBe(Now), again => again.PublishedAt.ShouldBeNull(),
            again => again.Version.ShouldBe(row.Version));
        Describe(Acknowledge(lost.Row with { Phase = DispatchPhase.Published }, AcknowledgeKind.Unknown, 2)).ShouldBe("Initial/Published/2 Ignored not-asked");
    }

    [Fact]
    public void Sets_the_published_mark_by_the_first_sign()
    {
        var claimed = Row("initial") with { Phase = DispatchPhase.Claimed, PublishedAt = null, FirstSpoolId = null, ClaimedBy = "hub", ClaimedUntil = Now };
        var held = Acknowledge(claimed, AcknowledgeKind.Processing, 2).Row;
        held.ShouldSatisfyAllConditions(
            row => row.PublishedAt.ShouldBe(Now), row => row.FirstSpoolId.ShouldBe(Spool), row => row.SignAt.ShouldBe(Now), row => row.ClaimedBy.ShouldBeNull());
    }

    [Fact]
    public void Starts_the_clock_of_the_answer_when_it_arrives()
    {
        var arrived = Decide(Row("processing"), new DeliveryInput.ArrivalProved(Now.AddMinutes(-10), "agency:G22"), dueTimes: new FixedDueTimes());
        arrived.Row.ShouldSatisfyAllConditions(
            row => row.ArrivedAt.ShouldBe(Now.AddMinutes(-10)), row => row.AnswerDue.ShouldBe(Now.AddMinutes(-10).AddHours(8)));
        arrived.Events.Single().AnswerDue.ShouldBe(arrived.Row.AnswerDue);
    }

    private static DeliveryRow Row(string state)
    {
        var row = Rows.Delivery(Rows.Document()) with
        {
            Attempt = 2,
            EverClaimed = true,
            Phase = DispatchPhase.Published,
            PublishedAt = Rows.Noon,
            FirstSpoolId = Spool,
            QueriedIn = 7,
        };
        return state switch
        {
            "initial" => row,
            "processing" => row with { Transport = TransportState.Processing, Phase = DispatchPhase.Held },
            "done" => row with { Transport = TransportState.Done, Phase = DispatchPhase.Resting },
            "fail" => row with { Transport = TransportState.Fail, Phase = DispatchPhase.Resting, Cause = "given up", FailedBy = FailCause.Hub },
            "void" => row with { Transport = TransportState.Processing, Phase = DispatchPhase.Resting, VoidAs = VoidCause.TakenBack },
            "suspended" => row with { Suspended = true },
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }

    private static DeliveryDecision Acknowledge(
        DeliveryRow row, AcknowledgeKind kind, int attempt, CancelRow? cancel = null, Guid? spool = null, string adapter = "G22", string? hash = null,
        FailCause? cause = null, string? reason = null, long query = 7, long outstanding = 7)
    {
        var carried = hash ?? (kind == AcknowledgeKind.Unknown ? "" : Hash);
        var item = new AcknowledgeItem(row.DeliveryId, attempt, kind, Now, carried.Length == 0 ? null : carried, reason, cause, query);
        return Decide(row, new DeliveryInput.Acknowledged(adapter, spool ?? Spool, item, Hash, cancel, outstanding));
    }

    private static DeliveryDecision Decide(DeliveryRow row, DeliveryInput input, IDueTimes? dueTimes = null) =>
        DeliveryMachine.Decide(row, input, Context(dueTimes ?? new NoDueTimes()));

    private static DecisionContext Context(IDueTimes dueTimes) => new(Now, 0, new HubOptions().RetryLadder, dueTimes);

    private static string Describe(DeliveryDecision decision) =>
        $"{decision.Row.Transport}/{decision.Row.Phase}/{decision.Row.Attempt} {decision.Outcome} {decision.Reason}".TrimEnd();

    private sealed class FixedDueTimes : IDueTimes
    {
        public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (start.AddMinutes(15), start.AddHours(4));

        public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) => (arrived.AddHours(8), null);

        public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => arrived.AddHours(6);
    }
}
