using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Axis.Hub.Platform.Security;

/// <summary>
/// A certificate authority for development and for the embedded nation: root -> issuing authority -> adapters and hub. It is made
/// at run time and lives in one folder; a production axis configures the government's authorities instead.
/// </summary>
internal sealed class DevelopmentAuthority : IDisposable
{
    private const string FileName = "authority.pem";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    private readonly X509Certificate2 root;
    private readonly X509Certificate2 issuing;
    private readonly TimeProvider time;

    private DevelopmentAuthority(X509Certificate2 root, X509Certificate2 issuing, TimeProvider time)
    {
        this.root = root;
        this.issuing = issuing;
        this.time = time;
    }

    /// <summary>The root's public certificate, for the configuration of others.</summary>
    public IReadOnlyList<X509Certificate2> Roots => [root];

    /// <summary>What others trust: the root, and the issuing authority to build paths with.</summary>
    public TrustAnchors Anchors => new([root], [issuing]);

    /// <summary>
    /// The authority of a folder, made there when the folder has none. Two processes that start together end with the same one.
    /// </summary>
    /// <param name="folder">Made if absent, readable by its owner only.</param>
    /// <param name="time">The clock of the nation; spans cover it and the machine's.</param>
    /// <param name="span">Validity of root and issuing authority.</param>
    public static DevelopmentAuthority CreateOrLoad(string folder, TimeProvider time, CertificateSpan? span = null)
    {
        PrivateFiles.CreateFolder(folder);
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            PrivateFiles.WriteNew(path, Make(span ?? CertificateSpan.Around(time)));
        }

