using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Axis.Hub.Platform.Security;

/// <summary>Certificates and their keys as PEM text: what the hub's certificate folder holds.</summary>
internal static class CertificatePem
{
    /// <summary>A certificate with its key as one text, PKCS#8 unencrypted: for files of <see cref="PrivateFiles"/>.</summary>
    public static string Write(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()
            ?? throw new ArgumentException("The certificate has no private key.", nameof(certificate));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    /// <summary>All certificates of a text, in its order; the first private key in it is joined to the certificate that it fits.</summary>
    /// <exception cref="CryptographicException">The text holds no certificate, or a key that fits none.</exception>
    public static X509Certificate2[] Read(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        if (certificates.Count == 0)
        {
            throw new CryptographicException("The text holds no certificate.");
        }

        X509Certificate2[] all = [.. certificates];
        using AsymmetricAlgorithm? key = Key(pem);
        if (key is null)
        {
            return all;
        }

        byte[] fits = key.ExportSubjectPublicKeyInfo();
        int owner = Array.FindIndex(all, one => one.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(fits));
        if (owner < 0)
        {
            throw new CryptographicException("The private key fits none of the certificates.");
        }

        all[owner] = WithKey(all[owner], key);
        return all;
    }

    /// <summary>
    /// Joins a certificate and its key. It goes through PKCS#12 because a key that was only made in memory serves no TLS on Windows.
    /// </summary>
    public static X509Certificate2 WithKey(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        using X509Certificate2 joined = key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);
        return X509CertificateLoader.LoadPkcs12(joined.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    private static AsymmetricAlgorithm? Key(string pem)
    {
        ReadOnlySpan<char> rest = pem;
        while (PemEncoding.TryFind(rest, out PemFields fields))
        {
            if (rest[fields.Label] is "PRIVATE KEY")
            {
                ReadOnlySpan<char> text = rest[fields.Location];
                byte[] pkcs8 = Convert.FromBase64String(rest[fields.Base64Data].ToString());
                AsymmetricAlgorithm key = IsRsa(pkcs8) ? RSA.Create() : ECDsa.Create();
                key.ImportFromPem(text);
                CryptographicOperations.ZeroMemory(pkcs8);
                return key;
            }

            rest = rest[fields.Location.End..];
        }

        return null;
    }

    private static bool IsRsa(byte[] pkcs8)
    {
        var info = new System.Formats.Asn1.AsnReader(pkcs8, System.Formats.Asn1.AsnEncodingRules.BER).ReadSequence();
        info.ReadInteger();
        return info.ReadSequence().ReadObjectIdentifier() == "1.2.840.113549.1.1.1";
    }
}
