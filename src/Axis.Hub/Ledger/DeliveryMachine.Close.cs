namespace Axis.Hub.Ledger;

internal static partial class DeliveryMachine
{
    /// <summary>A claim by a hub, until its lease runs out. No state, no history.</summary>
    public static DeliveryRow Claimed(DeliveryRow row, string owner, DateTimeOffset until) =>
        row with { Phase = DispatchPhase.Claimed, EverClaimed = true, ClaimedBy = owner, ClaimedUntil = until };

    /// <summary>The sender is told the current state again, though nothing changed.</summary>
    public static DeliveryRow Told(DeliveryRow row) => row with { StatesDue = HasSender(row) };

    /// <summary>A failure that somebody has dealt with: it stays FAIL and comes to rest, with who and why (statement.md 2); its sender is told.</summary>
    public static DeliveryDecision Close(DeliveryRow row, string source, string reason, DecisionContext context)
    {
        var draft = new Draft(row, context);
        return row is { VoidAs: null, Transport: TransportState.Fail }
            ? draft.Settle(source, reason).Record(EventKinds.Closed, source, context.Now, detail: reason).Changed()
            : draft.Ignored("not-failed");
    }
}
