using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Axis.Contracts.Sealing;

/// <summary>
/// Makes seals: detached CMS (RFC 5652) with the signed attributes of CAdES-BES (ETSI EN 319 122-1): content-type,
/// message-digest, signing-time and signing-certificate-v2 (RFC 5035). SHA-256; RSA keys from 2048 bits with PKCS#1 v1.5
/// (every CMS library verifies it; PSS would gain nothing here and lose some), or ECDSA on P-256.
/// Seals hold no certificates: the registry knows them by the hash that the seal names. Safe for concurrent use. The bytes are those that
/// <c>SignedCms</c> writes, which takes three times as long and begins by fetching the key anew.
/// </summary>
public sealed class Sealer : IDisposable
{
    /// <summary>Version of a SignedData over id-data and of a signer named by issuer and serial number (RFC 5652 5.1, 5.3).</summary>
    private const int Version = 1;

    /// <summary>Years before it are written with two digits (RFC 5652 11.3).</summary>
    private const int FirstLongYear = 2050;

    private const byte Implicit0 = 0xA0;

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly X509Certificate2 certificate;
    private readonly ConcurrentBag<AsymmetricAlgorithm> idle = [];
    private readonly TimeProvider time;
    private readonly bool embedCertificate;
    private readonly bool isRsa;
    private readonly byte[] signingCertificate;

    /// <summary>Takes a certificate with its private key; the sealer keeps a copy of its own.</summary>
    /// <param name="certificate">Certificate with an RSA (2048+) or ECDSA P-256 private key.</param>
    /// <param name="time">Where the signing time comes from.</param>
    /// <param name="embedCertificate">Puts the certificate into each seal, for evidence that must stand alone.</param>
    /// <exception cref="ArgumentException">No private key, or a key that the axis does not accept.</exception>
    public Sealer(X509Certificate2 certificate, TimeProvider time, bool embedCertificate = false)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(time);
        if (!certificate.HasPrivateKey)
        {
            throw new ArgumentException("The certificate has no private key.", nameof(certificate));
        }

        var key = SealKey.Of(certificate);
        if (key.Weakness is { } weakness)
        {
            throw new ArgumentException($"The key cannot make seals: {weakness}.", nameof(certificate));
        }

        this.certificate = new X509Certificate2(certificate);
        this.time = time;
        this.embedCertificate = embedCertificate;
        isRsa = key.IsRsa;
        CertificateSha256 = certificate.GetCertHash(HashAlgorithmName.SHA256);
        signingCertificate = Name(CertificateSha256);
    }

    /// <summary>SHA-256 of the certificate's DER bytes, as the seals name it.</summary>
    public byte[] CertificateSha256 { get; }

    /// <summary>Seals these exact bytes; the content is not part of the result.</summary>
    /// <returns>CMS SignedData in DER.</returns>
    public byte[] Seal(ReadOnlySpan<byte> content)
    {
        byte[] attributes = Attributes(SHA256.HashData(content));
        byte[] signature = Sign(attributes);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SealForm.SignedData);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(Version);
                using (writer.PushSetOf())
                {
                    Algorithm(writer, SealForm.Sha256);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(SealForm.Data);
                }

                if (embedCertificate)
                {
                    using (writer.PushSetOf(Zero))
                    {
                        writer.WriteEncodedValue(certificate.RawDataMemory.Span);
                    }
                }

                using (writer.PushSetOf())
                {
                    Signer(writer, attributes, signature);
                }
            }
        }

        return writer.Encode();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryTake(out AsymmetricAlgorithm? key))
        {
            key.Dispose();
        }

        certificate.Dispose();
    }

    private void Signer(AsnWriter writer, byte[] attributes, byte[] signature)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }

            Algorithm(writer, SealForm.Sha256);

            // Signed as a SET OF, written under the tag [0] (RFC 5652 5.4).
            attributes[0] = Implicit0;
            writer.WriteEncodedValue(attributes);
            Algorithm(writer, isRsa ? SealForm.RsaEncryption : SealForm.EcdsaWithSha256);
            writer.WriteOctetString(signature);
        }
    }

    /// <summary>The signed attributes as a SET OF, which DER sorts.</summary>
    private byte[] Attributes(byte[] digest)
    {
        DateTimeOffset now = time.GetUtcNow();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, SealForm.ContentType, () => writer.WriteObjectIdentifier(SealForm.Data));
            Attribute(writer, SealForm.MessageDigestType, () => writer.WriteOctetString(digest));
            Attribute(writer, SealForm.SigningTimeType, () => WriteTime(writer, now));
            Attribute(writer, SealForm.SigningCertificateV2, () => writer.WriteEncodedValue(signingCertificate));
        }

        return writer.Encode();
    }

    /// <summary>Key objects promise nothing about concurrent use, so each signature borrows one; there are never more than are made at once.</summary>
    private byte[] Sign(byte[] attributes)
    {
        AsymmetricAlgorithm key = idle.TryTake(out AsymmetricAlgorithm? one)
            ? one
            : isRsa ? certificate.GetRSAPrivateKey()! : certificate.GetECDsaPrivateKey()!;
        try
        {
            return key is RSA rsa
                ? rsa.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                : ((ECDsa)key).SignData(attributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        finally
        {
            idle.Add(key);
        }
    }

    private static void Attribute(AsnWriter writer, string type, Action value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
            {
                value();
            }
        }
    }

    private static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (time.Year < FirstLongYear)
        {
            writer.WriteUtcTime(time);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }

    private static void Algorithm(AsnWriter writer, string algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
        }
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
