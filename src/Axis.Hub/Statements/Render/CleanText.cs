using System.Text;

namespace Axis.Hub.Statements.Render;

/// <summary>Text from elsewhere, such as a cause of failure, made fit for a cell: one line, composed letters, nothing that no file can hold.</summary>
internal static class CleanText
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half a surrogate pair comes out of the enumeration as U+FFFD; the two last code points of the plane are no XML characters.
            clean.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFFFE or 0xFFFF ? " " : rune.ToString());
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
