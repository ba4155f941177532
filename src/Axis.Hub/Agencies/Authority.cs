using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;

namespace Axis.Hub.Agencies;

/// <summary>Who may send as whom, and whom a code reaches (R4, R5): decided from a snapshot of the registry alone.</summary>
internal static class Authority
{
    /// <summary>
    /// An adapter sends for the agencies that it serves itself or through their ancestors, and under a delegation of exactly this agency that is in force and covers the
    /// package now. A delegation is judged when the package is accepted, not when it was sealed: authority ends on its day. After a merger the successor sends; what the
    /// merged agency had sealed before, and its statuses about what it received, still count as its own when they come from its own adapter.
    /// </summary>
    public static SenderJudgement JudgeSender(
        this AgencyDirectory directory, string adapter, string code, Package package, DateTimeOffset now, DateTimeOffset sealedAt)
    {
        if (directory.ReadNowOrAt(code, now, sealedAt) is not { } meaning)
        {
            return new(null, SenderStanding.NotServed);
        }

        var (agency, own, successor) = meaning;
        if (Serves(agency))
        {
            return Active(agency);
        }

        if (own.AgencyId != agency.AgencyId && Serves(own)
            && (package.Kind == PackageKind.Status || directory.Read(code, sealedAt)?.Agency.AgencyId == own.AgencyId))
        {
            return Active(own);
        }

        DelegationEntry[] granted = [.. directory.DelegationsOf(agency.AgencyId).Where(delegation => delegation.AdapterCode == adapter)];
        var judged = granted.Length == 0 ? new SenderJudgement(agency, SenderStanding.NotServed)
            : Array.Find(granted, delegation => delegation.IsInForce(now) && DelegationScope.Covers(delegation.Types, package)) is { } covering
                ? Active(agency) with { Delegation = covering }
                : new(agency, SenderStanding.OutsideDelegation);
        return judged with { Successor = successor };

        bool Serves(AgencyEntry served) => directory.AdapterServing(served)?.Code == adapter;

        SenderJudgement Active(AgencyEntry sender) =>
            new(sender, sender.Active ? SenderStanding.Served : SenderStanding.Locked) { Successor = successor };
    }

    /// <summary>The agency that a code reaches, and the adapter that serves it.</summary>
    public static ReceiverJudgement JudgeReceiver(this AgencyDirectory directory, string code, DateTimeOffset now, DateTimeOffset sealedAt)
    {
        var meaning = directory.ReadNowOrAt(code, now, sealedAt);
        var adapter = meaning is null ? null : directory.AdapterServing(meaning.Agency);
        return new(
            meaning?.Agency, adapter,
            adapter is null ? ReceiverStanding.Unknown : meaning!.Agency.Active ? ReceiverStanding.Reachable : ReceiverStanding.Locked)
        {
            Successor = meaning?.Successor,
        };
    }

    /// <summary>
    /// The certificate names the sender, or an ancestor between it and the agency whose adapter serves it (protocol.md 2). Under a delegation it is the acting adapter's:
    /// it belongs to that adapter, or names an agency that has it for its own.
    /// </summary>
    public static bool SpeaksFor(this AgencyDirectory directory, SealVerdict seal, SenderJudgement sender, DateTimeOffset now, DateTimeOffset sealedAt)
    {
        CodeMeaning[] named = [.. seal.Agencies.Select(code => directory.ReadNowOrAt(code, now, sealedAt)).OfType<CodeMeaning>()];
        if (sender.Delegation is { AdapterCode: var acting })
        {
            return seal.Adapter == acting || named.Any(meaning => meaning.Own.AdapterCode == acting);
        }

        var agencies = named.SelectMany(meaning => new[] { meaning.Agency.AgencyId, meaning.Own.AgencyId }).ToHashSet();
        for (var (current, steps) = (sender.Agency, 0); current is not null && steps < 32; steps++)
        {
            if (agencies.Contains(current.AgencyId))
            {
                return true;
            }

            current = current.AdapterCode is null && current.ParentId is { } parent ? directory.Find(parent) : null;
        }

        return false;
    }

    /// <summary>The agency in whose name an adapter acts under a code, or null: a merged one whose own adapter still runs finishes what it has.</summary>
    public static AgencyEntry? SpeakerAt(this AgencyDirectory directory, string adapter, string code, DateTimeOffset now) => directory.Read(code, now) is { } meaning
        ? Array.Find([meaning.Agency, meaning.Own], one => directory.AdapterServing(one)?.Code == adapter)
        : null;

    /// <summary>Whose matters are that agency's: its own, and those of agencies that were merged into it.</summary>
    public static IEnumerable<Guid> SpokenForBy(this AgencyDirectory directory, AgencyEntry speaker, DateTimeOffset now) =>
        directory.TakenOverBy(speaker.AgencyId, now).Select(merged => merged.AgencyId).Prepend(speaker.AgencyId);

    /// <summary>
    /// A code counts by today's registry, so that a repeat goes through once its cause is mended; one that has been withdrawn
    /// since counts as of the seal, so that a package is not refused for the time it waited in a spool.
    /// </summary>
    private static CodeMeaning? ReadNowOrAt(this AgencyDirectory directory, string code, DateTimeOffset now, DateTimeOffset sealedAt) =>
        directory.Read(code, now) ?? directory.Read(code, sealedAt);
}

/// <summary>What the registry says of a sender.</summary>
/// <param name="Agency">The agency that sends; null when its code is unknown.</param>
internal sealed record SenderJudgement(AgencyEntry? Agency, SenderStanding Standing)
{
    /// <summary>Code that has taken the place of the one used, or null.</summary>
    public string? Successor { get; init; }

    /// <summary>The delegation that it is sent under; null when the adapter serves the agency.</summary>
    public DelegationEntry? Delegation { get; init; }
}

/// <summary>What the registry says of a receiver.</summary>
/// <param name="Agency">The agency that is reached; null when the code is unknown.</param>
/// <param name="Adapter">The adapter that serves it; null when none does.</param>
internal sealed record ReceiverJudgement(AgencyEntry? Agency, AdapterEntry? Adapter, ReceiverStanding Standing)
{
    /// <summary>Code that has taken the place of the one used, or null.</summary>
    public string? Successor { get; init; }
}
