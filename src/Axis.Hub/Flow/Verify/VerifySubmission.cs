using System.Security.Cryptography;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Flow.Verify;

/// <summary>
/// The seal, the hash, and the checklist by the package alone: everything that needs neither registry nor ledger. Cheap checks come first, and
/// a package without a good seal is never parsed. Safe for concurrent use.
/// </summary>
internal sealed class VerifySubmission(SealVerifier seals, IContentVerdicts contents, CalendarInForce calendar, HubOptions options, TimeProvider time)
{
    private readonly ReadLimits limits = ReadLimits.Default with { MaxBytes = options.PackageLimit };

    public async ValueTask<VerifyOutcome> VerifyAsync(Incoming<SubmitMessage> incoming, CancellationToken cancellation)
    {
        var message = incoming.Message;
        var outcome = Manifest.Read(message.Manifest);
        if (outcome is not ManifestOutcome.Accepted { Value: var manifest })
        {
            return Refuse(message, ((ManifestOutcome.Refused)outcome).Finding);
        }

        if (manifest.SubmissionId != message.SubmissionId)
        {
            return Refuse(message, Finding.Refuse(
                ErrorCatalogue.ManifestOfOtherSubmission, "/submissionId", manifest.SubmissionId, message.SubmissionId));
        }

        if (manifest.PackageLength > options.PackageLimit)
        {
            return Refuse(message, Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", options.PackageLimit));
        }

        // Before the seal and the parser, for it costs least and most damage shows here.
        if (message.Package is { } bytes ? !IsIntact(bytes, manifest) : !Names(message.Content, manifest))
        {
            return Refuse(message, Finding.Refuse(ErrorCatalogue.PackageHashMismatch, ""));
        }

        var seal = await seals.VerifyAsync(message.Manifest, message.Seal, manifest.SealedAt, cancellation);
        var unproven = Unproven(seal);
        if (!seal.IsOk || unproven is { Severity: Severity.Refusal })
        {
            return Refuse(message, seal.Finding ?? unproven!) with { TimeStamp = seal.TimeStamp?.Code };
        }

        var read = await ReadAsync(incoming, manifest, seal, unproven, cancellation);
        return read with { TimeStamp = seal.TimeStamp?.Code };
    }

    private async ValueTask<VerifyOutcome> ReadAsync(
        Incoming<SubmitMessage> incoming, Manifest manifest, SealVerdict seal, Finding? unproven, CancellationToken cancellation)
    {
        var read = incoming.Message.Package is { } package
            ? await SecrecyPeek.AddToAsync(PackageReader.Read(package, limits), () => new MemoryStream(package, writable: false), cancellation)
            : await contents.FindAsync(incoming.Adapter, manifest.PackageSha256, cancellation);
        return read switch
        {
            null => new VerifyOutcome.ContentMissing(manifest.PackageSha256),
            ReadOutcome.Refused refused => new VerifyOutcome.Refused(manifest.PackageSha256, DoorChecks.Judge(refused).Findings),
            ReadOutcome.Read { Package: var said } => Judge(manifest, said, read, seal, unproven),
            _ => throw new InvalidOperationException($"Reading a package ended in {read.GetType()}."),
        };
    }

    private VerifyOutcome Judge(Manifest manifest, Package package, ReadOutcome read, SealVerdict seal, Finding? unproven) =>
        Difference(manifest, package) is { } member
            ? new VerifyOutcome.Refused(manifest.PackageSha256, [Finding.Refuse(ErrorCatalogue.ManifestNotOfPackage, "/" + member, member)])
            : new VerifyOutcome.Verified(
                manifest, package, seal, DoorChecks.Judge(read, new DoorFacts { Now = time.GetUtcNow(), Calendar = calendar.Current.Days }), unproven is null ? [] : [unproven]);

    /// <summary>
    /// That no stamp bears the sealing time out, weighed by this hub's policy: a refusal where stamps are required; for information where
    /// nobody here could have judged one.
    /// </summary>
    private Finding? Unproven(SealVerdict seal) => seal.TimeStamp is { IsOk: false, Finding: { } finding }
        ? finding with
        {
            Severity = options.RequireTimeStamps ?? seals.JudgesTimeStamps ? Severity.Refusal
                : seals.JudgesTimeStamps ? Severity.Warning
                : Severity.Information,
        }
        : null;

    private static bool IsIntact(byte[] bytes, Manifest manifest) =>
        bytes.LongLength == manifest.PackageLength && Convert.ToHexStringLower(SHA256.HashData(bytes)) == manifest.PackageSha256;

    private static bool Names(ContentReference? content, Manifest manifest) =>
        content is not null && content.Length == manifest.PackageLength && content.Sha256 == manifest.PackageSha256;

    /// <summary>The first member in which the manifest says something else than the package, or null.</summary>
    private static string? Difference(Manifest manifest, Package package) =>
        manifest.Kind != (package.Kind == PackageKind.Edoc ? Manifest.Edoc : Manifest.Status) ? "kind"
        : !string.Equals(manifest.Sender, package.From.OrganId, StringComparison.Ordinal) ? "sender"
        : !manifest.Receivers.SequenceEqual(package.Receivers, StringComparer.Ordinal) ? "receivers"
        : null;

    /// <summary>A refusal is kept under the hash of what was really sent, whatever the manifest claims.</summary>
    private static VerifyOutcome.Refused Refuse(SubmitMessage message, Finding finding) => new(
        Convert.ToHexStringLower(SHA256.HashData(message.Package ?? message.Manifest)), [finding]);
}
