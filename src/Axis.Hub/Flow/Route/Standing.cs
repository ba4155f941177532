using Axis.Contracts.Checks;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;

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
    private const int DeepestTree = 32;

    /// <summary>The key by which the checklist compares agencies.</summary>
    public static string KeyOf(Guid agencyId) => agencyId.ToString("N");

    public AdapterFact OfAdapter(string code) => new(code, directory.FindAdapter(code) is { Active: true });

    /// <summary>Whether an agency may send through an adapter under a seal.</summary>
    public (SenderFact Fact, AgencyEntry? Agency) OfSender(string code, string adapter, SealVerdict seal)
    {
        var agency = Resolve(code);
        var standing = agency is null || directory.AdapterServing(agency)?.Code != adapter ? SenderStanding.NotServed
            : !agency.Active ? SenderStanding.Locked
            : !SpeaksFor(seal, agency) ? SenderStanding.NotOfSeal
            : SenderStanding.Served;
        return (new(code, agency is null ? null : KeyOf(agency.AgencyId), standing) { Certificate = seal.CertificateSha256 }, agency);
    }

    /// <summary>Whether an agency can be reached, and how; no way where nothing can be sent to it.</summary>
    public (ReceiverFact Fact, Receiver? Way) OfReceiver(string code)
    {
        var agency = Resolve(code);
        if (agency is null || directory.AdapterServing(agency) is not { } adapter)
        {
            return (new(code, agency is null ? null : KeyOf(agency.AgencyId), ReceiverStanding.Unknown), null);
        }

        var standing = !agency.Active ? ReceiverStanding.Locked
            : !adapter.Active ? ReceiverStanding.AdapterSuspended
            : ReceiverStanding.Reachable;
        return (new(code, KeyOf(agency.AgencyId), standing) { Adapter = adapter.Code }, new(code, agency, adapter.Code));
    }

    /// <summary>
    /// A code counts by today's registry, so that a repeat goes through once its cause is mended; one that has been withdrawn
    /// since counts as of the seal, so that a package is not refused for the time it waited in a spool.
    /// </summary>
    private AgencyEntry? Resolve(string code) => directory.Resolve(code, now) ?? directory.Resolve(code, sealedAt);

    /// <summary>The certificate names the sender, or an ancestor between it and the agency whose adapter serves it (protocol.md 2).</summary>
    private bool SpeaksFor(SealVerdict seal, AgencyEntry sender)
    {
        var agencies = seal.Agencies.Select(code => Resolve(code)?.AgencyId).ToHashSet();
        for (var (current, steps) = ((AgencyEntry?)sender, 0); current is not null && steps < DeepestTree; steps++)
        {
            if (agencies.Contains(current.AgencyId))
            {
                return true;
            }

            current = current.AdapterCode is null && current.ParentId is { } parent ? directory.Find(parent) : null;
        }

        return false;
    }
}
