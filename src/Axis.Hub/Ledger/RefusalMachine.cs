using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>The life of a refusal, pure: open while somebody has to mend it; a repeat after it was settled opens it again.</summary>
internal static class RefusalMachine
{
    /// <summary>Refuses it (once more).</summary>
    public static (RefusalCaseRow Row, RefusalEventRow Event) Refuse(RefusalCaseRow row, string code, int copies, string source, DateTimeOffset now) =>
        Append(row with { RestSince = null }, RefusalKinds.Refused, copies, source, code, now);

    /// <summary>Settles an open one.</summary>
    /// <param name="row">The case.</param>
    /// <param name="kind"><see cref="RefusalKinds.SentAgain"/> or <see cref="RefusalKinds.Closed"/>.</param>
    /// <param name="detail">Why.</param>
    /// <param name="source">Who.</param>
    /// <param name="now">The hub's clock.</param>
    public static (RefusalCaseRow Row, RefusalEventRow Event) Settle(RefusalCaseRow row, string kind, string detail, string source, DateTimeOffset now)
    {
        var (settled, entry) = Append(row, kind, 0, source, detail, now);
        return (settled with { RestSince = entry.EffectiveAt }, entry);
    }

    /// <summary>Notes what the agency says of it; that changes nothing.</summary>
    public static (RefusalCaseRow Row, RefusalEventRow Event) Say(RefusalCaseRow row, string kind, string detail, string source, DateTimeOffset now) =>
        Append(row, kind, 0, source, detail, now);

    private static (RefusalCaseRow Row, RefusalEventRow Event) Append(RefusalCaseRow row, string kind, int copies, string source, string detail, DateTimeOffset now)
    {
        var recorded = SqlTime.Cut(now);

        // A hub's clock may step back.
        var effective = row.EventEffectiveAt > recorded ? row.EventEffectiveAt.Value : recorded;
        var entry = new RefusalEventRow
        {
            CaseId = row.CaseId, Sequence = row.EventSequence + 1, Kind = kind, Copies = copies, Source = source, Detail = detail, RecordedAt = recorded, EffectiveAt = effective,
        };
        return (row with { EventSequence = entry.Sequence, EventEffectiveAt = effective }, entry);
    }
}
