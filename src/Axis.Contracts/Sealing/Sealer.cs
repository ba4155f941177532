using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Axis.Contracts.Sealing;

/// <summary>
/// Makes seals: detached CMS (RFC 5652) with the signed attributes of CAdES-BES (ETSI EN 319 122-1): content-type,
/// message-digest, signing-time and signing-certificate-v2 (RFC 5035). SHA-256; RSA keys from 2048 bits with PKCS#1 v1.5
/// (every CMS library verifies it; PSS would gain nothing here and lose some), or ECDSA on P-256.
/// Seals hold no certificates: the registry knows them by the hash that the seal names. Safe for concurrent use.
/// </summary>
public sealed class Sealer : IDisposable
{
    private static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1");
    private static readonly Oid SigningCertificateV2 = new("1.2.840.113549.1.9.16.2.47");

    private readonly X509Certificate2 certificate;
    private readonly TimeProvider time;
    private readonly bool embedCertificate;
    private readonly X509Certificate2[] above;
    private readonly byte[] signingCertificate;

    /// <summary>Takes a certificate with its private key; the sealer keeps a copy of its own.</summary>
    /// <param name="certificate">Certificate with an RSA (2048+) or ECDSA P-256 private key.</param>
    /// <param name="time">Where the signing time comes from.</param>
    /// <param name="embedCertificate">Puts the certificate into each seal, for evidence that must stand alone.</param>
    /// <param name="intermediates">Authorities that are known. With the certificate those that stand between it and its root are put into each seal.</param>
    /// <exception cref="ArgumentException">No private key, or a key that the axis does not accept.</exception>
    public Sealer(X509Certificate2 certificate, TimeProvider time, bool embedCertificate = false, IEnumerable<X509Certificate2>? intermediates = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(time);
        if (!certificate.HasPrivateKey)
        {
            throw new ArgumentException("The certificate has no private key.", nameof(certificate));
        }

        if (SealKey.Of(certificate).Weakness is { } weakness)
        {
            throw new ArgumentException($"The key cannot make seals: {weakness}.", nameof(certificate));
        }

        this.certificate = new X509Certificate2(certificate);
        this.time = time;
        this.embedCertificate = embedCertificate;
        above = embedCertificate ? [.. Above(certificate, [.. intermediates ?? []])] : [];
        CertificateSha256 = certificate.GetCertHash(HashAlgorithmName.SHA256);
        signingCertificate = Name(CertificateSha256);
    }

    /// <summary>SHA-256 of the certificate's DER bytes, as the seals name it.</summary>
    public byte[] CertificateSha256 { get; }

    /// <summary>Seals these exact bytes; the content is not part of the result.</summary>
    /// <returns>CMS SignedData in DER.</returns>
    public byte[] Seal(ReadOnlySpan<byte> content)
    {
        var cms = new SignedCms(new ContentInfo(content.ToArray()), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = Sha256,
            IncludeOption = embedCertificate ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
        };
        signer.Certificates.AddRange(above);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(time.GetUtcNow().UtcDateTime));
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, signingCertificate));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        certificate.Dispose();
        foreach (var authority in above)
        {
            authority.Dispose();
        }
    }

    /// <summary>Copies of those that lead from a certificate to its root, the nearest first.</summary>
    private static IEnumerable<X509Certificate2> Above(X509Certificate2 certificate, List<X509Certificate2> known)
    {
        for (var next = Issuer(certificate); next is not null; next = Issuer(next))
        {
            known.Remove(next);
            yield return X509CertificateLoader.LoadCertificate(next.RawData);
        }

        X509Certificate2? Issuer(X509Certificate2 of) =>
            known.Find(one => one.SubjectName.RawData.AsSpan().SequenceEqual(of.IssuerName.RawData) && !one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData));
    }

    // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }: SHA-256 is the default and so left out (RFC 5035 4).
    private static byte[] Name(byte[] sha256)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(sha256);
        }

        return writer.Encode();
    }
}
