using MassTransit;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>What a reconciliation changes in the history of differences, pure: what it finds is opened, what was open, was judged and is found no more is settled, what could
/// not be judged stays open, and what a person has closed stays closed
/// while it is the same fact: both books say of it what they said when it was closed.</summary>
/// <param name="Opened">New rows.</param>
/// <param name="Changed">Rows that were there.</param>
/// <param name="Events">Their events.</param>
/// <param name="Open">Every row that is open afterwards, with what was found.</param>
internal sealed record DifferenceBook(
    IReadOnlyList<BookDifferenceRow> Opened, IReadOnlyList<BookDifferenceRow> Changed, IReadOnlyList<BookDifferenceEventRow> Events,
    IReadOnlyList<(BookDifferenceRow Row, DateTimeOffset Since)> Open)
{
    /// <param name="compared">What a comparison has come to.</param>
    /// <param name="known">Open rows of the adapter, and those under the keys of what was found.</param>
    /// <param name="adapter">The adapter.</param>
    /// <param name="source">The reconciliation.</param>
    /// <param name="now">When.</param>
    public static DifferenceBook Of(
        ComparedBooks compared, IReadOnlyList<BookDifferenceRow> known, string adapter, string source, DateTimeOffset now)
    {
        var rows = known.ToDictionary(row => row.Key);
        var keys = new HashSet<DifferenceKey>();
        var (opened, changed, events, open) = (
            new List<BookDifferenceRow>(), new List<BookDifferenceRow>(), new List<BookDifferenceEventRow>(), new List<(BookDifferenceRow, DateTimeOffset)>());
        foreach (var one in compared.Found.Where(one => keys.Add(one.Key)))
        {
            if (rows.TryGetValue(one.Key, out var row) && row.RestSince is null)
            {
                var said = row with { AtHub = one.AtHub, AtAdapter = one.AtAdapter };
                open.Add((said, row.EventEffectiveAt!.Value));
                if (said != row)
                {
                    changed.Add(said);
                }

                continue;
            }

            if (row?.ClosedBy is not null && (row.AtHub, row.AtAdapter) == (one.AtHub, one.AtAdapter))
            {
                continue;
            }

            var (moved, entry) = Move(row ?? New(one, adapter), DifferenceEvents.Found, source, one.AtHub, one.AtAdapter, now);
            (row is null ? opened : changed).Add(moved);
            events.Add(entry);
            open.Add((moved, entry.EffectiveAt));
        }

        foreach (var row in known.Where(row => row.RestSince is null && !keys.Contains(row.Key)))
        {
            if (!compared.HasJudged(row))
            {
                open.Add((row, row.EventEffectiveAt!.Value));
                continue;
            }

            var (moved, entry) = Move(row, DifferenceEvents.Settled, source, "", "", now);
            changed.Add(moved);
            events.Add(entry);
        }

        return new(opened, changed, events, open);
    }

    /// <summary>Closes an open row: a person has dealt with it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    public static (BookDifferenceRow Row, BookDifferenceEventRow Event) Close(BookDifferenceRow row, string actor, string reason, DateTimeOffset now)
    {
        var (moved, entry) = Move(row, DifferenceEvents.Closed, actor, row.AtHub, row.AtAdapter, now);
        return (moved with { ClosedBy = actor }, entry with { Reason = reason });
    }

    private static (BookDifferenceRow Row, BookDifferenceEventRow Event) Move(
        BookDifferenceRow row, string kind, string source, string atHub, string atAdapter, DateTimeOffset now)
    {
        var effective = row.EventEffectiveAt > now ? row.EventEffectiveAt.Value : now;
        var entry = new BookDifferenceEventRow
        {
            DifferenceId = row.DifferenceId, Sequence = row.EventSequence + 1, Kind = kind, Source = source, AtHub = atHub, AtAdapter = atAdapter, RecordedAt = now,
            EffectiveAt = effective,
        };
        var moved = row with
        {
            RestSince = kind == DifferenceEvents.Found ? null : effective,
            EventSequence = entry.Sequence,
            EventEffectiveAt = effective,
            AtHub = atHub,
            AtAdapter = atAdapter,
            ClosedBy = null,
        };
        return (moved, entry);
    }

    private static BookDifferenceRow New(FoundDifference one, string adapter) => new()
    {
        DifferenceId = NewId.NextSequentialGuid(), AdapterCode = adapter, AgencyId = one.AgencyId, Side = one.Side, SubjectId = one.SubjectId, LineId = one.LineId,
        Code = one.Entry.Code, Document = one.Document,
    };
}
