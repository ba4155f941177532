using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Http;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.Served;

/// <summary>Which agencies this adapter speaks for and receives for (protocol.md 1, R4).</summary>
internal sealed class ServedAgencies(AdapterOptions options, AgencyDirectory directory, TimeProvider time)
{
    /// <summary>The configured agency with this code in any spelling, or <c>null</c>.</summary>
    public AgencyOptions? Find(string agency) =>
        options.Agencies.FirstOrDefault(candidate => directory.AreSame(candidate.Code, agency));

    /// <summary>
    /// True when the agency may send a package whose From is spelled like this: itself, or one served beneath it that has no
    /// interface of its own here; or one that has delegated this package to this adapter, for whichever of its agencies. An old code of a merged agency is its successor's.
    /// A code that the directory does not know is left to the hub while the directory is empty.
    /// </summary>
    public SenderStanding Judge(string agency, string from, Package package)
    {
        if (MaySpeakAs(agency, from))
        {
            return SenderStanding.Served;
        }

        var now = time.GetUtcNow();
        DirectoryDelegation[] granted =
            [.. (directory.Read(from)?.Agency.Delegations ?? []).Where(delegation => delegation.Adapter == options.Code)];
        return granted.Length == 0 ? SenderStanding.NotServed
            : Array.Exists(granted, delegation => IsInForce(delegation, now, now) && DelegationScope.Covers(delegation.Types, package)) ? SenderStanding.Served
            : SenderStanding.OutsideDelegation;
    }

    private bool MaySpeakAs(string agency, string from)
    {
        if (directory.AreSame(agency, from) || (directory.Read(from) is { Successor: not null } meaning && directory.AreSame(agency, meaning.Agency.Code)))
        {
            return true;
        }

        if (Find(from) is not null)
        {
            return false;
        }

        return directory.Resolve(from) is { } sender
            ? directory.ServedThrough(sender).Any(above => directory.AreSame(above.Code, agency))
            : directory.IsEmpty;
    }

    /// <summary>
    /// The configured agency whose interface gets what is addressed to this receiver: the agency itself, else its nearest ancestor
    /// that is configured, else the only one there is; <c>null</c> when none of these exists.
    /// </summary>
    public AgencyOptions? HomeOf(string receiver)
    {
        if (Find(receiver) is { } itself)
        {
            return itself;
        }

        var above = directory.Resolve(receiver) is { } entry
            ? directory.ServedThrough(entry).Select(ancestor => Find(ancestor.Code)).FirstOrDefault(found => found is not null)
            : null;
        return above ?? (options.Agencies.Count == 1 ? options.Agencies[0] : null);
    }

    /// <summary>True when what stands open at this agency is for one of these to look after: it is one of them, is served beneath one, or was merged into such a one.</summary>
    public bool IsLookedAfterBy(IReadOnlyCollection<AgencyOptions> agencies, string code) =>
        (HomeOf(code) is { } home && agencies.Contains(home))
        || (directory.Read(code) is { Successor: not null } meaning && HomeOf(meaning.Agency.Code) is { } next && agencies.Contains(next));

    /// <summary>
    /// True when a good seal speaks for this sender (R4, as far as this adapter's directory knows it): its certificate names the
    /// sender or an ancestor that serves it, or belongs to the adapter that does. A sender that is not in the directory was judged
    /// by the hub alone. Under a delegation it is the certificate of the adapter that acts; the delegation held at some time since the seal, for the hub judged it in between.
    /// </summary>
    /// <param name="package">Asks whether the delegation covers it; <c>null</c> while it has not been read.</param>
    public bool SpeaksFor(SealVerdict verdict, string sender, DateTimeOffset sealedAt, Package? package)
    {
        if (verdict.Agencies.Any(named => directory.AreSame(named, sender)) || directory.Resolve(sender) is not { } own)
        {
            return true;
        }

        var agency = directory.Read(sender)?.Agency ?? own;
        var now = time.GetUtcNow();
        return Serves(verdict, own) || Serves(verdict, agency) || agency.Delegations.Any(delegation =>
            IsInForce(delegation, sealedAt, now) && (package is null || DelegationScope.Covers(delegation.Types, package))
            && (verdict.Adapter == delegation.Adapter || verdict.Agencies.Any(named => directory.Resolve(named)?.AdapterCode == delegation.Adapter)));
    }

    private bool Serves(SealVerdict verdict, DirectoryEntry sender) => directory.ServedThrough(sender).Any(above =>
        verdict.Agencies.Any(named => directory.AreSame(named, above.Code))
        || (verdict.Agencies.Count == 0 && verdict.Adapter is not null && above.AdapterCode == verdict.Adapter));

    /// <summary>True when it holds at some instant of this span.</summary>
    private static bool IsInForce(DirectoryDelegation delegation, DateTimeOffset first, DateTimeOffset last) =>
        delegation.From <= last && (delegation.Until is null || first < delegation.Until);
}
