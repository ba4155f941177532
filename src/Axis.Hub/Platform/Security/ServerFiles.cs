using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Axis.Hub.Platform.Security;

/// <summary>
/// A TLS server's certificate as the files that other programs take: <c>roots.pem</c> (what its clients trust), <c>server.pem</c> (certificate and
/// issuing authority) and <c>server.key</c>.
/// </summary>
internal static class ServerFiles
{
    public const string RootsFile = "roots.pem";
    public const string ServerFile = "server.pem";
    public const string KeyFile = "server.key";

    /// <summary>Writes the folder; what a file held before is replaced. Its owner alone may read it.</summary>
    public static void Write(string folder, DevelopmentAuthority authority, X509Certificate2 server)
    {
        PrivateFiles.CreateFolder(folder);
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)server.GetECDsaPrivateKey() ?? server.GetRSAPrivateKey()!;
        Replace(RootsFile, Text(authority.Anchors.Roots));
        Replace(ServerFile, Text([server, .. authority.Anchors.Intermediates]));
        Replace(KeyFile, key.ExportPkcs8PrivateKeyPem() + "\n");

        void Replace(string name, string text)
        {
            string path = Path.Combine(folder, name);
            File.Delete(path);
            PrivateFiles.WriteNew(path, text);
        }

        static string Text(IEnumerable<X509Certificate2> certificates) =>
            string.Concat(certificates.Select(certificate => certificate.ExportCertificatePem() + "\n"));
    }
}
