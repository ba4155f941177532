using Axis.Contracts.Edxml;

namespace Axis.Contracts.Checks;

/// <summary>Texts that stand where content should: what software writes for nothing, and what people type to get past a form (R7).</summary>
public static class Placeholder
{
    // Folded by FoldedText.Name, without the punctuation around them.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "N/A", "NA", "N.A", "NULL", "NIL", "NONE", "NAN", "UNDEFINED", "UNKNOWN", "EMPTY", "BLANK", "DEFAULT", "STRING", "TEXT", "TRUE", "FALSE", "OBJECT OBJECT", "SYSTEM.STRING",
        "TEST", "TESTING", "TEST TEST", "DEMO", "SAMPLE", "EXAMPLE", "DUMMY", "TODO", "TBD", "TBA", "ABC", "ABCD", "ASDF", "QWERTY", "LOREM IPSUM",
        "KHÔNG CÓ", "KHONG CO", "CHƯA CÓ", "CHUA CO", "KHÔNG RÕ", "CHƯA RÕ", "CHƯA XÁC ĐỊNH", "KHÔNG XÁC ĐỊNH", "TRỐNG", "ĐANG CẬP NHẬT", "CHƯA CẬP NHẬT", "VÍ DỤ",
    };

    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal) { "NULL", "NIL", "NONE", "NAN", "UNDEFINED", "UNKNOWN", "N/A", "OBJECT OBJECT" };

    /// <summary>True for a text without a visible character.</summary>
    public static bool IsBlank(string? text) =>
        string.IsNullOrEmpty(text) || (!text.Any(char.IsLetterOrDigit) && FoldedText.Name(text).Length == 0);

    /// <summary>
    /// True for a word of the table, for punctuation alone, for zeros alone, and for one letter three times or more. Blank is no placeholder but blank.
    /// </summary>
    public static bool Is(string? text) => !string.IsNullOrEmpty(text) && IsFolded(FoldedText.Name(text));

    /// <summary>The same for a notation, where one letter again and again is a unit: <c>TTTT</c> is a centre of information (Trung tâm Thông tin).</summary>
    public static bool IsNotation(string? text) => !string.IsNullOrEmpty(text) && IsWord(FoldedText.Name(text));

    /// <summary>True for a placeholder, and for an id put together from one: <c>null,2026/11/23,7816/VPCP</c>, <c>doc-undefined</c>, a GUID of zeros.</summary>
    public static bool IsId(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var folded = FoldedText.Name(text);
        return IsFolded(folded) || folded.Split(',', ';', ':', '|', '_', '-', '/').Any(part => Nothing.Contains(Bare(part)));
    }

    private static bool IsFolded(string folded) => IsWord(folded) || (folded.Length > 0 && IsRepeated(Bare(folded)));

    private static bool IsWord(string folded) => folded.Length > 0 && Bare(folded) is var bare && (bare.Length == 0 || Words.Contains(bare));

    private static string Bare(string folded) => folded.Trim(' ', '.', ',', ';', ':', '-', '_', '/', '\\', '*', '?', '!', '#', '"', '\'', '(', ')', '[', ']', '{', '}', '<', '>', '=', '+', '~', '|', '…');

    private static bool IsRepeated(string bare)
    {
        // Its first character is no punctuation, for that was taken off.
        var (first, count) = (bare[0], 0);
        foreach (var character in bare)
        {
            if (character is ' ' or '-' or '.' or '_' or '/')
            {
                continue;
            }

            if (character != first)
            {
                return false;
            }

            count++;
        }

        return first == '0' || (count >= 3 && char.IsLetter(first));
    }
}
