using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>CMS made step by step, so that a step can be left out.</summary>
internal static class HandMadeSeal
{
    /// <summary>A signer as <see cref="Sealer"/> has it, naming its certificate or another.</summary>
    public static CmsSigner SignerOf(X509Certificate2 certificate, X509Certificate2? named = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString((named ?? certificate).GetCertHash(HashAlgorithmName.SHA256));
        }

        return new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.None,
            SignedAttributes =
            {
                new Pkcs9SigningTime(TestAuthority.Noon.UtcDateTime),
                new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), writer.Encode()),
            },
        };
    }

    public static byte[] Of(byte[] content, CmsSigner signer)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>Base64 of a seal under any key and any digest.</summary>
    public static string Of(X509Certificate2 certificate, string digest, string content)
    {
        CmsSigner signer = SignerOf(certificate);
        signer.DigestAlgorithm = new Oid(digest);
        return Convert.ToBase64String(Of(Encoding.UTF8.GetBytes(content), signer));
    }
}
