using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>R1 (adapter and hash), R4 (sender) and R5 (receivers), by what the registry says of them.</summary>
internal static class AddressChecks
{
    public static IEnumerable<Finding> OfAdapter(AdapterFact adapter, string? sealedSha256, string? sha256)
    {
        if (!adapter.IsActive)
        {
            yield return adapter.SuspendedSince is { } since
                ? Finding.Refuse(ErrorCatalogue.AdapterSuspended, "", adapter.Code, VietnamTime.Show(since))
                : Finding.Refuse(ErrorCatalogue.AdapterRefused, "", adapter.Code);
        }

        if (sealedSha256 is not null && sha256 is not null && sealedSha256 != sha256)
        {
            yield return Finding.Refuse(ErrorCatalogue.PackageHashMismatch, "");
        }
    }

    public static IEnumerable<Finding> OfSender(SenderFact sender, string adapter)
    {
        var path = HeaderPath.Of("From/OrganId");
        var fault = sender.Standing switch
        {
            SenderStanding.Served => null,
            SenderStanding.Locked => Finding.Refuse(ErrorCatalogue.SenderLocked, path, sender.Code, Shown(sender.SuspendedSince)),
            SenderStanding.OutsideDelegation => Finding.Refuse(ErrorCatalogue.DelegationMissing, path, sender.Code, adapter),
            SenderStanding.NotOfSeal => Finding.Refuse(ErrorCatalogue.SealNotOfAgency, "", sender.Certificate ?? "?", sender.Code),
            _ => Finding.Refuse(ErrorCatalogue.SenderNotServed, path, sender.Code, adapter),
        };
        if (fault is not null)
        {
            yield return fault;
        }

        if (sender.Successor is { } successor)
        {
            yield return Finding.Warn(ErrorCatalogue.CodeSucceeded, path, sender.Code, successor);
        }
    }

    /// <summary>Under a limited delegation nothing may be asked of documents that it does not cover, whatever the package calls itself.</summary>
    public static IEnumerable<Finding> OfAmended(SenderFact sender, string adapter, IReadOnlyList<AmendedDocument> amended) =>
        sender is { Standing: SenderStanding.Served, Scope: { } scope } && amended.Any(document => document.TypeNames.Any(type => !DelegationScope.Covers(scope, type)))
            ? [Finding.Refuse(ErrorCatalogue.DelegationMissing, HeaderPath.Of("From/OrganId"), sender.Code, adapter)]
            : [];

    /// <summary>Where others go on, a receiver that is turned away refuses nothing.</summary>
    public static IReadOnlyList<Finding> OfReceivers(Package package, string? sender, IReadOnlyList<ReceiverFact> receivers)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var findings = new List<Finding>();
        foreach (var (code, path, fact, refusal) in Judge(package, sender, receivers))
        {
            if (refusal is not null)
            {
                findings.Add(refusal);
            }
            else if (!reached.Add(fact.Agency!))
            {
                findings.Add(Finding.Warn(ErrorCatalogue.ReceiverNamedTwice, path, code));
            }
            else if (fact.SuspendedAdapter is { } adapter)
            {
                findings.Add(Finding.Warn(ErrorCatalogue.ReceiverAdapterSuspended, path, code, adapter.Code, Shown(adapter.SuspendedSince)));
            }

            if (fact.Successor is { } successor)
            {
                findings.Add(Finding.Warn(ErrorCatalogue.CodeSucceeded, path, code, successor));
            }
        }

        if (reached.Count > 0)
        {
            return [.. findings.Select(finding => finding.Severity == Severity.Refusal ? finding with { Severity = Severity.Warning } : finding)];
        }

        findings.Add(Finding.Refuse(ErrorCatalogue.NoReceiverLeft, ""));
        return findings;
    }

    /// <summary>Every receiver of the package in its order: its code, its place, what is known of it, and why it is turned away, or <c>null</c>.</summary>
    public static IEnumerable<(string Code, string Path, ReceiverFact Fact, Finding? Refusal)> Judge(
        Package package, string? sender, IReadOnlyList<ReceiverFact> receivers)
    {
        var known = Index(receivers);
        for (var index = 0; index < package.Receivers.Count; index++)
        {
            var code = package.Receivers[index];
            var path = HeaderPath.Of(package.Kind == PackageKind.Edoc ? $"To[{index + 1}]/OrganId" : "ResponseFor/OrganId");
            var fact = known.GetValueOrDefault(code) ?? new ReceiverFact(code, null, ReceiverStanding.Unknown);
            yield return (code, path, fact, Fault(package.Kind, sender, fact, path));
        }
    }

    private static Finding? Fault(PackageKind kind, string? sender, ReceiverFact fact, string path) => fact switch
    {
        { Agency: null } or { Standing: ReceiverStanding.Unknown } => Finding.Refuse(ErrorCatalogue.ReceiverUnknown, path, fact.Code),
        { Agency: var agency } when agency == sender => Finding.Refuse(ErrorCatalogue.ReceiverIsSender, path, fact.Code),
        { Standing: ReceiverStanding.Locked } => Finding.Refuse(ErrorCatalogue.ReceiverLocked, path, fact.Code, Shown(fact.SuspendedSince)),

        // What answers a document is kept for its sender until the adapter is back.
        { SuspendedAdapter: { } adapter } when kind == PackageKind.Edoc =>
            Finding.Refuse(ErrorCatalogue.ReceiverAdapterSuspended, path, fact.Code, adapter.Code, Shown(adapter.SuspendedSince)),
        _ => null,
    };

    /// <summary>The receivers that R5 lets through, one for each agency, under the first spelling.</summary>
    public static IReadOnlyList<ReceiverFact> Reached(Package package, string? sender, IReadOnlyList<ReceiverFact> receivers) =>
        [.. Judge(package, sender, receivers).Where(one => one.Refusal is null).Select(one => one.Fact).DistinctBy(fact => fact.Agency)];

    /// <summary>By code as the package spells it.</summary>
    public static IReadOnlyDictionary<string, ReceiverFact> Index(IReadOnlyList<ReceiverFact> receivers) =>
        receivers.DistinctBy(fact => fact.Code).ToDictionary(fact => fact.Code, StringComparer.Ordinal);

    private static string Shown(DateTimeOffset? at) => at is { } known ? VietnamTime.Show(known) : "?";
}
