using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Route;

/// <summary>
/// What the registry says of an adapter, a sender and a receiver: the one place in the hub that knows who may send and who can be reached. What the door makes of it is the
/// checklist's (<see cref="DoorChecks"/>).
/// </summary>
/// <param name="directory">A snapshot of the registry.</param>
/// <param name="now">The hub's clock.</param>
/// <param name="sealedAt">When the package was sealed.</param>
internal sealed class Standing(AgencyDirectory directory, DateTimeOffset now, DateTimeOffset sealedAt)
{
    /// <summary>The key by which the checklist compares agencies.</summary>
    public static string KeyOf(Guid agencyId) => agencyId.ToString("N");

    public AdapterFact OfAdapter(string code) =>
        directory.FindAdapter(code) is { } known ? new(code, known.Active) { SuspendedSince = known.SuspendedSince } : new(code, IsActive: false);

    /// <summary>Whether an agency may send a package through an adapter under a seal.</summary>
    public (SenderFact Fact, AgencyEntry? Agency) OfSender(Package package, string adapter, SealVerdict seal)
    {
        var code = package.From.OrganId;
        var judged = directory.JudgeSender(adapter, code, package, now, sealedAt);
        var standing = judged.Standing == SenderStanding.Served && !directory.SpeaksFor(seal, judged, now, sealedAt) ? SenderStanding.NotOfSeal : judged.Standing;
        return (
            new(code, judged.Agency is null ? null : KeyOf(judged.Agency.AgencyId), standing)
            {
                Successor = judged.Successor, SuspendedSince = judged.Agency?.SuspendedSince, Certificate = seal.CertificateSha256,
                Scope = judged.Delegation?.Types,
            },
            judged.Agency);
    }

    /// <summary>Whether an agency can be reached, and how; no way where nothing can be sent to it.</summary>
    public (ReceiverFact Fact, Receiver? Way) OfReceiver(string code)
    {
        var judged = directory.JudgeReceiver(code, now, sealedAt);
        var (agency, adapter, standing) = judged;
        var fact = new ReceiverFact(code, agency is null ? null : KeyOf(agency.AgencyId), standing)
        {
            Successor = judged.Successor,
            SuspendedSince = agency?.SuspendedSince,
            SuspendedAdapter = adapter is { Active: false } ? new(adapter.Code, IsActive: false) { SuspendedSince = adapter.SuspendedSince } : null,
        };
        return (fact, agency is null || adapter is null ? null : new(code, agency, adapter.Code) { Merged = directory.MergedInto(agency.AgencyId, now) });
    }

    /// <summary>The axis itself, to which only statuses about its own documents are addressed.</summary>
    public static (ReceiverFact Fact, Receiver? Way) OfAxis(string code) => (
        new(code, KeyOf(HubAgency.Id), ReceiverStanding.Reachable),
        new(code, new(HubAgency.Id, code, HubAgency.NameVi, HubAgency.NameEn, "axis", null, null, true, false, DateTimeOffset.UnixEpoch), code));

    /// <summary>Agencies that were merged into one.</summary>
    public IReadOnlyList<Guid> MergedInto(AgencyEntry agency) => directory.MergedInto(agency.AgencyId, now);
}
