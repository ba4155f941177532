namespace Axis.Contracts.Sealing;

/// <summary>Settings of a <see cref="SealVerifier"/>.</summary>
public sealed record SealVerifierOptions
{
    /// <summary>How long a certificate, its key and its chain verdict are kept before the source is asked again.</summary>
    public TimeSpan CacheLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most certificates kept.</summary>
    public int CacheSize { get; init; } = 10_000;

    /// <summary>
    /// The time-stamping authorities trusted here; <c>null</c>: stamps are not judged (STATUS_UNKNOWN) and sealed-at stays a claim.
    /// </summary>
    public TrustAnchors? TimeStampAuthorities { get; init; }
}
