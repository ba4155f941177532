using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>A file name that came from elsewhere, made safe to be offered.</summary>
internal static class AttachmentName
{
    private const int Longest = 200;

    /// <summary>Content-Disposition with the name in ASCII and in UTF-8 (RFC 6266, RFC 8187), always a download.</summary>
    public static string Disposition(string name, int number)
    {
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(Safe(name, number));
        return header.ToString();
    }

    /// <summary>The last part of the name without control, reserved or direction-changing characters.</summary>
    public static string Safe(string name, int number)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Normalize();
        var plain = string.Concat(last.Where(character => !"\"<>|:*?".Contains(character, StringComparison.Ordinal)
            && char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate))).Trim(' ', '.');
        if (plain.Length == 0)
        {
            return $"attachment-{number}";
        }

        var extension = Path.GetExtension(plain);
        return plain.Length <= Longest ? plain
            : extension.Length is 0 or > 20 ? plain[..Longest] : plain[..(Longest - extension.Length)] + extension;
    }
}
