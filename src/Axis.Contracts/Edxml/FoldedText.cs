using System.Globalization;
using System.Text;

namespace Axis.Contracts.Edxml;

/// <summary>
/// The one rule by which names, notations and numbers are compared; written out in the folder's README. Folding what is folded changes nothing, and
/// composed and decomposed spellings fold to the same text.
/// </summary>
public static class FoldedText
{
    /// <summary>
    /// Words, e.g. the name of a type: upper case, one space between words and none around <c>/</c>, <c>-</c> and <c>.</c>; empty when nothing visible is left.
    /// </summary>
    public static string Name(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text, keepSpaces: true);
    }

    /// <summary>A code without any space: <c>"vpcp – ttđt"</c> becomes <c>VPCP-TTĐT</c>.</summary>
    public static string Notation(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text, keepSpaces: false);
    }

    /// <summary>A number as its code is, without leading zeros; all zeros are <c>0</c>.</summary>
    public static string Number(string text)
    {
        var folded = Notation(text);
        var trimmed = folded.TrimStart('0');
        return trimmed.Length == 0 && folded.Length > 0 ? "0" : trimmed;
    }

    /// <summary>The text as it was written, but composed, with plain single spaces and hyphens and without what cannot be seen; case is kept.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var character in Visible(text))
        {
            if (char.IsWhiteSpace(character))
            {
                space = builder.Length > 0;
                continue;
            }

            if (space)
            {
                builder.Append(' ');
            }

            space = false;
            builder.Append(IsDash(character) ? '-' : character);
        }

        return builder.ToString();
    }

    private static string Fold(string text, bool keepSpaces)
    {
        var builder = new StringBuilder(text.Length);
        var space = false;
        foreach (var character in Visible(text))
        {
            if (char.IsWhiteSpace(character))
            {
                space = keepSpaces;
                continue;
            }

            var folded = Letter(character);
            if (space && builder.Length > 0 && !Separates(folded) && !Separates(builder[^1]))
            {
                builder.Append(' ');
            }

            space = false;
            builder.Append(folded);
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The composed text without what takes no room: those characters first, for one of them may stand between a letter and its accent.</summary>
    private static string Visible(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var character in WellFormed(text))
        {
            if (char.IsWhiteSpace(character)
                || (!char.IsControl(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format))
            {
                builder.Append(character);
            }
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    private static char Letter(char character) => char.ToUpperInvariant(character) switch
    {
        // Latin eth and African d look like the letter of the alphabet in capitals, and keyboards give them for it.
        '\u00D0' or '\u0189' => '\u0110',
        var upper when IsDash(upper) => '-',
        var upper => upper,
    };

    private static bool Separates(char character) => character is '/' or '-' or '.';

    // U+2212 is the minus sign, which is no dash by its category.
    private static bool IsDash(char character) => char.IsAscii(character)
        ? character == '-'
        : character == '\u2212' || char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;

    /// <summary>Normalisation throws on half surrogates and on U+FFFE; they are replaced as UTF-8 does.</summary>
    private static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');
}
