using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>
/// The checks of the hub's door, R1 to R12 (domain.md 5): pure functions of the package and of what is known beside it, shared by the hub's door, its check
/// without sending, and the adapter's. R10, the signatures of documents, is judged elsewhere and filled in by <see cref="Checklist.With"/>.
/// </summary>
public static class DoorChecks
{
    /// <summary>As many findings as a reader tells (<see cref="ReadLimits.MaxFindings"/>): they travel with the receipt and with every delivery.</summary>
    private static readonly int MostFindings = ReadLimits.Default.MaxFindings;

    /// <summary>Judges by the package alone: R2, R3, R6, R7, and R8 without what needs a clock.</summary>
    public static Checklist Judge(ReadOutcome outcome) => Judge(outcome, DoorFacts.None);

    /// <summary>
    /// Judges what the reader found by what is known. Every rule tells everything that it finds, but all of them no more than 100 findings, the gravest first and some of each rule;
    /// one of which nothing can be said, after an earlier failure or for want of a source, is not checked.
    /// </summary>
    public static Checklist Judge(ReadOutcome outcome, DoorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(facts);
        var list = OfBytes(outcome, facts);
        return Bounded(outcome is ReadOutcome.Read read && IsReadable(list) ? Add(list, read.Package, outcome.Sha256, facts) : list);
    }

    /// <summary>
    /// Goes on with a judgement by what became known since: R1's adapter, R4, R5, R9, and R11's documents. Judged at once or in these two steps comes to the same, but that findings
    /// beyond 100 may be others. The first step knew the clock and the calendar, the second one knows the rest.
    /// </summary>
    /// <param name="list">What <see cref="Judge(ReadOutcome, DoorFacts)"/> said of the package.</param>
    /// <param name="package">The package.</param>
    /// <param name="sha256">Its SHA-256, lower-case hex, as far as it is known.</param>
    /// <param name="facts">What is known now.</param>
    public static Checklist Extend(Checklist list, Package package, string? sha256, DoorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(facts);
        list = facts.Adapter is null ? list : list.With(OfAdapter(list[CheckRule.R1].Findings, sha256, facts));
        return IsReadable(list) ? Bounded(Add(list, package, sha256, facts)) : list;
    }

    /// <summary>
    /// The refusal of each receiver that R5 turns away, by its code as the package spells it; none when the sender itself may not send. Where others go on, the checklist holds it as a warning.
    /// </summary>
    public static IReadOnlyList<(string Code, Finding Why)> TurnedAway(Package package, DoorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(facts);
        return facts is { Sender: { Standing: SenderStanding.Served } sender, Receivers: { } receivers }
            ? [.. AddressChecks.Judge(package, sender.Agency, receivers).Where(one => one.Refusal is not null).Select(one => (one.Code, one.Refusal!)).DistinctBy(one => one.Code)]
            : [];
    }

