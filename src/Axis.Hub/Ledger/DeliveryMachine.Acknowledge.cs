using Axis.Contracts.Wire;

namespace Axis.Hub.Ledger;

internal static partial class DeliveryMachine
{
    private static DeliveryDecision Acknowledge(DeliveryRow row, DeliveryInput.Acknowledged said, DecisionContext context)
    {
        var draft = new Draft(row, context);
        var item = said.Item;
        if (said.Adapter != row.AdapterCode)
        {
            // Another adapter cannot even write into the history of what was never meant for it.
            return draft.Alert("foreign-acknowledgement").Ignored("foreign-adapter");
        }

        if (!row.EverClaimed)
        {
            return draft.Alert("acknowledged-unsent").Ignored("never-claimed");
        }

        var source = "adapter:" + said.Adapter;
        if (item.Attempt > row.Attempt || item.Attempt < 1)
        {
            return draft.Record(EventKinds.AcknowledgeRefused, source, item.At, detail: $"{item.Kind} of attempt {item.Attempt}").Noted("attempt-unknown");
        }

        if (!HashFits(item, said.PackageSha256))
        {
            return draft.Record(EventKinds.AcknowledgeRefused, source, item.At, detail: $"{item.Kind} of other bytes").Alert("hash-mismatch").Noted("hash-mismatch");
        }

        if (item.Kind == AcknowledgeKind.Unknown)
        {
            return Lose(draft, said, source);
        }

        // A copy given back is held no longer: CANCELLED frees no place and marks nothing.
        if (item.Kind != AcknowledgeKind.Cancelled)
        {
            draft.Row = Sign(row, said.SpoolId, item.Attempt == row.Attempt, draft.Context.Now);
        }

        return item.Kind switch
        {
            AcknowledgeKind.Processing => Spool(draft, source, item),
            AcknowledgeKind.Done => Arrive(draft, source, item.At),
            AcknowledgeKind.Fail => FailAttempt(draft, source, item),
            AcknowledgeKind.Cancelled => GiveBack(draft, source, said),
            AcknowledgeKind.Taken => Take(draft, source, said),
            _ => throw new ArgumentOutOfRangeException(nameof(said), item.Kind, "No such acknowledgement."),
        };
    }

    /// <summary>A FAIL may come from an adapter that never got the content; UNKNOWN and CANCELLED from one that holds nothing.</summary>
    private static bool HashFits(AcknowledgeItem item, string expected) =>
        item.PackageSha256 is { } hash
            ? string.Equals(hash, expected, StringComparison.OrdinalIgnoreCase)
            : item.Kind is AcknowledgeKind.Unknown or AcknowledgeKind.Cancelled or AcknowledgeKind.Fail;

    /// <summary>The published mark, and for the current attempt the end of its place in the window.</summary>
    private static DeliveryRow Sign(DeliveryRow row, Guid spool, bool isCurrent, DateTimeOffset now)
    {
        var signed = row with { SignAt = now, FirstSpoolId = row.FirstSpoolId ?? spool };
        return !isCurrent || row.Phase == DispatchPhase.Resting
            ? signed
            : signed with { Phase = DispatchPhase.Held, PublishedAt = row.PublishedAt ?? now, ClaimedBy = null, ClaimedUntil = null, QueriedIn = null };
    }

    private static DeliveryDecision Spool(Draft draft, string source, AcknowledgeItem item)
    {
        switch (draft.Row)
        {
            case { VoidAs: not null }:
                return draft.Record(EventKinds.Late, source, item.At, detail: "PROCESSING after void").Noted("void");
            case { Transport: TransportState.Initial }:
                draft.Row = draft.Row with { Transport = TransportState.Processing };
                return draft.Record(EventKinds.Processing, source, item.At, attempt: item.Attempt).Changed();
            case { Transport: TransportState.Processing }:
                return draft.Touched();
            case { Transport: TransportState.Done }:
                return draft.Ignored("implied");
            default:
                return draft.Record(EventKinds.Late, source, item.At, detail: "PROCESSING after FAIL").Noted("failed");
        }
    }

