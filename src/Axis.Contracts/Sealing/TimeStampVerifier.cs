using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Sealing;

/// <summary>
/// Judges the time stamp of a seal: over its signature value, by an authority that leads to a configured root, with a certificate that is
/// reserved for time stamping and was valid then, at a time that bears sealed-at out. Nothing is downloaded. Safe for concurrent use.
/// </summary>
internal sealed class TimeStampVerifier(TrustAnchors? authorities, TimeProvider time)
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    private const int MostCertificates = 64;

    private readonly ConcurrentDictionary<string, KnownCertificate> known = new(StringComparer.Ordinal);

    /// <summary>The verdict; no token, however broken, ends in an exception.</summary>
    public TimeStampVerdict Judge(SealForm form, DateTimeOffset sealedAt)
    {
        if (form.TimeStamp is not { } bytes)
        {
            return Unproven(SealCode.NoTimestamp, ErrorCatalogue.TimeStampMissing);
        }

        if (authorities is null)
        {
            return Unproven(SealCode.StatusUnknown, ErrorCatalogue.TimeStampNotJudged);
        }

        try
        {
            using TimeStampToken? token = TimeStampToken.Read(bytes);
            return token is null
                ? Refuse(SealCode.Altered, null, ErrorCatalogue.TimeStampForm)
                : Judge(token, form.Signature.Span, sealedAt, authorities);
        }
        catch (CryptographicException)
        {
            // A token that the platform does not call sound may hold anything, such as a certificate whose key is none.
            return Refuse(SealCode.Altered, null, ErrorCatalogue.TimeStampForm);
        }
    }

    private TimeStampVerdict Judge(TimeStampToken token, ReadOnlySpan<byte> signature, DateTimeOffset sealedAt, TrustAnchors anchors)
    {
        if (DigestOf(token.Info.HashAlgorithmId) is not { } digest || DigestOf(token.Signer.DigestAlgorithm) is null)
        {
            return Refuse(
                SealCode.AlgorithmWeak, null, ErrorCatalogue.TimeStampWeak, $"{token.Info.HashAlgorithmId.Value}, {token.Signer.DigestAlgorithm.Value}");
        }

        Span<byte> imprint = stackalloc byte[SHA512.HashSizeInBytes];
        imprint = imprint[..CryptographicOperations.HashData(digest, signature, imprint)];
        if (!CryptographicOperations.FixedTimeEquals(imprint, token.Info.GetMessageHash().Span))
        {
            return Refuse(SealCode.Altered, null, ErrorCatalogue.TimeStampAltered);
        }

        bool signed = token.IsSigned(anchors.Roots.Concat(anchors.Intermediates));
        if (token.Certificate is null)
        {
            return Refuse(SealCode.BadChain, null, ErrorCatalogue.TimeStampChain, Signer(token));
        }

        KnownCertificate certificate = Find(token.Certificate, anchors);
        DateTimeOffset stampedAt = token.StampedAt;
        return JudgeAuthority(certificate, token.Certificate, stampedAt)
            ?? (!signed ? Refuse(SealCode.Altered, certificate, ErrorCatalogue.TimeStampAltered)
                : !TimeStampRules.Fits(sealedAt, stampedAt)
                    ? Refuse(SealCode.NoTimestamp, certificate, ErrorCatalogue.TimeStampOutside, Show(stampedAt), Show(sealedAt))
                    : new(SealCode.Ok, stampedAt, certificate.Names.Subject, certificate.Names.Sha256, null));
    }

    private static TimeStampVerdict? JudgeAuthority(KnownCertificate certificate, X509Certificate2 presented, DateTimeOffset stampedAt)
    {
        if (certificate.Key.Weakness is { } weakness)
        {
            return Refuse(SealCode.AlgorithmWeak, certificate, ErrorCatalogue.TimeStampWeak, weakness);
        }

        if (!IsReserved(presented))
        {
            return Refuse(SealCode.BadChain, certificate, ErrorCatalogue.TimeStampPurpose, certificate.Names.Sha256);
        }

        KnownCertificate.ChainVerdict chain = certificate.ChainAt(stampedAt);
        return chain.Code switch
        {
            SealCode.Ok => null,
            SealCode.ExpiredAtSigning => Refuse(
                chain.Code, certificate, ErrorCatalogue.TimeStampExpired, certificate.Names.Sha256, Show(stampedAt)),
            SealCode.AlgorithmWeak => Refuse(chain.Code, certificate, ErrorCatalogue.TimeStampWeak, chain.Detail),
            _ => Refuse(SealCode.BadChain, certificate, ErrorCatalogue.TimeStampChain, certificate.Names.Sha256),
        };
    }

    /// <summary>RFC 3161 2.3: one extended key usage, critical, for time stamping and nothing else.</summary>
    private static bool IsReserved(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToArray() is [{ Critical: true, EnhancedKeyUsages: { Count: 1 } usages }]
        && usages[0].Value == TimeStamping;

    private static HashAlgorithmName? DigestOf(Oid oid) => oid.Value switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null,
    };

    private KnownCertificate Find(X509Certificate2 certificate, TrustAnchors anchors)
    {
        string sha256 = AgencyCertificate.HashOf(certificate);
        if (known.TryGetValue(sha256, out KnownCertificate? kept))
        {
            return kept;
        }

        // Whoever sends tokens chooses their certificates, so there may be any number.
        if (known.Count >= MostCertificates)
        {
            known.Clear();
        }

        return known[sha256] = new KnownCertificate(new RegisteredCertificate(certificate), anchors, time.GetTimestamp());
    }

    private static string Signer(TimeStampToken token) => token.Signer.SignerIdentifier.Value is X509IssuerSerial named
        ? $"{named.SerialNumber} ({named.IssuerName})"
        : token.Signer.SignerIdentifier.Value?.ToString() ?? "?";

    private static TimeStampVerdict Unproven(SealCode code, ErrorEntry entry) => new(code, null, null, null, Finding.Warn(entry, ""));

    private static TimeStampVerdict Refuse(SealCode code, KnownCertificate? certificate, ErrorEntry entry, params object?[] arguments) =>
        new(code, null, certificate?.Names.Subject, certificate?.Names.Sha256, Finding.Refuse(entry, "", arguments));

    private static string Show(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
