using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Axis.Contracts.Sealing;

/// <summary>
/// Whom a certificate speaks for: SAN URIs <c>urn:axis:adapter:&lt;code&gt;</c> and <c>urn:axis:agency:&lt;code&gt;</c>
/// (protocol.md 2). Without an adapter URI the common name counts, if it can be an adapter code.
/// </summary>
/// <param name="Sha256">Lower-case hex SHA-256 of the certificate's DER bytes.</param>
/// <param name="Subject">Distinguished name.</param>
/// <param name="Adapter">Adapter code, or <c>null</c>.</param>
/// <param name="Agencies">Agency codes, as spelled, in the certificate's order; empty when none is named.</param>
public sealed partial record AgencyCertificate(string Sha256, string Subject, string? Adapter, IReadOnlyList<string> Agencies)
{
    /// <summary>Start of the URI that names an agency.</summary>
    public const string AgencyUri = "urn:axis:agency:";

    /// <summary>Start of the URI that names an adapter.</summary>
    public const string AdapterUri = "urn:axis:adapter:";

    private const string SubjectAlternativeName = "2.5.29.17";

    /// <summary>Reads a certificate. One whose alternative names cannot be read names nobody.</summary>
    public static AgencyCertificate Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        List<string> uris = Uris(certificate);
        string[] adapters = [.. Codes(uris, AdapterUri)];
        string commonName = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        string? adapter = adapters switch
        {
            [var one] => one,
            [] when AdapterCode().IsMatch(commonName) => commonName,
            _ => null,
        };
        return new(HashOf(certificate), certificate.Subject, adapter, [.. Codes(uris, AgencyUri)]);
    }

    /// <summary>Lower-case hex SHA-256 of the DER bytes: the name of a certificate everywhere on the axis.</summary>
    public static string HashOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Convert.ToHexStringLower(certificate.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256));
    }

    private static IEnumerable<string> Codes(List<string> uris, string start) => uris
        .Where(uri => uri.StartsWith(start, StringComparison.OrdinalIgnoreCase) && uri.Length > start.Length)
        .Select(uri => Uri.UnescapeDataString(uri[start.Length..]));

    private static List<string> Uris(X509Certificate2 certificate)
    {
        var uris = new List<string>();
        if (certificate.Extensions[SubjectAlternativeName] is not { } extension)
        {
            return uris;
        }

        var uriTag = new Asn1Tag(TagClass.ContextSpecific, 6);
        try
        {
            AsnReader names = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (names.HasData)
            {
                if (names.PeekTag() == uriTag)
                {
                    uris.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, uriTag));
                }
                else
                {
                    names.ReadEncodedValue();
                }
            }
        }
        catch (AsnContentException)
        {
            // A certificate whose names are broken speaks for nobody; the verdict on its chain is another matter.
            uris.Clear();
        }

        return uris;
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$")]
    private static partial Regex AdapterCode();
}