    private static DeliveryDecision FailAttempt(Draft draft, string source, AcknowledgeItem item)
    {
        var row = draft.Row;
        var reason = item.Reason ?? "FAIL";
        if (row.VoidAs is not null || row.Transport is TransportState.Done or TransportState.Fail || item.Attempt < row.Attempt)
        {
            return draft.Record(EventKinds.Late, source, item.At, detail: $"FAIL of attempt {item.Attempt}: {reason}", attempt: item.Attempt).Noted("late-fail");
        }

        return Fail(draft, item.Cause ?? FailCause.Adapter, reason, source, item.At, reportedByAdapter: true);
    }

    private static DeliveryDecision GiveBack(Draft draft, string source, DeliveryInput.Acknowledged said)
    {
        var (row, item) = (draft.Row, said.Item);
        if (said.OpenCancel is { } cancel)
        {
            if (item.Attempt < cancel.Attempt)
            {
                // The doubled answer of an earlier cancel says nothing of this one.
                return draft.Record(EventKinds.Late, source, item.At, detail: $"CANCELLED of attempt {item.Attempt}").Noted("old-attempt");
            }

            var counts = row.FirstSpoolId is null || row.FirstSpoolId == said.SpoolId;
            draft.FollowUps.Add(new FollowUp.SettleCancel(CancelAnswer.Cancelled, counts));
            draft.Record(EventKinds.CancelAnswered, source, item.At, detail: counts ? "CANCELLED" : "CANCELLED by another spool");
            return (counts ? draft : draft.Alert("cancelled-by-another-spool")).Noted("cancelled");
        }

        var isOpen = row is { VoidAs: null, Suspended: false, Transport: TransportState.Initial or TransportState.Processing };
        if (!isOpen || item.Attempt != row.Attempt)
        {
            return draft.Record(EventKinds.Late, source, item.At, detail: $"CANCELLED of attempt {item.Attempt}").Noted("nothing-asked");
        }

        draft.Row = Outgoing(row, draft.Context.Now);
        return draft.Record(EventKinds.GivenBack, source, item.At, attempt: row.Attempt).Changed();
    }

    private static DeliveryDecision Take(Draft draft, string source, DeliveryInput.Acknowledged said)
    {
        if (said.OpenCancel is not { } cancel || said.Item.Attempt < cancel.Attempt)
        {
            return Spool(draft, source, said.Item);
        }

        draft.FollowUps.Add(new FollowUp.SettleCancel(CancelAnswer.Taken, Counts: true));
        var becomesHeld = draft.Row is { VoidAs: null, Transport: TransportState.Initial };
        if (becomesHeld)
        {
            draft.Row = draft.Row with { Transport = TransportState.Processing };
        }

        draft.Record(EventKinds.CancelAnswered, source, said.Item.At, detail: "TAKEN");
        return becomesHeld ? draft.Changed() : draft.Noted("taken");
    }

    /// <summary>UNKNOWN: counts once, for the outstanding query and the current attempt, and only where something is on the way.</summary>
    private static DeliveryDecision Lose(Draft draft, DeliveryInput.Acknowledged said, string source)
    {
        var (row, item) = (draft.Row, said.Item);
        var isAnswer = item.QueryNumber is { } number && number == said.OutstandingQuery && number == row.QueriedIn && item.Attempt == row.Attempt;
        var isOnTheWay = row is { VoidAs: null, Transport: TransportState.Initial or TransportState.Processing, Phase: DispatchPhase.Published or DispatchPhase.Held };
        if (!isAnswer || !isOnTheWay)
        {
            return draft.Ignored("not-asked");
        }

        draft.Row = row with { Phase = DispatchPhase.Waiting, NextAttemptAt = draft.Context.Now, PublishedAt = null, QueriedIn = null };
        var lost = draft.Record(EventKinds.Lost, source, item.At, detail: $"query {item.QueryNumber}");
        return lost.Alert(EventKinds.Lost).Touched();
    }
}
