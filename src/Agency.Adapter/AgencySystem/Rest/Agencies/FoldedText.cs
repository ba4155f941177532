using System.Globalization;
using System.Text;

namespace Agency.Adapter.AgencySystem.Rest.Agencies;

/// <summary>Vietnamese text for searching: without case and diacritics, so that "lang son" finds "Lạng Sơn".</summary>
internal static class FoldedText
{
    public static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
        .Select(character => character is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(character)));

    /// <summary>Words to be searched for, each as it is written.</summary>
    public static IReadOnlyList<string> Words(string query) => query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True when the text holds every word: one with diacritics only as it is, one without in any spelling.</summary>
    public static bool Holds(string text, IReadOnlyList<string> words)
    {
        var exact = text.Normalize().ToLowerInvariant();
        var folded = Fold(text);
        return words.All(word =>
        {
            var plain = Fold(word);
            var lower = word.Normalize().ToLowerInvariant();
            return plain == lower ? folded.Contains(plain, StringComparison.Ordinal) : exact.Contains(lower, StringComparison.Ordinal);
        });
    }
}
