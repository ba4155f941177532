using Axis.Contracts.Wire;

namespace Axis.Hub.Ledger;

internal static partial class DeliveryMachine
{
    private static DeliveryDecision DeadLetter(DeliveryRow row, DeliveryInput.DeadLettered dead, DecisionContext context)
    {
        var draft = new Draft(row, context);
        var isOpen = row is { VoidAs: null, Transport: TransportState.Initial or TransportState.Processing };

        // A sign of this attempt says that a copy got through: the dead one was a second.
        if (isOpen && dead.Attempt == row.Attempt && row.Phase != DispatchPhase.Held)
        {
            return Fail(draft, FailCause.Hub, dead.Reason, "hub", context.Now, reportedByAdapter: false);
        }

        if (row is { VoidAs: not null } or { Transport: TransportState.Done })
        {
            draft.Settle("hub", row.VoidAs is { } cause ? $"it was void before: {cause}" : "it had arrived before");
        }

        return draft.Record(EventKinds.Late, "hub", context.Now, detail: $"dead letter of attempt {dead.Attempt}: {dead.Reason}", attempt: dead.Attempt).Noted("late-dead-letter");
    }

    private static DeliveryDecision Resend(DeliveryRow row, DeliveryInput.Resent resent, DecisionContext context)
    {
        var draft = new Draft(row, context);
        if (row is not { VoidAs: null, Transport: TransportState.Fail })
        {
            return draft.Ignored("not-failed");
        }

        draft.Row = Outgoing(row, context.Now) with { Transport = TransportState.Initial, Failures = 0, Cause = null, FailedBy = null };
        draft.Start(context.Now);
        draft.Settle(resent.Source, $"sent again as attempt {draft.Row.Attempt}: {resent.Reason}", sentAgain: true);
        return draft.Record(EventKinds.Resent, resent.Source, context.Now, detail: resent.Reason).Changed();
    }

    private static DeliveryDecision Void(DeliveryRow row, DeliveryInput.Voided voided, DecisionContext context)
    {
        var draft = new Draft(row, context);
        if (row.VoidAs is not null)
        {
            return draft.Ignored("void");
        }

        draft.Row = row with
        {
            VoidAs = voided.Cause,
            Cause = voided.Reason,
            Phase = DispatchPhase.Resting,
            ClaimedBy = null,
            ClaimedUntil = null,
            QueriedIn = null,
        };
        draft.Settle(voided.Source, $"void, {voided.Cause}: {voided.Reason}");
        return draft.Record(EventKinds.Voided, voided.Source, context.Now, detail: $"{voided.Cause}: {voided.Reason}").Changed();
    }

    private static DeliveryDecision Release(DeliveryRow row, DeliveryInput.Released released, DecisionContext context)
    {
        var draft = new Draft(row, context);
        if (row is not { VoidAs: null, Phase: DispatchPhase.Parked })
        {
            return draft.Ignored("not-parked");
        }

        // Its own clock runs from here: nobody could have taken it before.
        draft.Row = row with { Phase = DispatchPhase.Waiting, NextAttemptAt = draft.Context.Now };
        draft.Start(context.Now);
        return draft.Record(EventKinds.Released, released.Source, context.Now, detail: released.Reason).Touched();
    }

    private static DeliveryDecision Suspend(DeliveryRow row, DeliveryInput.Suspended suspended, DecisionContext context)
    {
        var draft = new Draft(row, context);
        if (row is not { VoidAs: null, Suspended: false, Transport: TransportState.Initial or TransportState.Processing })
        {
            return draft.Ignored("not-on-its-way");
        }

        draft.Row = row with { Suspended = true };
        if (row.EverClaimed)
        {
            draft.FollowUps.Add(new FollowUp.OpenCancel(CancelPurpose.Suspend));
        }

        return draft.Record(EventKinds.Suspended, suspended.Source, context.Now, detail: suspended.Reason).Changed();
    }

    private static DeliveryDecision Resume(DeliveryRow row, DeliveryInput.Resumed resumed, DecisionContext context)
    {
        var draft = new Draft(row, context);
        if (row is not { VoidAs: null, Suspended: true })
        {
            return draft.Ignored("not-suspended");
        }

        var isOpen = row.Transport is TransportState.Initial or TransportState.Processing;

        // The adapter keeps a tombstone of the cancelled attempt: only a higher one passes it.
        draft.Row = (isOpen && row.EverClaimed ? Outgoing(row, context.Now) : row) with { Suspended = false };
        return draft.Record(EventKinds.Resumed, resumed.Source, context.Now, detail: resumed.Reason).Changed();
    }

    /// <summary>Counts like the answer of the right spool; TAKEN frees the place that the row has in the window, as PROCESSING does.</summary>
    private static DeliveryDecision ForceCancel(DeliveryRow row, DeliveryInput.CancelForced forced, DecisionContext context)
    {
        var draft = new Draft(row, context);
        draft.FollowUps.Add(new FollowUp.SettleCancel(forced.Answer, Counts: true));
        var becomesHeld = forced.Answer == CancelAnswer.Taken && row is { VoidAs: null, Transport: TransportState.Initial };
        if (becomesHeld)
        {
            draft.Row = row with
            {
                Transport = TransportState.Processing,
                Phase = DispatchPhase.Held,
                SignAt = draft.Context.Now,
                ClaimedBy = null,
                ClaimedUntil = null,
                QueriedIn = null,
            };
        }

        draft.Record(EventKinds.CancelAnswered, forced.Source, context.Now, detail: $"forced as {forced.Answer} {forced.Reason}");
        return becomesHeld ? draft.Changed() : draft.Noted("forced");
    }

    private static DeliveryDecision Redirect(DeliveryRow row, DeliveryInput.Redirected redirected, DecisionContext context)
    {
        var draft = new Draft(row, context);
        if (row is not { VoidAs: null, Transport: TransportState.Initial or TransportState.Processing } || row.AdapterCode == redirected.Adapter)
        {
            return draft.Ignored("nothing-to-redirect");
        }

        // The other adapter's spool has never seen it: claims, marks and the spool of the first publication begin anew.
        draft.Row = Outgoing(row, context.Now) with { AdapterCode = redirected.Adapter, EverClaimed = false, FirstSpoolId = null, SignAt = null };
        return draft.Record(EventKinds.Redirected, redirected.Source, context.Now, detail: $"{row.AdapterCode} to {redirected.Adapter}: {redirected.Reason}").Changed();
    }
}
