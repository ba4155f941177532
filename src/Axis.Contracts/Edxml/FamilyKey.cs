using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Axis.Contracts.Edxml;

/// <summary>
/// The natural key of a document (domain.md 5, R9): sender, year of promulgation, number, notation, type.
/// The canonical string is five lines, <c>sender LF year LF number LF notation LF type</c>, in UTF-8:
/// every part in Unicode NFC, upper case by the invariant culture (Đ stays Đ and never becomes D), every white space removed,
/// every dash of Unicode written as <c>-</c>; the number loses its leading zeros; the type keeps single spaces between words.
/// The key is the lower-case hex SHA-256 of that string. Changing this rule makes known documents look new.
/// </summary>
public static class FamilyKey
{
    /// <summary>The key of a document.</summary>
    /// <param name="senderAgencyKey">The registry's key of the sending agency, the same for every spelling of its code.</param>
    /// <param name="promulgationDate">Date of promulgation; numbers start again each year (Decree 30 Art. 15), so only its year counts.</param>
    /// <param name="number">CodeNumber.</param>
    /// <param name="notation">CodeNotation.</param>
    /// <param name="typeName">TypeName.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(string senderAgencyKey, DateOnly promulgationDate, string number, string notation, string typeName)
    {
        ArgumentNullException.ThrowIfNull(senderAgencyKey);
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(notation);
        ArgumentNullException.ThrowIfNull(typeName);
        var canonical = string.Join('\n',
            Normalize(senderAgencyKey, keepSpaces: false),
            promulgationDate.Year.ToString("0000", CultureInfo.InvariantCulture),
            WithoutLeadingZeros(Normalize(number, keepSpaces: false)),
            Normalize(notation, keepSpaces: false),
            Normalize(typeName, keepSpaces: true));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }

    /// <summary>A notation as the key spells it: <c>"vpcp – ttđt"</c> becomes <c>VPCP-TTĐT</c>.</summary>
    public static string NormalizeNotation(string notation)
    {
        ArgumentNullException.ThrowIfNull(notation);
        return Normalize(notation, keepSpaces: false);
    }

    private static string Normalize(string text, bool keepSpaces)
    {
        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var character in WellFormed(text).Normalize(NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(character))
            {
                space = true;
                continue;
            }

            if (char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                continue;
            }

            if (space && keepSpaces && builder.Length > 0)
            {
                builder.Append(' ');
            }

            space = false;
            builder.Append(IsDash(character) ? '-' : char.ToUpperInvariant(character));
        }

        return builder.ToString();
    }

    private static string WithoutLeadingZeros(string number)
    {
        var trimmed = number.TrimStart('0');
        return trimmed.Length == 0 && number.Length > 0 ? "0" : trimmed;
    }

    // U+2212 is the minus sign, which is no dash by its category.
    private static bool IsDash(char character) =>
        char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation || character == '\u2212';

    /// <summary>Normalisation throws on half surrogates; they are replaced as UTF-8 does.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
