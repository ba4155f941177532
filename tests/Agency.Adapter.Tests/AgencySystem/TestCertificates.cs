using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>A root, the hub's certificate and the adapter's, made at run time and laid into a folder.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly X509Certificate2 root;

    public TestCertificates(string folder, params string[] agencies)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root = request.CreateSelfSigned(now.AddDays(-2), now.AddYears(1));
        Hub = Issue("AXIS", [], now);
        Adapter = Issue("A1", agencies, now);
        RootsPath = Path.Combine(folder, "roots.pem");
        CertificatePath = Path.Combine(folder, "adapter.pem");
        File.WriteAllText(RootsPath, root.ExportCertificatePem());
        File.WriteAllText(CertificatePath, Adapter.ExportCertificatePem() + "\n" + Adapter.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    public X509Certificate2 Hub { get; }

    public X509Certificate2 Adapter { get; }

    public string RootsPath { get; }

    public string CertificatePath { get; }

    public void Dispose()
    {
        root.Dispose();
        Hub.Dispose();
        Adapter.Dispose();
    }

    private X509Certificate2 Issue(string adapter, string[] agencies, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + adapter, key, HashAlgorithmName.SHA256);
        var names = new AsnWriter(AsnEncodingRules.DER);
        using (names.PushSequence())
        {
            foreach (var uri in agencies.Select(code => AgencyCertificate.AgencyUri + code).Prepend(AgencyCertificate.AdapterUri + adapter))
            {
                names.WriteCharacterString(UniversalTagNumber.IA5String, uri, new Asn1Tag(TagClass.ContextSpecific, 6));
            }
        }

        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", names.Encode(), critical: false));
        using var issued = request.Create(root, now.AddDays(-1), now.AddMonths(6), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
