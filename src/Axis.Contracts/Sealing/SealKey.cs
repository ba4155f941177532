using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Axis.Contracts.Sealing;

/// <summary>
/// The public key of one certificate, imported once. Key objects promise nothing about concurrent use, so each
/// verification borrows one; there are never more than run at once.
/// </summary>
internal sealed class SealKey
{
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string EllipticCurve = "1.2.840.10045.2.1";
    private const int SmallestRsa = 2048;
    private const int LargestRsa = 8192;

    private static readonly string[] Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    private readonly byte[] subjectPublicKeyInfo;
    private readonly ConcurrentBag<AsymmetricAlgorithm> idle = [];

    private SealKey(bool isRsa, byte[] subjectPublicKeyInfo, string? weakness)
    {
        IsRsa = isRsa;
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
        Weakness = weakness;
    }

    public bool IsRsa { get; }

    /// <summary>Why the key is not accepted, or <c>null</c>.</summary>
    public string? Weakness { get; }

    public static SealKey Of(X509Certificate2 certificate)
    {
        byte[] info = certificate.PublicKey.ExportSubjectPublicKeyInfo();
        string algorithm = certificate.PublicKey.Oid.Value ?? "?";
        switch (algorithm)
        {
            case Rsa:
                using (RSA rsa = certificate.GetRSAPublicKey()!)
                {
                    return new(true, info, rsa.KeySize is < SmallestRsa or > LargestRsa ? $"RSA-{rsa.KeySize}" : null);
                }

            case EllipticCurve:
                using (ECDsa? ecdsa = certificate.GetECDsaPublicKey())
                {
                    string curve = ecdsa?.ExportParameters(false).Curve.Oid.Value ?? "?";
                    return new(false, info, Curves.Contains(curve) ? null : $"EC {curve}");
                }

            default:
                return new(false, info, algorithm);
        }
    }

    /// <summary>True when the signature over this SHA-2 hash is good.</summary>
    public bool Verifies(ReadOnlySpan<byte> hash, HashAlgorithmName digest, ReadOnlySpan<byte> signature)
    {
        AsymmetricAlgorithm key = idle.TryTake(out AsymmetricAlgorithm? one) ? one : Import();
        try
        {
            return key is RSA rsa
                ? rsa.VerifyHash(hash, signature, digest, RSASignaturePadding.Pkcs1)
                : ((ECDsa)key).VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence);
        }
        finally
        {
            idle.Add(key);
        }
    }

    private AsymmetricAlgorithm Import()
    {
        AsymmetricAlgorithm key = IsRsa ? RSA.Create() : ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        return key;
    }
}
