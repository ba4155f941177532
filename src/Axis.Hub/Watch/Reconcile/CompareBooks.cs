using Axis.Contracts.Http;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>
/// Compares an adapter's books with the hub's, pure. What moved on either side within <see cref="Tolerance"/> is on its way and no difference: a line's age is told by the adapter's clock alone, a
/// row's by the hub's clock back from when the hub compares, or from the spool's reading if that is earlier. So a wrong clock at the adapter hides differences of the last minutes and makes none.
/// </summary>
internal static class CompareBooks
{
    /// <summary>How long something may be on its way between the two books.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Every difference, those of what was sent first.</summary>
    /// <param name="head">Whose books they are, and as of when.</param>
    /// <param name="lines">Their lines; of two about one thing the last counts.</param>
    /// <param name="hub">The hub's books.</param>
    public static IReadOnlyList<FoundDifference> Of(DayBooks head, IReadOnlyList<BookLine> lines, HubBooks hub)
    {
        var age = new BookAge(head.AsOf, hub.Now < head.AsOf ? hub.Now : head.AsOf);
        var sent = new Dictionary<Guid, SentLine>();
        var received = new Dictionary<Guid, ReceivedLine>();
        foreach (var line in lines)
        {
            if (line.Sent is { } one)
            {
                sent[one.SubmissionId] = one;
            }
            else if (line.Received is { } other)
            {
                received[other.DeliveryId] = other;
            }
        }

        return
        [
            .. sent.Values.SelectMany(line => CompareSent.Of(line, hub, age)),
            .. hub.Expected.Sent.Where(id => !sent.ContainsKey(id)).SelectMany(id => CompareSent.Missing(id, hub, age)),
            .. received.Values.SelectMany(line => CompareReceived.Of(line, hub, age)),
            .. hub.Expected.Received.Where(id => !received.ContainsKey(id)).SelectMany(id => CompareReceived.Missing(id, hub, age)),
        ];
    }
}

/// <summary>Tells what is on its way from what has had its time.</summary>
/// <param name="AsOf">When the spool was read, by the adapter's clock.</param>
/// <param name="Reference">The earlier of that and of when the hub compares.</param>
internal readonly record struct BookAge(DateTimeOffset AsOf, DateTimeOffset Reference)
{
    /// <summary>True when something in the adapter's books has stood so for long enough.</summary>
    public bool IsOldLine(DateTimeOffset since) => AsOf - since >= CompareBooks.Tolerance;

    /// <summary>True when something in the hub's books has stood so for long enough.</summary>
    public bool IsOldRow(DateTimeOffset at) => Reference - at >= CompareBooks.Tolerance;
}