    /// <summary>The receivers that R5 lets through, one for each agency under its first spelling, in the package's order; none when the sender itself may not send.</summary>
    public static IReadOnlyList<ReceiverFact> Reached(Package package, DoorFacts facts)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(facts);
        return facts is { Sender: { Standing: SenderStanding.Served } sender, Receivers: { } receivers } ? AddressChecks.Reached(package, sender.Agency, receivers) : [];
    }

    private static CheckResult OfAdapter(IEnumerable<Finding> before, string? sha256, DoorFacts facts) =>
        CheckResult.Of(CheckRule.R1, [.. before, .. AddressChecks.OfAdapter(facts.Adapter!, facts.SealedSha256, sha256)]);

    /// <summary>False where reading stopped, so that what was not found means nothing.</summary>
    private static bool IsReadable(Checklist list) => list[CheckRule.R2].State is not (CheckState.NotChecked or CheckState.Failed);

    /// <summary>What the bytes alone say, and the clock and calendar beside them.</summary>
    private static Checklist OfBytes(ReadOutcome outcome, DoorFacts facts)
    {
        var (package, findings) = outcome switch
        {
            ReadOutcome.Read read => (read.Package, read.Package.Findings),
            ReadOutcome.Refused refused => (null, refused.Findings),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        var byRule = findings.ToLookup(RuleOf);
        var list = Checklist.Empty;
        if (facts.Adapter is not null)
        {
            list = list.With(OfAdapter(byRule[CheckRule.R1], outcome.Sha256, facts));
        }

        if (byRule.Contains(CheckRule.R1) || byRule[CheckRule.R2].Any(finding => finding.Severity == Severity.Refusal))
        {
            // Reading stopped there: what had been found until then is told, what had not been found means nothing.
            return new([.. list.Results.Select(result => byRule.Contains(result.Rule) && result.State == CheckState.NotChecked
                ? CheckResult.Of(result.Rule, [.. byRule[result.Rule]])
                : result)]);
        }

        list = list
            .With(CheckResult.Of(CheckRule.R2, [.. byRule[CheckRule.R2]]))
            .With(CheckResult.Of(CheckRule.R3, [.. byRule[CheckRule.R3]]));
        return package is null
            ? list
                .With(CheckResult.Of(CheckRule.R7, [.. byRule[CheckRule.R7]]))
                .With(CheckResult.Of(CheckRule.R8, [.. byRule[CheckRule.R8]]))
            : WithContent(list, package, byRule, facts);
    }

    /// <summary>The same states with no more findings than may travel.</summary>
    private static Checklist Bounded(Checklist list)
    {
        if (list.Findings.Count <= MostFindings)
        {
            return list;
        }

        var kept = list.Results.SelectMany(result => result.Findings.Select((finding, place) => (Finding: finding, Place: place)))
            .OrderByDescending(found => found.Finding.Severity).ThenBy(found => found.Place).Take(MostFindings)
            .Select(found => found.Finding).ToHashSet(ReferenceEqualityComparer.Instance);
        return new([.. list.Results.Select(result => result with { Findings = [.. result.Findings.Where(kept.Contains)] })]);
    }

    /// <summary>The rule a finding of the reader or of these checks belongs to, by the block of its code.</summary>
    public static CheckRule RuleOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Code.AsSpan() switch
        {
            var code when code.SequenceEqual(ErrorCatalogue.PackageTooLarge.Code) => CheckRule.R1,
            var code when code.StartsWith("AXS-20") => CheckRule.R2,
            var code when code.StartsWith("AXS-22") => CheckRule.R11,
            var code when code.StartsWith("AXS-23") => CheckRule.R8,
            var code when code.StartsWith("AXS-26") => CheckRule.R6,
            var code when code.StartsWith("AXS-27") => CheckRule.R7,
            var code when code.StartsWith("AXS-28") => CheckRule.R8,
            var code when code.StartsWith("AXS-29") => CheckRule.R12,
            _ => CheckRule.R3,
        };
    }

    /// <summary>R6, R7, R8 and R12, and of R11 what the document itself says.</summary>
    private static Checklist WithContent(Checklist list, Package package, ILookup<CheckRule, Finding> byRule, DoorFacts facts)
    {
        DateOnly? today = facts.Now is { } now ? VietnamTime.DateOf(now) : null;
        list = list
            .With(CheckResult.Of(CheckRule.R6, AttachmentChecks.Find(package)))
            .With(CheckResult.Of(CheckRule.R7, [.. byRule[CheckRule.R7], .. ContentChecks.Find(package)]))
            .With(CheckResult.Of(CheckRule.R8, [.. byRule[CheckRule.R8], .. SecrecyChecks.Find(package), .. FormChecks.Find(package, today)]));
        var amendment = AmendmentChecks.Find(package);
        list = amendment.Count > 0 ? list.With(CheckResult.Of(CheckRule.R11, amendment)) : list;
        return facts is { Now: { } accepted, Calendar: { } calendar }
            ? list.With(CheckResult.Of(CheckRule.R12, SendingChecks.Find(package, accepted, calendar)))
            : list;
    }

    /// <summary>R11 by the ledger; R4, R5 and R9, each only when the one before it lets anything through.</summary>
    private static Checklist Add(Checklist list, Package package, string? sha256, DoorFacts facts)
    {
        if (facts is { Amended: { } amended, Receivers: { } codes })
        {
            list = list.With(CheckResult.Of(CheckRule.R11, [.. list[CheckRule.R11].Findings, .. AmendmentChecks.Find(package, amended, codes)]));
        }

        if (facts.Sender is not { } sender)
        {
            return list;
        }

        var adapter = facts.Adapter?.Code ?? "?";
        list = list.With(CheckResult.Of(CheckRule.R4, [.. AddressChecks.OfSender(sender, adapter), .. AddressChecks.OfAmended(sender, adapter, facts.Amended ?? [])]));
        if (list[CheckRule.R4].State == CheckState.Failed || facts.Receivers is not { } receivers)
        {
            return list;
        }

        list = list.With(CheckResult.Of(CheckRule.R5, AddressChecks.OfReceivers(package, sender.Agency, receivers)));
        return list[CheckRule.R5].State == CheckState.Failed || facts.Earlier is null || package.Edoc is null
            ? list
            : list.With(CheckResult.Of(
                CheckRule.R9, RepeatChecks.Find(package, sha256, AddressChecks.Reached(package, sender.Agency, receivers), facts)));
    }
}
