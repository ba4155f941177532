using System.Security.Cryptography.X509Certificates;

namespace Axis.Contracts.Sealing;

/// <summary>What the verifier keeps of a certificate for a short life: names, key, and the window in which its chain is good.</summary>
internal sealed class KnownCertificate
{
    private static readonly string[] WeakSignatures =
    [
        "1.2.840.113549.1.1.4", "1.2.840.113549.1.1.5", "1.3.14.3.2.29", "1.2.840.10045.4.1", "1.2.840.10040.4.3",
    ];

    private readonly X509Certificate2 certificate;
    private readonly TrustAnchors anchors;
    private volatile ChainVerdict? chain;

    public KnownCertificate(RegisteredCertificate registered, TrustAnchors anchors, long loadedAt)
    {
        certificate = X509CertificateLoader.LoadCertificate(registered.Certificate.RawData);
        this.anchors = anchors;
        LoadedAt = loadedAt;
        WithdrawnAt = registered.WithdrawnAt;
        Names = AgencyCertificate.Of(certificate);
        Key = SealKey.Of(certificate);
        SerialNumber = certificate.SerialNumberBytes;
        Issuer = certificate.IssuerName.RawData;
    }

    /// <summary>Timestamp of the time provider at which the source answered.</summary>
    public long LoadedAt { get; }

    public DateTimeOffset? WithdrawnAt { get; }

    public AgencyCertificate Names { get; }

    public SealKey Key { get; }

    public ReadOnlyMemory<byte> SerialNumber { get; }

    public ReadOnlyMemory<byte> Issuer { get; }

    /// <summary>The chain's verdict at a time. A built chain is kept with the time span for which it holds.</summary>
    public ChainVerdict ChainAt(DateTimeOffset at)
    {
        if (chain is { } kept && (kept.Code == SealCode.BadChain || (at >= kept.From && at <= kept.To)))
        {
            return kept;
        }

        if (at < certificate.NotBefore || at > certificate.NotAfter)
        {
            return new(SealCode.ExpiredAtSigning, null, at, at);
        }

        ChainVerdict built = Build(at);
        if (built.Code != SealCode.ExpiredAtSigning)
        {
            chain = built;
        }

        return built;
    }

    private ChainVerdict Build(DateTimeOffset at)
    {
        using var x509 = new X509Chain();
        x509.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        x509.ChainPolicy.CustomTrustStore.AddRange(anchors.Roots.ToArray());
        x509.ChainPolicy.ExtraStore.AddRange(anchors.Intermediates.ToArray());
        x509.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        x509.ChainPolicy.DisableCertificateDownloads = true;
        x509.ChainPolicy.VerificationTimeIgnored = false;
        x509.ChainPolicy.VerificationTime = at.UtcDateTime;
        bool good = x509.Build(certificate);
        X509ChainElement[] elements = [.. x509.ChainElements];
        try
        {
            if (!good)
            {
                X509ChainStatusFlags flags = x509.ChainStatus.Aggregate(
                    X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
                return new(flags == X509ChainStatusFlags.NotTimeValid ? SealCode.ExpiredAtSigning : SealCode.BadChain, null, at, at);
            }

            // The root is trusted as it stands; its signature upon itself proves nothing.
            string? weak = elements.SkipLast(1).Select(element => element.Certificate.SignatureAlgorithm.Value)
                .FirstOrDefault(oid => WeakSignatures.Contains(oid));
            return new(
                weak is null ? SealCode.Ok : SealCode.AlgorithmWeak, weak,
                elements.Max(element => new DateTimeOffset(element.Certificate.NotBefore)),
                elements.Min(element => new DateTimeOffset(element.Certificate.NotAfter)));
        }
        finally
        {
            foreach (X509ChainElement element in elements)
            {
                element.Certificate.Dispose();
            }
        }
    }

    /// <summary>A chain's verdict and the span for which it holds.</summary>
    internal sealed record ChainVerdict(SealCode Code, string? Detail, DateTimeOffset From, DateTimeOffset To);
}
