using System.Text.Json.Serialization;

namespace Axis.Contracts.Sealing;

/// <summary>The verdict words of domain.md 4 that apply to a seal. On the wire they are spelled as the national words are.</summary>
public enum SealCode
{
    /// <summary>Intact, by a registered certificate that was valid when it was made.</summary>
    [JsonStringEnumMemberName("OK")]
    Ok,

    /// <summary>No seal, or bytes that are none.</summary>
    [JsonStringEnumMemberName("NO_SIGNATURE")]
    NoSignature,

    /// <summary>The content or the seal was changed, or the seal is not of the prescribed form.</summary>
    [JsonStringEnumMemberName("ALTERED")]
    Altered,

    /// <summary>The certificate does not lead to a configured root.</summary>
    [JsonStringEnumMemberName("BAD_CHAIN")]
    BadChain,

    /// <summary>The certificate, or one above it, was not valid at that time.</summary>
    [JsonStringEnumMemberName("EXPIRED_AT_SIGNING")]
    ExpiredAtSigning,

    /// <summary>The registry had withdrawn the certificate by that time.</summary>
    [JsonStringEnumMemberName("REVOKED_AT_SIGNING")]
    RevokedAtSigning,

    /// <summary>The certificate is good, but not of the agency that the content names. Judged by whoever reads the content.</summary>
    [JsonStringEnumMemberName("SIGNER_NOT_OF_AGENCY")]
    SignerNotOfAgency,

    /// <summary>Digest, key or certificate signature no longer accepted (SHA-1, RSA below 2048, unknown curve).</summary>
    [JsonStringEnumMemberName("ALG_WEAK")]
    AlgorithmWeak,

    /// <summary>The certificate that the seal names is not known, so nothing can be said.</summary>
    [JsonStringEnumMemberName("STATUS_UNKNOWN")]
    StatusUnknown,

    /// <summary>No time stamp bears the signing time out, so it is only a claim.</summary>
    [JsonStringEnumMemberName("NO_TIMESTAMP")]
    NoTimestamp,
}
