using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Hub.Flow;

/// <summary>The refusals that one transaction makes and settles, in their order; written once, at the end.</summary>
internal sealed class RefusalBook(DateTimeOffset now)
{
    private readonly List<Act> acts = [];

    /// <summary>Notes a refusal.</summary>
    /// <param name="refused">The case as it would begin; where it stands already only its key counts.</param>
    /// <param name="code">Code of the finding.</param>
    /// <param name="copies">Copies refused at once.</param>
    /// <param name="source">Who handed it over.</param>
    public void Refuse(RefusalCaseRow refused, string code, int copies, string source) => acts.Add(new Act(source) { Refused = refused, Code = code, Copies = copies });

    /// <summary>Notes that a document was accepted: what is open of its family, or of its bytes, was sent again.</summary>
    public void Accept(RefusalFamily family, string source) => acts.Add(new Act(source) { Accepted = family });

    /// <summary>Closes what is open of these bytes, by a person.</summary>
    /// <param name="family">The bytes and their sender.</param>
    /// <param name="reason">Why.</param>
    /// <param name="source">Who.</param>
    /// <param name="wholeOnly">Only the refusal of the package as a whole, not of receivers where it was accepted.</param>
    public void Close(RefusalFamily family, string reason, string source, bool wholeOnly = false) =>
        acts.Add(new Act(source) { Accepted = family with { FamilyKey = null }, Reason = reason, WholeOnly = wholeOnly });

    public async Task WriteAsync(ILedgerTransaction transaction, CancellationToken cancellation)
    {
        if (acts.Count == 0)
        {
            return;
        }

        var read = await transaction.FindRefusalCasesAsync(
            [.. acts.Select(act => act.Refused?.Key).OfType<RefusalCaseKey>().Distinct()], [.. acts.Select(act => act.Accepted).OfType<RefusalFamily>().Distinct()], cancellation);
        var known = read.Select(row => row.CaseId).ToHashSet();
        var cases = read.ToDictionary(row => row.Key);
        var events = new List<RefusalEventRow>();
        foreach (var act in acts)
        {
            if (act.Refused is { } refused)
            {
                Take(RefusalMachine.Refuse(
                    cases.GetValueOrDefault(refused.Key) ?? refused with { CaseId = NewId.NextSequentialGuid() }, act.Code, act.Copies, act.Source, now));
            }
            else if (act.Accepted is { } family)
            {
                foreach (var open in cases.Values.Where(row => row.RestSince is null && IsOf(row, family) && !(act.WholeOnly && row.ReceiverCode.Length > 0)).ToArray())
                {
                    Take(act.Reason is { } reason
                        ? RefusalMachine.Settle(open, RefusalKinds.Closed, reason, act.Source, now)
                        : RefusalMachine.Settle(open, RefusalKinds.SentAgain, Closures.SentAgain, act.Source, now));
                }
            }
        }

        var touched = events.Select(entry => entry.CaseId).ToHashSet();
        var changed = cases.Values.Where(row => touched.Contains(row.CaseId)).ToArray();
        await transaction.SaveRefusalCasesAsync([.. changed.Where(row => !known.Contains(row.CaseId))], [.. changed.Where(row => known.Contains(row.CaseId))], events, cancellation);

        void Take((RefusalCaseRow Row, RefusalEventRow Event) next)
        {
            cases[next.Row.Key] = next.Row;
            events.Add(next.Event);
        }
    }

    private static bool IsOf(RefusalCaseRow row, RefusalFamily family) =>
        row.AgencyId == family.AgencyId && (row.PackageSha256 == family.PackageSha256 || (family.FamilyKey is not null && row.FamilyKey == family.FamilyKey));

    private sealed record Act(string Source)
    {
        public RefusalCaseRow? Refused { get; init; }

        public string Code { get; init; } = "";

        public int Copies { get; init; }

        public RefusalFamily? Accepted { get; init; }

        /// <summary>Why it is closed; null where it was sent again.</summary>
        public string? Reason { get; init; }

        public bool WholeOnly { get; init; }
    }
}
