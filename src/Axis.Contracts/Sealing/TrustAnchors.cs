using System.Security.Cryptography.X509Certificates;

namespace Axis.Contracts.Sealing;

/// <summary>The authorities that one side trusts: each side configures its own (protocol.md 2).</summary>
/// <param name="Roots">Self-signed roots; the machine's own store is never asked.</param>
/// <param name="Intermediates">Issuing authorities, to build paths without any download.</param>
public sealed record TrustAnchors(IReadOnlyList<X509Certificate2> Roots, IReadOnlyList<X509Certificate2> Intermediates)
{
    /// <summary>Sorts certificates of one file: those issued by themselves are roots, the others build paths.</summary>
    public static TrustAnchors Of(IEnumerable<X509Certificate2> certificates)
    {
        ILookup<bool, X509Certificate2> sorted = certificates.ToLookup(
            certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData));
        return new([.. sorted[true]], [.. sorted[false]]);
    }
}
