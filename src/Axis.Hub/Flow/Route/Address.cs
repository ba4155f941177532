using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;

namespace Axis.Hub.Flow.Route;

/// <summary>R1 (adapter), R4 (sender) and R5 (receivers): decided from a snapshot of the registry alone.</summary>
internal static class Address
{
    public static AddressOutcome Decide(
        string adapter, Manifest manifest, Package package, SealVerdict seal, AgencyDirectory directory, DateTimeOffset now)
    {
        if (directory.FindAdapter(adapter) is not { Active: true })
        {
            return Refuse(null, Finding.Refuse(ErrorCatalogue.AdapterRefused, "", adapter));
        }

        var sender = Resolve(directory, manifest.Sender, now, manifest.SealedAt);
        if (sender is not { Active: true } || directory.AdapterServing(sender)?.Code != adapter)
        {
            return Refuse(sender, Finding.Refuse(ErrorCatalogue.SenderNotServed, Path(package, "From"), manifest.Sender, adapter));
        }

        if (!SpeaksFor(seal, sender, directory, now, manifest.SealedAt))
        {
            return Refuse(sender, Finding.Refuse(
                ErrorCatalogue.SealNotOfAgency, "", seal.CertificateSha256, manifest.Sender));
        }

        return Receivers(sender, manifest, package, directory, now);
    }

    private static AddressOutcome Receivers(
        AgencyEntry sender, Manifest manifest, Package package, AgencyDirectory directory, DateTimeOffset now)
    {
        var reached = new List<Receiver>(manifest.Receivers.Count);
        var seen = new HashSet<Guid>();
        var refused = new List<ReceiptReceiver>();
        var findings = new List<Finding>();
        for (var i = 0; i < manifest.Receivers.Count; i++)
        {
            var code = manifest.Receivers[i];
            var path = package.Kind == PackageKind.Edoc ? Path(package, $"To[{i + 1}]") : Path(package, "ResponseFor");
            var agency = Resolve(directory, code, now, manifest.SealedAt);
            var adapter = agency is null ? null : directory.AdapterServing(agency)?.Code;
            var fault = agency is null || adapter is null ? Finding.Refuse(ErrorCatalogue.ReceiverUnknown, path, code)
                : agency.AgencyId == sender.AgencyId ? Finding.Refuse(ErrorCatalogue.ReceiverIsSender, path, code)
                : !agency.Active ? Finding.Refuse(ErrorCatalogue.ReceiverLocked, path, code)
                : null;
            if (fault is not null)
            {
                refused.Add(new(code, ReceiverOutcome.Refused, Finding: fault));
                findings.Add(fault);
            }
            else if (!seen.Add(agency!.AgencyId))
            {
                findings.Add(Finding.Warn(ErrorCatalogue.ReceiverNamedTwice, path, code));
            }
            else
            {
                reached.Add(new(code, agency, adapter!));
            }
        }

        if (reached.Count > 0)
        {
            return new AddressOutcome.Addressed(sender, reached, refused, findings);
        }

        findings.Add(Finding.Refuse(ErrorCatalogue.NoReceiverLeft, ""));
        return new AddressOutcome.Refused(sender, refused, findings);
    }

    /// <summary>
    /// A code counts by today's registry, so that a repeat goes through once its cause is mended; one that has been withdrawn
    /// since counts as of the seal, so that a package is not refused for the time it waited in a spool.
    /// </summary>
    private static AgencyEntry? Resolve(AgencyDirectory directory, string code, DateTimeOffset now, DateTimeOffset sealedAt) =>
        directory.Resolve(code, now) ?? directory.Resolve(code, sealedAt);

    /// <summary>The certificate names the sender, or an ancestor between it and the agency whose adapter serves it (protocol.md 2).</summary>
    private static bool SpeaksFor(
        SealVerdict seal, AgencyEntry sender, AgencyDirectory directory, DateTimeOffset now, DateTimeOffset sealedAt)
    {
        var agencies = seal.Agencies.Select(code => Resolve(directory, code, now, sealedAt)?.AgencyId).ToHashSet();
        for (var (current, steps) = ((AgencyEntry?)sender, 0); current is not null && steps < 32; steps++)
        {
            if (agencies.Contains(current.AgencyId))
            {
                return true;
            }

            current = current.AdapterCode is null && current.ParentId is { } parent ? directory.Find(parent) : null;
        }

        return false;
    }

    private static string Path(Package package, string element) => package.Kind == PackageKind.Edoc || element is "From" or "ResponseFor"
        ? $"/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/{element}/OrganId"
        : "";

    private static AddressOutcome.Refused Refuse(AgencyEntry? sender, Finding finding) => new(sender, [], [finding]);
}
