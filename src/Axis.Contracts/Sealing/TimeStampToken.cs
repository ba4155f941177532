using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Axis.Contracts.Sealing;

/// <summary>
/// A time-stamp token taken apart. Whether it is sound is the platform's word alone; one that is not is taken apart as far as it goes,
/// so that a verdict can say what is wrong with it.
/// </summary>
internal sealed class TimeStampToken : IDisposable
{
    private const string TstInfo = "1.2.840.113549.1.9.16.1.4";

    private readonly Rfc3161TimestampToken? sound;

    private TimeStampToken(Rfc3161TimestampToken? sound, Rfc3161TimestampTokenInfo info, SignerInfo signer)
    {
        this.sound = sound;
        Info = info;
        Signer = signer;
        Certificate = signer.Certificate;
    }

    public Rfc3161TimestampTokenInfo Info { get; }

    /// <summary>
    /// The authority's time (RFC 3161 genTime), UTC, to the nearest microsecond. The platform reads fractions of a second as floating point and comes out a tick too low for one
    /// millisecond in seventeen, which whoever cuts to milliseconds would tell as the one before.
    /// </summary>
    public DateTimeOffset StampedAt
    {
        get
        {
            var read = Info.Timestamp.UtcTicks + (TimeSpan.TicksPerMicrosecond / 2);
            return new(read - (read % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        }
    }

    public SignerInfo Signer { get; }

    /// <summary>The authority's certificate, if the token brings it.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>Takes a token apart; <c>null</c> when it is none.</summary>
    public static TimeStampToken? Read(ReadOnlyMemory<byte> bytes)
    {
        if (Rfc3161TimestampToken.TryDecode(bytes, out Rfc3161TimestampToken? token, out int length))
        {
            return length == bytes.Length ? new(token, token.TokenInfo, token.AsSignedCms().SignerInfos[0]) : null;
        }

        var cms = new SignedCms();
        try
        {
            cms.Decode(bytes.Span);
        }
        catch (CryptographicException)
        {
            return null;
        }

        return cms.ContentInfo.ContentType.Value == TstInfo && cms.SignerInfos.Count == 1
            && Rfc3161TimestampTokenInfo.TryDecode(cms.ContentInfo.Content, out Rfc3161TimestampTokenInfo? info, out _)
            ? new(null, info, cms.SignerInfos[0])
            : null;
    }

    /// <summary>
    /// True when the token is signed by its certificate, which it names by hash. One that brings no certificate may be by any of these.
    /// </summary>
    public bool IsSigned(IEnumerable<X509Certificate2> candidates)
    {
        if (Certificate is not null || sound is null)
        {
            // With a certificate inside, the platform has checked signature and hash while it decoded the token.
            return sound is not null;
        }

        bool signed = sound.VerifySignatureForHash(
            Info.GetMessageHash().Span, Info.HashAlgorithmId, out X509Certificate2? signer, [.. candidates]);
        Certificate = signer is null ? null : X509CertificateLoader.LoadCertificate(signer.RawData);
        return signed;
    }

    public void Dispose() => Certificate?.Dispose();
}