        string pem = File.ReadAllText(path);
        X509Certificate2[] authorities = CertificatePem.Read(pem);
        return new(X509CertificateLoader.LoadCertificate(authorities[0].RawData), authorities[1], time);
    }

    /// <summary>
    /// Issues an adapter's certificate with its key: CN = code, URIs of the adapter and its agencies, for sealing and for TLS.
    /// </summary>
    public X509Certificate2 IssueAdapter(
        string code, IEnumerable<string> agencies, CertificateKeyKind key = CertificateKeyKind.EcdsaP256, CertificateSpan? span = null) =>
        IssueWithKey(code, key, request => AddAdapter(request, code, agencies), span);

    /// <summary>
    /// Issues an adapter's certificate for a key that never leaves its owner. The request's signature proves that the owner
    /// has the key; the names it asks for are ignored, the registry's count.
    /// </summary>
    /// <param name="pkcs10">PKCS#10 certificate request, PEM.</param>
    public CertifyOutcome CertifyAdapter(string code, IEnumerable<string> agencies, string pkcs10, CertificateSpan? span = null)
    {
        CertificateRequest asked;
        try
        {
            asked = CertificateRequest.LoadSigningRequestPem(
                pkcs10, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.Default, RSASignaturePadding.Pkcs1);
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            return Refuse("PKCS#10");
        }

        if (!IsAccepted(asked.PublicKey))
        {
            return Refuse("RSA >= 2048 | ECDSA P-256");
        }

        var request = new CertificateRequest(Named(code), asked.PublicKey, HashAlgorithmName.SHA256);
        AddAdapter(request, code, agencies);
        return new CertifyOutcome.Issued(Sign(request, span));

        static CertifyOutcome.Refused Refuse(string rule) =>
            new(Finding.Refuse(ErrorCatalogue.CertificateRequestRefused, "", rule));
    }

    /// <summary>Issues the certificate under which the hub seals receipts, cancels and statements.</summary>
    public X509Certificate2 IssueHubSeal(
        string axisCode = "AXIS", CertificateKeyKind key = CertificateKeyKind.EcdsaP256, CertificateSpan? span = null) =>
        IssueWithKey(axisCode, key, request => AddAdapter(request, axisCode, [], forTls: false), span);

    /// <summary>Issues the certificate of a time-stamping authority: reserved for that, as RFC 3161 2.3 asks.</summary>
    public X509Certificate2 IssueTimeStamping(
        string name = "Axis development TSA", CertificateKeyKind key = CertificateKeyKind.EcdsaP256, CertificateSpan? span = null) =>
        IssueWithKey(
            name, key, request => AddLeaf(request, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, TimeStamping, critical: true),
            span);

    /// <summary>Issues a TLS server certificate; loopback's names are always on it.</summary>
    public X509Certificate2 IssueServer(IEnumerable<string>? names = null, CertificateSpan? span = null) =>
        IssueWithKey("localhost", CertificateKeyKind.EcdsaP256, request =>
        {
            var alternatives = new SubjectAlternativeNameBuilder();
            alternatives.AddDnsName("localhost");
            alternatives.AddIpAddress(System.Net.IPAddress.Loopback);
            alternatives.AddIpAddress(System.Net.IPAddress.IPv6Loopback);
            foreach (string name in names ?? [])
            {
                if (System.Net.IPAddress.TryParse(name, out var address))
                {
                    alternatives.AddIpAddress(address);
                }
                else
                {
                    alternatives.AddDnsName(name);
                }
            }

            request.CertificateExtensions.Add(alternatives.Build());
            AddLeaf(request, X509KeyUsageFlags.DigitalSignature, ServerAuthentication);
        }, span);

    public void Dispose()
    {
        root.Dispose();
        issuing.Dispose();
    }

    private X509Certificate2 IssueWithKey(string name, CertificateKeyKind kind, Action<CertificateRequest> extend, CertificateSpan? span)
    {
        using AsymmetricAlgorithm key = kind == CertificateKeyKind.EcdsaP256
            ? ECDsa.Create(ECCurve.NamedCurves.nistP256)
            : RSA.Create(kind == CertificateKeyKind.Rsa3072 ? 3072 : 2048);
        CertificateRequest request = key is RSA rsa
            ? new(Named(name), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new(Named(name), (ECDsa)key, HashAlgorithmName.SHA256);
        extend(request);
        using X509Certificate2 issued = Sign(request, span);
        return CertificatePem.WithKey(issued, key);
    }

    private X509Certificate2 Sign(CertificateRequest request, CertificateSpan? span)
    {
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuing, true, false));
        CertificateSpan valid = (span ?? CertificateSpan.Around(time)).Within(new(issuing.NotBefore, issuing.NotAfter));
        using ECDsa key = issuing.GetECDsaPrivateKey()!;
        return request.Create(issuing.SubjectName, X509SignatureGenerator.CreateForECDsa(key), valid.From, valid.To, NewSerial());
    }

    private static void AddAdapter(CertificateRequest request, string code, IEnumerable<string> agencies, bool forTls = true)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        alternatives.AddUri(new Uri(AgencyCertificate.AdapterUri + Uri.EscapeDataString(code)));
        foreach (string agency in agencies)
        {
            alternatives.AddUri(new Uri(AgencyCertificate.AgencyUri + Uri.EscapeDataString(agency)));
        }

        request.CertificateExtensions.Add(alternatives.Build());
        AddLeaf(request, X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, forTls ? ClientAuthentication : null);
    }

    private static void AddLeaf(CertificateRequest request, X509KeyUsageFlags usage, string? purpose, bool critical = false)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (purpose is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical));
        }
    }

    private static string Make(CertificateSpan span)
    {
        using ECDsa rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest(Named("Axis development root"), rootKey, HashAlgorithmName.SHA256);
        AddAuthority(rootRequest, null, pathLength: 1);
        using X509Certificate2 root = rootRequest.CreateSelfSigned(span.From, span.To);

        using ECDsa issuingKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuingRequest = new CertificateRequest(Named("Axis development issuing authority"), issuingKey, HashAlgorithmName.SHA256);
        AddAuthority(issuingRequest, root, pathLength: 0);
        using X509Certificate2 issuing = issuingRequest.Create(root, span.From, span.To, NewSerial());

        // The root's key has done its one deed; it is not kept.
        return root.ExportCertificatePem() + "\n" + issuing.ExportCertificatePem() + "\n" + issuingKey.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private static void AddAuthority(CertificateRequest request, X509Certificate2? issuer, int pathLength)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, pathLength, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (issuer is not null)
        {
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        }
    }

    private static bool IsAccepted(PublicKey key)
    {
        using RSA? rsa = key.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.KeySize is >= 2048 and <= 8192;
        }

        using ECDsa? ecdsa = key.GetECDsaPublicKey();
        return ecdsa?.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
    }

    private static X500DistinguishedName Named(string commonName)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        return name.Build();
    }

    private static byte[] NewSerial()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
