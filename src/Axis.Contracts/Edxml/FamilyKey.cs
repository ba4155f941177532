using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Axis.Contracts.Edxml;

/// <summary>
/// The natural key of a document (domain.md 5, R9): sender, year of promulgation, number, notation, type.
/// The canonical string is five lines, <c>sender LF year LF number LF notation LF type</c>, in UTF-8:
/// every part folded by <see cref="FoldedText"/>: sender and notation as notations, the number as a number, the type as a name.
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
            FoldedText.Notation(senderAgencyKey),
            promulgationDate.Year.ToString("0000", CultureInfo.InvariantCulture),
            FoldedText.Number(number),
            FoldedText.Notation(notation),
            FoldedText.Name(typeName));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
    }
}
