using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.Outgoing;

/// <summary>Writes the manifest of a checked package and seals its exact bytes (protocol.md 2).</summary>
internal sealed class SealPackage(Sealer sealer, AdapterOptions options, TimeProvider time)
{
    /// <summary>Seals a package under its submission id.</summary>
    public SealedPackage Seal(Guid submissionId, StagedContent content, CheckedPackage package, StatusTarget? target, NamedChecker? checker = null)
    {
        using var step = AdapterActivity.Step("seal", submissionId, options);
        var kind = package.Package!.Kind == PackageKind.Status ? Manifest.Status : Manifest.Edoc;
        var now = time.Now();
        var manifest = new Manifest(
            Manifest.CurrentVersion, submissionId, kind, package.Package.From.OrganId, package.Package.Receivers,
            content.Sha256, content.Length, now, target?.DeliveryId, target?.DoneAt,
            checker is null ? null : new(checker.Name, now, checker.Position)).ToBytes();
        return new SealedPackage(
            content, kind, package.Package.Edoc?.Priority ?? 0, manifest, sealer.Seal(manifest), options.TimeStampAuthority.Length > 0,
            package.Findings)
        {
            Document = SentDocument.Of(package.Package),
            Status = target is { DeliveryId: var spokenOf } && package.Package.Status is { } status ? (spokenOf, status.StatusCode) : null,
            Answer = target?.CarrierId is { } carrier ? (carrier, package.Package.Status!.StatusCode) : null,
        };
    }

    /// <summary>The same manifest, sealed now: only for what has never left this adapter.</summary>
    public (byte[] Manifest, byte[] Seal, DateTimeOffset SealedAt) Renew(byte[] manifest)
    {
        var renewed = ((ManifestOutcome.Accepted)Manifest.Read(manifest)).Value with { SealedAt = time.Now() };
        using var step = AdapterActivity.Step("seal", renewed.SubmissionId, options);
        var bytes = renewed.ToBytes();
        return (bytes, sealer.Seal(bytes), renewed.SealedAt);
    }
}
