using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Hub.Flow.Verify;

/// <summary>What a submission is worth by itself, before anybody asks the registry or the ledger.</summary>
/// <param name="PackageSha256">Lower-case hex of the bytes that were judged; the key of a refusal.</param>
internal abstract record VerifyOutcome(string PackageSha256)
{
    /// <summary>What the seal's time stamp is worth; null when it was not looked at.</summary>
    public SealCode? TimeStamp { get; init; }

    /// <summary>Intact, sealed by a good certificate, and a package; whether the door lets it in is another matter.</summary>
    /// <param name="Checked">What the checklist says of the package by itself; it may refuse.</param>
    /// <param name="Findings">What is told of the seal.</param>
    internal sealed record Verified(Manifest Manifest, Package Package, SealVerdict Seal, Checklist Checked, IReadOnlyList<Finding> Findings)
        : VerifyOutcome(Manifest.PackageSha256);

    /// <summary>Refused for what it is.</summary>
    internal sealed record Refused(string PackageSha256, IReadOnlyList<Finding> Findings) : VerifyOutcome(PackageSha256);

    /// <summary>The content it names is not here yet: no attempt, no refusal (protocol.md 7).</summary>
    internal sealed record ContentMissing(string PackageSha256) : VerifyOutcome(PackageSha256);
}
