namespace Axis.Contracts.Sealing;

/// <summary>Settings of a <see cref="SealVerifier"/>.</summary>
public sealed record SealVerifierOptions
{
    /// <summary>How long a certificate, its key and its chain verdict are kept before the source is asked again.</summary>
    public TimeSpan CacheLife { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most certificates kept.</summary>
    public int CacheSize { get; init; } = 10_000;
}
