namespace Axis.Hub.Ledger;

/// <summary>A place where a delivery's history does not hold together.</summary>
/// <param name="Sequence">Sequence expected there.</param>
/// <param name="Reason"><c>missing</c> (a gap or a strange first entry), <c>altered</c> (its hash does not fit) or <c>back</c> (effective before its predecessor).</param>
internal sealed record BrokenLink(int Sequence, string Reason);

/// <summary>Proves a history: every entry follows from the one before.</summary>
internal static class HistoryVerifier
{
    /// <summary>The first broken link of one delivery's events in sequence order, or null when the chain is whole.</summary>
    public static BrokenLink? FindBroken(IReadOnlyList<DeliveryEventRow> events)
    {
        DeliveryEventRow? previous = null;
        foreach (var entry in events)
        {
            var expected = (previous?.Sequence ?? 0) + 1;
            if (entry.Sequence != expected || (previous is not null && entry.DeliveryId != previous.DeliveryId))
            {
                return new BrokenLink(expected, "missing");
            }

            if (DeliveryHistory.HashOf(previous?.Hash, entry) != entry.Hash)
            {
                return new BrokenLink(expected, "altered");
            }

            if (entry.EffectiveAt < previous?.EffectiveAt)
            {
                return new BrokenLink(expected, "back");
            }

            previous = entry;
        }

        return null;
    }

    /// <summary>The same, and that the row's head is the last entry: a cut-off end is found too.</summary>
    public static BrokenLink? FindBroken(DeliveryRow row, IReadOnlyList<DeliveryEventRow> events) =>
        FindBroken(events) ?? (events.Count == row.EventSequence && (events.Count == 0 ? null : events[^1].Hash) == row.EventHash
            ? null
            : new BrokenLink(events.Count + 1, "missing"));
}
