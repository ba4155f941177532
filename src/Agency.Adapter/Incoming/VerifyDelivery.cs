using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Agency.Adapter.Statements;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.Incoming;

/// <summary>
/// Judges a delivery end to end, trusting the hub for nothing: the bytes are the manifest's, the seal over the exact manifest leads
/// to this adapter's own roots, and its certificate speaks for the sender (R4, repeated from this adapter's own directory).
/// </summary>
internal sealed class VerifyDelivery(
    SealVerifier verifier, ContentStore contents, ServedAgencies served, AgencyDirectory agencies, ReadDirectory directory, ReadStatements statements,
    AdapterOptions options)
{
    /// <summary>Judges a spooled delivery.</summary>
    /// <exception cref="HubLink.HubAwayException">Certificate or receiver is not known here and the hub is away.</exception>
    public async Task<Judgement> JudgeAsync(DeliveryRow row, CancellationToken cancellation)
    {
        if (Manifest.Read(row.Manifest) is not ManifestOutcome.Accepted { Value: var manifest })
        {
            return new Judgement.Bad(((ManifestOutcome.Refused)Manifest.Read(row.Manifest)).Finding);
        }

        var home = served.HomeOf(row.Receiver);
        if (home is null)
        {
            // The hub routes by a directory that may be newer than the one here.
            await directory.ReadAsync(cancellation);
            home = served.HomeOf(row.Receiver);
        }

        if (home is null)
        {
            return new Judgement.Bad(Finding.Refuse(ErrorCatalogue.ReceiverNotServed, "", row.Receiver));
        }

        var verdict = await verifier.VerifyAsync(row.Manifest, row.Seal, manifest.SealedAt, cancellation);
        if (!verdict.IsOk)
        {
            return new Judgement.Bad(verdict.Finding!);
        }

        var isOfAxis = manifest.Sender == options.AxisCode;
        if (isOfAxis && verdict.Adapter != options.AxisCode)
        {
            return new Judgement.Bad(Finding.Refuse(ErrorCatalogue.SealNotOfAgency, "/sender", verdict.CertificateSha256, manifest.Sender));
        }

        if (!served.SpeaksFor(verdict, manifest.Sender, manifest.SealedAt, null))
        {
            await directory.ReadAsync(cancellation);
        }

        if (!served.SpeaksFor(verdict, manifest.Sender, manifest.SealedAt, null))
        {
            return new Judgement.Bad(Finding.Refuse(ErrorCatalogue.SealNotOfAgency, "/sender", verdict.CertificateSha256, manifest.Sender));
        }

        ReadOutcome outcome;
        await using (var content = contents.OpenRead(row.PackageSha256))
        {
            outcome = await PackageReader.ReadAsync(content, ReadLimits.Default with { MaxBytes = options.BodyLimit }, null, cancellation);
        }

        return outcome switch
        {
            { Sha256: var hash, Length: var length } when hash != manifest.PackageSha256 || length != manifest.PackageLength =>
                new Judgement.Bad(Finding.Refuse(ErrorCatalogue.PackageHashMismatch, "")),
            ReadOutcome.Read read when read.Package.From.OrganId != manifest.Sender || KindOf(read.Package) != manifest.Kind =>
                new Judgement.Bad(Finding.Refuse(ErrorCatalogue.DeliveredPackageBroken, "", "manifest")),
            ReadOutcome.Read read when !served.SpeaksFor(verdict, manifest.Sender, manifest.SealedAt, read.Package) =>
                new Judgement.Bad(Finding.Refuse(ErrorCatalogue.DelegationMissing, "/sender", manifest.Sender, verdict.Adapter ?? "?")),
            ReadOutcome.Read read => new Judgement.Good(
                home, Describe.Package(read.Package, code => agencies.AreSame(code, row.Receiver)) with { StampedAt = verdict.TimeStamp?.StampedAt, CheckedBy = manifest.CheckedBy })
            {
                Statements = isOfAxis ? await statements.ReadAsync(row.PackageSha256, read.Package, cancellation) : [],
            },
            ReadOutcome.Refused refused =>
                new Judgement.Bad(Finding.Refuse(ErrorCatalogue.DeliveredPackageBroken, "", Codes(refused.Findings))),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    private static string KindOf(Package package) => package.Kind == PackageKind.Status ? Manifest.Status : Manifest.Edoc;

    private static string Codes(IReadOnlyList<Finding> findings) =>
        string.Join(", ", findings.Where(finding => finding.Severity == Severity.Refusal).Select(finding => finding.Code).Distinct());
}
