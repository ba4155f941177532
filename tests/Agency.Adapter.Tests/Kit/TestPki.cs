using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.Tests.Kit;

/// <summary>A root and the certificates it issued, made at run time.</summary>
internal sealed class TestPki : IDisposable
{
    private readonly X509Certificate2 root;
    private int serial;

    public TestPki()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Adapter test root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        root = request.CreateSelfSigned(now.AddYears(-10), now.AddYears(10));
    }

    public string RootPem => root.ExportCertificatePem();

    public X509Certificate2 Issue(string adapter, params string[] agencies)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + adapter, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri(AgencyCertificate.AdapterUri + adapter));
        foreach (var agency in agencies)
        {
            names.AddUri(new Uri(AgencyCertificate.AgencyUri + agency));
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var issued = request.Create(root, now.AddYears(-9), now.AddYears(9), BitConverter.GetBytes(++serial));
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>A certificate for a time-stamping authority.</summary>
    public X509Certificate2 IssueTimeStamping()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test TSA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var issued = request.Create(root, now.AddYears(-9), now.AddYears(9), BitConverter.GetBytes(++serial));
        return issued.CopyWithPrivateKey(key);
    }

    public void Dispose() => root.Dispose();
}
