namespace Axis.Hub.Platform.Security;

/// <summary>Key of a certificate made here.</summary>
internal enum CertificateKeyKind
{
    EcdsaP256,
    Rsa2048,
    Rsa3072,
}
