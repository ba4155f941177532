using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Axis.Contracts.Sealing;

/// <summary>
/// A seal taken apart. Only one form is read: DER, one signer named by issuer and serial number, SHA-2, the four CAdES-BES
/// attributes. What the signature does not cover has exactly one accepted value, so that no byte of a seal can be
/// changed unnoticed; embedded certificates and unsigned attributes are skipped and never believed, but for one time stamp,
/// which is judged by itself.
/// </summary>
internal sealed class SealForm
{
    /// <summary>Attribute signature-time-stamp: a token over the signature value (RFC 5126 6.1.1).</summary>
    public const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";

    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigestType = "1.2.840.113549.1.9.4";
    private const string SigningTimeType = "1.2.840.113549.1.9.5";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);

    private SealForm()
    {
    }

    public HashAlgorithmName Digest { get; private set; }

    public bool IsRsa { get; private set; }

    /// <summary>DER of the issuer's name.</summary>
    public ReadOnlyMemory<byte> Issuer { get; private set; }

    public ReadOnlyMemory<byte> SerialNumber { get; private set; }

    /// <summary>What the signature covers: the attributes under the tag SET OF (RFC 5652 5.4).</summary>
    public byte[] SignedAttributes { get; private set; } = [];

    public ReadOnlyMemory<byte> Signature { get; private set; }

    public ReadOnlyMemory<byte> MessageDigest { get; private set; }

    public ReadOnlyMemory<byte> CertificateSha256 { get; private set; }

    public DateTimeOffset SigningTime { get; private set; }

    /// <summary>The time-stamp token, or <c>null</c>.</summary>
    public ReadOnlyMemory<byte>? TimeStamp { get; private set; }

    /// <summary>Takes a seal apart.</summary>
    /// <exception cref="AsnContentException">The bytes are no DER of this structure.</exception>
    /// <exception cref="SealFormException">They are, but not of the accepted form.</exception>
    public static SealForm Read(ReadOnlyMemory<byte> seal)
    {
        var outer = new AsnReader(seal, AsnEncodingRules.DER);
        AsnReader contentInfo = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        Require(contentInfo.ReadObjectIdentifier() == SignedData, "SignedData");
        AsnReader wrapper = contentInfo.ReadSequence(Zero);
        contentInfo.ThrowIfNotEmpty();
        AsnReader signedData = wrapper.ReadSequence();
        wrapper.ThrowIfNotEmpty();

        Version(signedData);
        AsnReader digests = signedData.ReadSetOf();
        string digest = Algorithm(digests);
        Require(!digests.HasData, "one digest");
        AsnReader encapsulated = signedData.ReadSequence();
        Require(encapsulated.ReadObjectIdentifier() == Data, "id-data");
        Require(!encapsulated.HasData, "detached");
        if (signedData.HasData && signedData.PeekTag() == Zero)
        {
            signedData.ReadEncodedValue();
        }

        AsnReader signers = signedData.ReadSetOf();
        signedData.ThrowIfNotEmpty();
        Require(signers.HasData, "one signer");
        AsnReader signer = signers.ReadSequence();
        Require(!signers.HasData, "one signer");
        return Signer(signer, digest);
    }

    private static SealForm Signer(AsnReader signer, string declaredDigest)
    {
        var form = new SealForm();
        Version(signer);
        AsnReader issuerAndSerial = signer.ReadSequence();
        form.Issuer = issuerAndSerial.ReadEncodedValue();
        form.SerialNumber = issuerAndSerial.ReadIntegerBytes();
        issuerAndSerial.ThrowIfNotEmpty();

        string digest = Algorithm(signer);
        Require(digest == declaredDigest, "one digest");
        form.Digest = DigestOf(digest);
        Require(signer.HasData && signer.PeekTag() == Zero, "signed attributes");
        byte[] attributes = signer.PeekEncodedValue().ToArray();
        form.Attributes(signer.ReadSetOf(Zero));
        attributes[0] = 0x31;
        form.SignedAttributes = attributes;

        string algorithm = Algorithm(signer);
        form.IsRsa = algorithm == RsaEncryption;
        Require(form.IsRsa || algorithm == EcdsaOf(digest), "signature algorithm");
        form.Signature = signer.ReadOctetString();
        if (signer.HasData)
        {
            Require(signer.PeekTag() == One, "unsigned attributes");
            form.Unsigned(signer.ReadSetOf(One));
        }

        signer.ThrowIfNotEmpty();
        return form;
    }

    private void Attributes(AsnReader attributes)
    {
        var seen = new HashSet<string>(4);
        while (attributes.HasData)
        {
            AsnReader attribute = attributes.ReadSequence();
            string type = attribute.ReadObjectIdentifier();
            AsnReader values = attribute.ReadSetOf();
            attribute.ThrowIfNotEmpty();
            Require(seen.Add(type), "attribute twice");
            switch (type)
            {
                case ContentType:
                    Require(values.ReadObjectIdentifier() == Data, "content-type");
                    values.ThrowIfNotEmpty();
                    break;
                case MessageDigestType:
                    MessageDigest = values.ReadOctetString();
                    values.ThrowIfNotEmpty();
                    break;
                case SigningTimeType:
                    SigningTime = values.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
                        ? values.ReadUtcTime()
                        : values.ReadGeneralizedTime();
                    values.ThrowIfNotEmpty();
                    break;
                case SigningCertificateV2:
                    CertificateSha256 = CertificateHash(values.ReadSequence());
                    values.ThrowIfNotEmpty();
                    break;
                default:
                    // Signed by the sender like the rest, and without a meaning here.
                    break;
            }
        }

        Require(seen.Contains(ContentType), "content-type");
        Require(seen.Contains(MessageDigestType), "message-digest");
        Require(seen.Contains(SigningTimeType), "signing-time");
        Require(seen.Contains(SigningCertificateV2), "signing-certificate-v2");
    }

    private void Unsigned(AsnReader attributes)
    {
        Require(attributes.HasData, "unsigned attributes");
        while (attributes.HasData)
        {
            AsnReader attribute = attributes.ReadSequence();
            if (attribute.ReadObjectIdentifier() == SignatureTimeStamp)
            {
                AsnReader values = attribute.ReadSetOf();
                Require(TimeStamp is null && values.HasData, "one time stamp");
                TimeStamp = values.ReadEncodedValue();
                Require(!values.HasData, "one time stamp");
            }
        }
    }

    private static byte[] CertificateHash(AsnReader signingCertificate)
    {
        AsnReader certificate = signingCertificate.ReadSequence().ReadSequence();
        if (certificate.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            Require(Algorithm(certificate) == Sha256, "signing-certificate-v2 SHA-256");
        }

        byte[] hash = certificate.ReadOctetString();
        Require(hash.Length == SHA256.HashSizeInBytes, "signing-certificate-v2 SHA-256");
        return hash;
    }

    // 1 is the version of a SignedData over id-data and of a signer named by issuer and serial number (RFC 5652 5.1, 5.3).
    private static void Version(AsnReader reader) =>
        Require(reader.TryReadInt32(out int version) && version == 1, "version 1");

    private static string Algorithm(AsnReader reader)
    {
        AsnReader algorithm = reader.ReadSequence();
        string oid = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
        {
            algorithm.ReadNull();
        }

        algorithm.ThrowIfNotEmpty();
        return oid;
    }

    private static HashAlgorithmName DigestOf(string oid) => oid switch
    {
        Sha256 => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => throw new SealFormException(SealCode.AlgorithmWeak, "digest " + oid),
    };

    private static string EcdsaOf(string digest) => digest switch
    {
        Sha256 => "1.2.840.10045.4.3.2",
        "2.16.840.1.101.3.4.2.2" => "1.2.840.10045.4.3.3",
        _ => "1.2.840.10045.4.3.4",
    };

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new SealFormException(SealCode.Altered, what);
        }
    }
}
