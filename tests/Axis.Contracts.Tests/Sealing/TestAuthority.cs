using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Sealing;

/// <summary>A root, an issuing authority and leaves, all made at run time.</summary>
internal sealed class TestAuthority : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 root;
    private readonly X509Certificate2 issuing;
    private int serial = 100;

    public TestAuthority(string name = "Axis test")
    {
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest($"CN={name} root", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root = rootRequest.CreateSelfSigned(Noon.AddYears(-10), Noon.AddYears(20));

        using ECDsa issuingKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuingRequest = new CertificateRequest($"CN={name} issuing", issuingKey, HashAlgorithmName.SHA256);
        issuingRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        using X509Certificate2 issued = issuingRequest.Create(root, Noon.AddYears(-5), Noon.AddYears(10), [1, 2, 3]);
        issuing = issued.CopyWithPrivateKey(issuingKey);
    }

    public TrustAnchors Anchors => new([root], [issuing]);

    public X509Certificate2 IssueRsa(int bits = 2048, string adapter = "H37", params string[] agencies)
    {
        using RSA key = RSA.Create(bits);
        var request = new CertificateRequest($"CN={adapter}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 issued = Issue(request, adapter, agencies, Noon.AddYears(-1), Noon.AddYears(1));
        return issued.CopyWithPrivateKey(key);
    }

    public X509Certificate2 IssueEcdsa(string adapter = "H37", params string[] agencies) =>
        IssueEcdsa(Noon.AddYears(-1), Noon.AddYears(1), adapter, agencies);

    public X509Certificate2 IssueEcdsa(DateTimeOffset from, DateTimeOffset to, string adapter = "H37", params string[] agencies)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={adapter}", key, HashAlgorithmName.SHA256);
        using X509Certificate2 issued = Issue(request, adapter, agencies, from, to);
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>A certificate of a time-stamping authority; what RFC 3161 2.3 asks of it can be left out.</summary>
    public X509Certificate2 IssueTimeStamping(
        bool rsa = false, int bits = 2048, DateTimeOffset? from = null, DateTimeOffset? to = null, bool critical = true,
        params string[] purposes)
    {
        using AsymmetricAlgorithm key = rsa ? RSA.Create(bits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = key is RSA
            ? new("CN=Test TSA", (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new("CN=Test TSA", (ECDsa)key, HashAlgorithmName.SHA256);
        if (purposes.Length > 0)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. purposes.Select(purpose => new Oid(purpose))], critical));
        }

        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        using ECDsa issuingKey = issuing.GetECDsaPrivateKey()!;
        using X509Certificate2 issued = request.Create(
            issuing.SubjectName, X509SignatureGenerator.CreateForECDsa(issuingKey), from ?? Noon.AddYears(-1), to ?? Noon.AddYears(1),
            BitConverter.GetBytes(++serial));
        return key is RSA ? issued.CopyWithPrivateKey((RSA)key) : issued.CopyWithPrivateKey((ECDsa)key);
    }

    public void Dispose()
    {
        root.Dispose();
        issuing.Dispose();
    }

    private X509Certificate2 Issue(
        CertificateRequest request, string adapter, string[] agencies, DateTimeOffset from, DateTimeOffset to)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            string[] uris = [AgencyCertificate.AdapterUri + adapter, .. agencies.Select(code => AgencyCertificate.AgencyUri + code)];
            foreach (string uri in uris)
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, uri, new Asn1Tag(TagClass.ContextSpecific, 6));
            }
        }

        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", writer.Encode(), critical: false));
        using ECDsa issuingKey = issuing.GetECDsaPrivateKey()!;
        return request.Create(
            issuing.SubjectName, X509SignatureGenerator.CreateForECDsa(issuingKey), from, to, BitConverter.GetBytes(++serial));
    }
}
