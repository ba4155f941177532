using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Simulator.TimeStamps;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>
/// Time stamps for tests: good ones from the responder of the simulated nation, and with the platform's classes every token that no
/// honest authority would make.
/// </summary>
internal static class TestStamps
{
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    public const string Sha1 = "1.3.14.3.2.26";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private const string Attribute = "1.2.840.113549.1.9.16.2.14";

    /// <summary>An authority in this process.</summary>
    public static ITimeStampAuthority Authority(X509Certificate2 certificate, TimeProvider clock) => new InProcess(new TimeStampResponder(certificate, clock));

    /// <summary>A token made by hand.</summary>
    public static byte[] Token(
        byte[] stamped, X509Certificate2 certificate, DateTimeOffset at, string imprint = Sha256, string digest = Sha256, bool embed = true,
        X509Certificate2? named = null)
    {
        byte[] hash = imprint == Sha1 ? CryptographicOperations.HashData(HashAlgorithmName.SHA1, stamped) : SHA256.HashData(stamped);
        var info = new Rfc3161TimestampTokenInfo(new Oid("0.4.0.2023.1.1"), new Oid(imprint), hash, new byte[] { 7 }, at);
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()), detached: false);
        cms.ComputeSignature(
            new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
            {
                DigestAlgorithm = new Oid(digest),
                IncludeOption = embed ? X509IncludeOption.EndCertOnly : X509IncludeOption.None,
                SignedAttributes = { new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), Name(named ?? certificate)) },
            },
            silent: true);
        return cms.Encode();
    }

    /// <summary>The seal with these tokens as its unsigned attribute, one value each.</summary>
    public static byte[] Attach(byte[] seal, params byte[][] tokens)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        foreach (byte[] token in tokens)
        {
            cms.SignerInfos[0].AddUnsignedAttribute(new AsnEncodedData(new Oid(Attribute), token));
        }

        return cms.Encode();
    }

    /// <summary>The seal without its unsigned attributes, all else copied element by element.</summary>
    public static byte[] Strip(byte[] seal)
    {
        var wrapper = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        var unsigned = new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        AsnReader contentInfo = new AsnReader(seal, AsnEncodingRules.DER).ReadSequence();
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(contentInfo.ReadEncodedValue().Span);
            AsnReader signedData = contentInfo.ReadSequence(wrapper).ReadSequence();
            using (writer.PushSequence(wrapper))
            using (writer.PushSequence())
            {
                for (int i = 0; i < 3; i++)
                {
                    writer.WriteEncodedValue(signedData.ReadEncodedValue().Span);
                }

                AsnReader signer = signedData.ReadSetOf().ReadSequence();
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    while (signer.HasData && signer.PeekTag() != unsigned)
                    {
                        writer.WriteEncodedValue(signer.ReadEncodedValue().Span);
                    }
                }
            }
        }

        return writer.Encode();
    }

    public static byte[] SignatureOf(byte[] seal)
    {
        var cms = new SignedCms();
        cms.Decode(seal);
        return cms.SignerInfos[0].GetSignature();
    }

    private static byte[] Name(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(certificate.GetCertHash(HashAlgorithmName.SHA256));
        }

        return writer.Encode();
    }

    private sealed class InProcess(TimeStampResponder responder) : ITimeStampAuthority
    {
        public Task<byte[]> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
            Task.FromResult(responder.Answer(request.ToArray()));
    }
}
