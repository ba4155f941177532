using Axis.Contracts.Http;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>
/// Compares an adapter's books with the hub's, pure. What moved on either side within <see cref="Tolerance"/> is on its way and no difference: a line's age is told by the adapter's clock alone, a
/// row's by the hub's clock back from when the adapter asked what is expected, just before it read its spool; of an adapter that does not say when, from when the hub compares; or from the spool's
/// reading if that is earlier. So a wrong clock at the adapter, and a long way of its books, hide differences of the last minutes and make none.
/// </summary>
internal static class CompareBooks
{
    /// <summary>How long something may be on its way between the two books.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    /// <summary>Every difference, those of what was sent first, and what could not be judged yet.</summary>
    /// <param name="head">Whose books they are, and as of when.</param>
    /// <param name="lines">Their lines; of two about one thing the last counts.</param>
    /// <param name="hub">The hub's books.</param>
    public static ComparedBooks Of(DayBooks head, IReadOnlyList<BookLine> lines, HubBooks hub)
    {
        var age = new BookAge(head.AsOf, new[] { head.AsOf, hub.Now, head.ExpectedAsOf ?? hub.Now }.Min());
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

        IReadOnlyList<FoundDifference> found =
        [
            .. sent.Values.SelectMany(line => CompareSent.Of(line, hub, age)),
            .. hub.Expected.Sent.Where(id => !sent.ContainsKey(id)).SelectMany(id => CompareSent.Missing(id, hub, age)),
            .. received.Values.SelectMany(line => CompareReceived.Of(line, hub, age)),
            .. hub.Expected.Received.Where(id => !received.ContainsKey(id)).SelectMany(id => CompareReceived.Missing(id, hub, age)),
        ];
        var seen = Keys(BookSide.Sent, sent.Keys, hub.Expected.Sent).Concat(Keys(BookSide.Received, received.Keys, hub.Expected.Received)).ToHashSet();
        return new(found, seen, age.Unjudged);
    }

    private static IEnumerable<(BookSide, Guid)> Keys(BookSide side, IEnumerable<Guid> posted, IEnumerable<Guid> expected) => posted.Concat(expected).Select(id => (side, id));
}
