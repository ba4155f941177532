using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;

namespace Axis.Hub.Platform.Security;

/// <summary>
/// What the hub's certificate folder holds: <c>roots.pem</c>, <c>intermediates.pem</c>, <c>seal.pem</c> and <c>server.pem</c>
/// (certificate, key, and for the server its issuers), and <c>time-stamp-roots.pem</c> where seals bear time stamps.
/// </summary>
internal sealed class HubCertificates : IDisposable
{
    public const string RootsFile = "roots.pem";
    public const string IntermediatesFile = "intermediates.pem";
    public const string TimeStampRootsFile = "time-stamp-roots.pem";
    public const string SealFile = "seal.pem";
    public const string ServerFile = "server.pem";

    private HubCertificates(TrustAnchors anchors, TrustAnchors? timeStampAuthorities, X509Certificate2 seal, X509Certificate2 server)
    {
        Anchors = anchors;
        TimeStampAuthorities = timeStampAuthorities;
        Seal = seal;
        Server = server;
    }

    /// <summary>The authorities this hub trusts, for seals and for client certificates.</summary>
    public TrustAnchors Anchors { get; }

    /// <summary>The time-stamping authorities this hub trusts, or null: then it judges no stamps.</summary>
    public TrustAnchors? TimeStampAuthorities { get; }

    /// <summary>The hub's sealing certificate with its key.</summary>
    public X509Certificate2 Seal { get; }

    /// <summary>The certificate of the adapters' endpoint with its key.</summary>
    public X509Certificate2 Server { get; }

    /// <summary>Reads the folder.</summary>
    /// <exception cref="CryptographicException">A file holds something else than it should.</exception>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    public static HubCertificates Load(string folder)
    {
        string intermediates = Path.Combine(folder, IntermediatesFile);
        string timeStampRoots = Path.Combine(folder, TimeStampRootsFile);
        return new(
            new TrustAnchors(
                CertificatePem.Read(File.ReadAllText(Path.Combine(folder, RootsFile))),
                File.Exists(intermediates) ? CertificatePem.Read(File.ReadAllText(intermediates)) : []),
            File.Exists(timeStampRoots) ? TrustAnchors.Of(CertificatePem.Read(File.ReadAllText(timeStampRoots))) : null,
            WithKey(folder, SealFile), WithKey(folder, ServerFile));
    }

    /// <summary>Fills a folder that lacks them from a development authority, then reads it.</summary>
    public static HubCertificates LoadOrIssue(string folder, DevelopmentAuthority authority, string axisCode = "AXIS")
    {
        PrivateFiles.CreateFolder(folder);
        TrustAnchors anchors = authority.Anchors;
        Provide(RootsFile, () => Text(anchors.Roots));
        Provide(IntermediatesFile, () => Text(anchors.Intermediates));
        Provide(SealFile, () => Issued(authority.IssueHubSeal(axisCode)));
        Provide(ServerFile, () => Issued(authority.IssueServer()));
        return Load(folder);

        void Provide(string name, Func<string> make)
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                PrivateFiles.WriteNew(path, make());
            }
        }

        static string Issued(X509Certificate2 certificate)
        {
            using (certificate)
            {
                return CertificatePem.Write(certificate);
            }
        }

        static string Text(IEnumerable<X509Certificate2> certificates) =>
            string.Join('\n', certificates.Select(certificate => certificate.ExportCertificatePem())) + "\n";
    }

    public void Dispose()
    {
        Seal.Dispose();
        Server.Dispose();
    }

    private static X509Certificate2 WithKey(string folder, string name) =>
        CertificatePem.Read(File.ReadAllText(Path.Combine(folder, name))).FirstOrDefault(certificate => certificate.HasPrivateKey)
        ?? throw new CryptographicException($"{name} holds no private key.");
}
