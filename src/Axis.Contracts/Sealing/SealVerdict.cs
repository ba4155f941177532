using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>What a verifier says of one seal.</summary>
/// <param name="Code">The verdict.</param>
/// <param name="CertificateSha256">Lower-case hex SHA-256 of the certificate that the seal names; <c>null</c> when the seal could not be read.</param>
/// <param name="Subject">That certificate's subject; <c>null</c> when it is not known.</param>
/// <param name="Adapter">Adapter code of the certificate, or <c>null</c>.</param>
/// <param name="Agencies">Agency codes of the certificate, as it spells them; empty when there is none.</param>
/// <param name="SealedAt">The seal's own signing time, a claim, to the second, UTC; <c>null</c> when the seal could not be read.</param>
/// <param name="Finding">Why, when <paramref name="Code"/> is not <see cref="SealCode.Ok"/>.</param>
/// <param name="TimeStamp">What its time stamp is worth; <c>null</c> when the seal itself is not intact. A bad stamp makes a bad seal, none does not.</param>
public sealed record SealVerdict(
    SealCode Code, string? CertificateSha256, string? Subject, string? Adapter, IReadOnlyList<string> Agencies,
    DateTimeOffset? SealedAt, Finding? Finding, TimeStampVerdict? TimeStamp = null)
{
    /// <summary>True for <see cref="SealCode.Ok"/> only.</summary>
    public bool IsOk => Code == SealCode.Ok;
}
