using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>What a verifier says of the time stamp of a seal that is intact.</summary>
/// <param name="Code">
/// <see cref="SealCode.Ok"/>; <see cref="SealCode.NoTimestamp"/> when there is none or its time does not bear sealed-at out;
/// <see cref="SealCode.StatusUnknown"/> when no authority is configured on this side; else what is wrong with the stamp.
/// </param>
/// <param name="StampedAt">The time that the authority vouches for, UTC; <c>null</c> unless <paramref name="Code"/> is OK.</param>
/// <param name="Authority">Subject of the authority's certificate, or <c>null</c> when it was not found.</param>
/// <param name="CertificateSha256">Lower-case hex SHA-256 of that certificate, or <c>null</c>.</param>
/// <param name="Finding">
/// Why, when <paramref name="Code"/> is not OK: a refusal when the stamp is bad, a warning when there is none or it was not judged.
/// </param>
public sealed record TimeStampVerdict(
    SealCode Code, DateTimeOffset? StampedAt, string? Authority, string? CertificateSha256, Finding? Finding)
{
    /// <summary>True for <see cref="SealCode.Ok"/> only: the stamped time is proven.</summary>
    public bool IsOk => Code == SealCode.Ok;

    /// <summary>True when the stamp is bad, which makes the seal bad: its sender would not have sent it.</summary>
    internal bool IsRefused => Finding is { Severity: Severity.Refusal };
}
