using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Axis.Contracts.Tests.Tls;

/// <summary>A root, an issuing authority and server certificates, around the machine's clock: TLS knows no other.</summary>
internal sealed class ServerAuthority : IDisposable
{
    public const string ForServers = "1.3.6.1.5.5.7.3.1";
    public const string ForClients = "1.3.6.1.5.5.7.3.2";

    private readonly X509Certificate2 root;
    private readonly X509Certificate2 issuing;

    public ServerAuthority(DateTimeOffset? issuingUntil = null)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        root = Authority("CN=Server test root", rootKey).CreateSelfSigned(Now.AddYears(-5), Now.AddYears(5));
        using var issuingKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = Authority("CN=Server test issuing", issuingKey).Create(root, Now.AddYears(-4), issuingUntil ?? Now.AddYears(4), [7]);
        issuing = issued.CopyWithPrivateKey(issuingKey);
    }

    public static DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public X509Certificate2 Issuing => issuing;

    public TrustAnchors Anchors => new([root], []);

    public string RootPem => root.ExportCertificatePem();

    public X509Certificate2 Issue(
        string name = "broker.example", DateTimeOffset? from = null, DateTimeOffset? to = null, string? purpose = ForServers, bool alternative = true)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        if (alternative)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(name);
            names.AddIpAddress(System.Net.IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
        }

        if (purpose is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        }

        using var signer = issuing.GetECDsaPrivateKey()!;
        using var issued = request.Create(
            issuing.SubjectName, X509SignatureGenerator.CreateForECDsa(signer), from ?? Now.AddDays(-1), to ?? Now.AddDays(90), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    public void Dispose()
    {
        root.Dispose();
        issuing.Dispose();
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }
}
