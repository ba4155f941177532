using System.Globalization;
using System.Text;

namespace Agency.Adapter.AgencySystem;

/// <summary>File names made of what others wrote: one path part, the same on every system, and never longer than a disk allows.</summary>
internal static class SafeName
{
    /// <summary>Bytes in UTF-8; disks allow 255, and ids and endings are added.</summary>
    private const int MostBytes = 160;

    private const string Reserved = "\"<>|:*?/\\";

    /// <summary>The last part of the name without control, reserved or direction-changing characters; the fallback when nothing is left.</summary>
    public static string Of(string name, string fallback)
    {
        var last = Clean(name[(name.LastIndexOfAny(['/', '\\']) + 1)..], "");
        return last.Length == 0 ? fallback : Shorten(last);
    }

    /// <summary>One part of a name that is put together: reserved characters become hyphens.</summary>
    public static string Part(string text)
    {
        var plain = Clean(text, "-");
        return Cut(plain.Length == 0 ? "-" : plain, MostBytes / 2);
    }

    private static string Clean(string text, string instead) => string.Concat(text.Normalize().Select(character =>
        Reserved.Contains(character, StringComparison.Ordinal) ? instead
        : char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse ? ""
        : character.ToString())).Trim(' ', '.');

    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name);
        return Encoding.UTF8.GetByteCount(name) <= MostBytes ? name
            : extension.Length is 0 or > 20 ? Cut(name, MostBytes)
            : Cut(name[..^extension.Length], MostBytes - Encoding.UTF8.GetByteCount(extension)) + extension;
    }

    private static string Cut(string text, int bytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > bytes)
        {
            text = text[..^1];
        }

        return text;
    }
}
