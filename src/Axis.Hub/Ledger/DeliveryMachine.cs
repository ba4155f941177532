using Axis.Contracts.Wire;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>
/// The transport machine of a delivery (protocol.md 5 and 6), pure: row, input and context in, decision out. Together with
/// <see cref="BusinessMachine"/> the only code that changes a state.
/// </summary>
internal static partial class DeliveryMachine
{
    /// <summary>Opens a delivery: the row as its caller laid it out, its clock started and its history begun.</summary>
    public static DeliveryDecision Open(DeliveryRow row, string source, DecisionContext context)
    {
        var opened = row with { Transport = TransportState.Initial, EventSequence = 0, EventHash = null, EventEffectiveAt = null, StatesDue = HasSender(row) };
        var draft = new Draft(opened, context);
        draft.Start(context.Now);
        return draft.Record(EventKinds.Accepted, source, context.Now, from: null, fromBusiness: null).Touched();
    }

    public static DeliveryDecision Decide(DeliveryRow row, DeliveryInput input, DecisionContext context) => input switch
    {
        DeliveryInput.Acknowledged acknowledged => Acknowledge(row, acknowledged, context),
        DeliveryInput.DeadLettered dead => DeadLetter(row, dead, context),
        DeliveryInput.ArrivalProved proved => Arrive(new Draft(row, context), proved.Source, proved.At),
        DeliveryInput.StatusTaken status => TakeStatus(row, status, context),
        DeliveryInput.ChangeNoted { Kind: EventKinds.RequestAnswered } answered => AnswerRequest(new Draft(row, context), answered),
        DeliveryInput.ChangeNoted noted => new Draft(row, context).Record(noted.Kind, noted.Source, noted.At ?? context.Now, detail: noted.Detail).Changed(),
        DeliveryInput.Said said => new Draft(row, context).Record(said.Kind, said.Source, context.Now, detail: said.Detail).Touched(),
        DeliveryInput.Released released => Release(row, released, context),
        DeliveryInput.Resent resent => Resend(row, resent, context),
        DeliveryInput.Voided voided => Void(row, voided, context),
        DeliveryInput.Suspended suspended => Suspend(row, suspended, context),
        DeliveryInput.Resumed resumed => Resume(row, resumed, context),
        DeliveryInput.CancelForced forced => ForceCancel(row, forced, context),
        DeliveryInput.Redirected redirected => Redirect(row, redirected, context),
        DeliveryInput.CalendarChanged changed => CountAnew(row, changed, context),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input, "No such input."),
    };

    /// <summary>Names the query that asks about it. No state, no history.</summary>
    public static DeliveryRow Queried(DeliveryRow row, long queryNumber) => row with { QueriedIn = queryNumber };

    private static DeliveryDecision Arrive(Draft draft, string source, DateTimeOffset claim)
    {
        var row = draft.Row;
        if (row.VoidAs is not null)
        {
            return draft.Record(EventKinds.Late, source, claim, detail: "DONE after void").Alert("arrived-though-void").Noted("void");
        }

        if (row.Transport == TransportState.Done)
        {
            return draft.Ignored("repeat");
        }

        var late = row.Transport == TransportState.Fail;
        var effective = draft.EffectiveAt(claim);
        var version = draft.Context.DueTimes.Version;
        var (answer, process) = AfterArrival(row, effective, draft.Context);
        draft.Row = row with
        {
            Transport = TransportState.Done,
            Phase = DispatchPhase.Resting,
            Cause = null,
            FailedBy = null,
            Failures = 0,
            ArrivedAt = effective,
            AnswerDue = SqlTime.Cut(answer),
            ProcessDue = SqlTime.Cut(process),
            CountedBy = version,
            ClaimedBy = null,
            ClaimedUntil = null,
            QueriedIn = null,
        };
        draft.Record(late ? EventKinds.LateArrival : EventKinds.Done, source, claim);
        draft.Settle(source, late ? "LATE_ARRIVAL: it has arrived after all" : "it has arrived");
        return (late ? draft.Alert(EventKinds.LateArrival) : draft).Changed();
    }

    /// <summary>Due of the answer and of the end of work. A recall or an update is answered by 15 or 16, for which there is more time (domain.md 6, amendments).</summary>
    private static (DateTimeOffset? Answer, DateTimeOffset? Process) AfterArrival(DeliveryRow row, DateTimeOffset arrived, DecisionContext context)
    {
        var (answer, process) = context.DueTimes.OfAnswer(row, context.DueDate, arrived);
        return (answer is not null && context.BusinessType is 1 or 2 ? context.DueTimes.OfAmendment(row, arrived) : answer, process);
    }

    private static DeliveryDecision TakeStatus(DeliveryRow row, DeliveryInput.StatusTaken status, DecisionContext context)
    {
        var draft = new Draft(row, context);
        var detail = status.Text is { Length: > 0 } text ? status.Code + " " + text : status.Code;
        var effect = row.VoidAs is null && !status.AnswersRequest ? BusinessMachine.Decide(row.Business, status.Code) : BusinessEffect.Note;
        if (effect != BusinessEffect.Advance)
        {
            return draft.Record(EventKinds.StatusNoted, status.Source, status.SealedAt, detail: detail).Noted(effect switch
            {
                BusinessEffect.Refuse => "refusal-after-acceptance",
                BusinessEffect.Unknown => "unknown-code",
                _ => row.VoidAs is null ? "repeat-or-late" : "void",
            });
        }

        draft.Row = row with
        {
            Business = status.Code,
            AnsweredAt = row.AnsweredAt ?? (BusinessMachine.Answers(status.Code) ? draft.EffectiveAt(status.SealedAt) : null),
            Cause = status.Code == BusinessMachine.Refused ? status.Text : row.Cause,
        };
        return draft.Record(EventKinds.Status, status.Source, status.SealedAt, detail: detail).Changed();
    }

    /// <summary>A recall or an update is a document like any other: with its 15 or 16 it is answered, and its clock stands still (statement.md 2).</summary>
    private static DeliveryDecision AnswerRequest(Draft draft, DeliveryInput.ChangeNoted answered)
    {
        var at = answered.At ?? draft.Context.Now;
        draft.Row = draft.Row with { AnsweredAt = draft.Row.AnsweredAt ?? draft.EffectiveAt(at) };
        return draft.Record(answered.Kind, answered.Source, at, detail: answered.Detail).Changed();
    }

    /// <summary>A counted failure of the current attempt: the next step of the ladder, or FAIL.</summary>
    private static DeliveryDecision Fail(Draft draft, FailCause cause, string reason, string source, DateTimeOffset claim, bool reportedByAdapter)
    {
        var row = draft.Row;
        var isFinal = cause == FailCause.Agency || row.Failures >= draft.Context.Ladder.Count;
        if (!isFinal)
        {
            draft.Row = Outgoing(row, draft.Context.Now + draft.Context.Ladder[row.Failures]) with { Failures = row.Failures + 1 };
            return draft.Record(EventKinds.AttemptFailed, source, claim, detail: reason, attempt: row.Attempt).Changed();
        }

        draft.Row = row with
        {
            Transport = TransportState.Fail,
            Phase = DispatchPhase.Resting,
            Cause = reason,
            FailedBy = cause,
            Failures = row.Failures + 1,
            ClaimedBy = null,
            ClaimedUntil = null,
            QueriedIn = null,
        };
        draft.Record(EventKinds.Failed, source, claim, detail: FailureDetail.Write(cause, reason)).FollowUps.Add(new FollowUp.KeepStuck(reason));
        if (!reportedByAdapter)
        {
            draft.FollowUps.Add(new FollowUp.OpenCancel(CancelPurpose.Failed));
        }

        return draft.Alert(EventKinds.Failed).Changed();
    }

    /// <summary>What the axis itself sends has no adapter that could be told.</summary>
    private static bool HasSender(DeliveryRow row) => row.SenderAgencyId != HubAgency.Id;

    /// <summary>The row waiting for its next attempt, from <paramref name="at"/> on; one that waits for another delivery goes on doing so.</summary>
    private static DeliveryRow Outgoing(DeliveryRow row, DateTimeOffset at) => row with
    {
        Attempt = row.Attempt + 1,
        Phase = row.Phase == DispatchPhase.Parked ? DispatchPhase.Parked : DispatchPhase.Waiting,
        NextAttemptAt = SqlTime.Cut(at),
        ClaimedBy = null,
        ClaimedUntil = null,
        PublishedAt = null,
        QueriedIn = null,
    };
}
