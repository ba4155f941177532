using System.Text.RegularExpressions;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Checks;

/// <summary>
/// Finds a state-secret marking (mật, tối mật, tuyệt mật) in a text, and not the word in a sentence: <c>[MẬT] Báo cáo</c> is marked, a plan for protecting
/// state secrets is not. The rules are in the folder's README.
/// </summary>
internal static partial class SecrecyMarking
{
    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Strong = "(?:tuyệt[ -]mật|tối[ -]mật|tuyet[ -]mat|toi[ -]mat)";

    private const string Level = "(?<level>" + Strong + "|mật)";

    private const string Ends = @"(?![\p{L}\p{N}])";

    private const string InBrackets = @"[\[({<] ?(?:(?:độ|văn bản|tài liệu) )?" + Level + @" ?[\])}>]";

    /// <summary>Longer than any word beside a marking.</summary>
    private const int Neighbourhood = 32;

    // Beside one of these the word is part of another: bảo mật (confidentiality), bí mật (secret), sỏi mật (gallstones), mật khẩu (password), mật ong (honey).
    private static readonly HashSet<string> Before = new(StringComparer.OrdinalIgnoreCase)
    {
        "bảo", "bí", "cơ", "thân", "tuần", "tĩnh", "dịch", "túi", "ống", "đường", "ngọt", "trăng", "nấu", "giải", "gan", "sỏi", "lưu", "khẩn",
    };

    private static readonly HashSet<string> Behind = new(StringComparer.OrdinalIgnoreCase)
    {
        "khẩu", "mã", "độ", "ong", "vụ", "thám", "ước", "thiết", "hoa", "mía", "gấu", "đàm", "hiệu", "ngữ",
    };

    /// <summary>The marking of a title or a summary, in capitals, or <c>null</c>.</summary>
    public static string? InText(string? text) => Cleaned(text) is { } clean ? Find(Opening().Replace(clean, "")) : null;

    /// <summary>The marking of a file's name.</summary>
    public static string? InFileName(string? name) =>
        Cleaned(name) is { } clean && Words(Extensions().Replace(clean, "")) is var words ? Find(words) ?? Stamp(words) : null;

    /// <summary>The marking of a type's name, where the word has no other business.</summary>
    public static string? InTypeName(string? name) =>
        Cleaned(name) is { } clean ? Find(clean) ?? Word().Matches(clean).Select(match => Shown(match, clean)).FirstOrDefault(shown => shown is not null) : null;

    /// <summary>The marking of a number or notation: a group of its letters.</summary>
    public static string? InCode(string? code) => code is null
        ? null
        : NoLetters().Split(FoldedText.Notation(code)).FirstOrDefault(group => group is "MẬT" or "TỐIMẬT" or "TUYỆTMẬT" or "TOIMAT" or "TUYETMAT");

    /// <summary>A name without spaces has its underscores for them; beside spaces they separate.</summary>
    private static string Words(string name) => name.Replace("_", name.Contains(' ') ? " - " : " ", StringComparison.Ordinal).Trim('-', ' ');

    private static string? Find(string text) =>
        FirstOf(Whole(), text, asWord: false) ?? FirstOf(Bracketed(), text, asWord: false) ?? FirstOf(Labelled(), text, asWord: false)
        ?? FirstOf(Leading(), text, asWord: true) ?? FirstOf(Closing(), text, asWord: true) ?? InCapitals(text);

    private static string? FirstOf(Regex pattern, string text, bool asWord)
    {
        var match = pattern.Match(text);
        return !match.Success ? null : asWord ? Shown(match, text) : Capitals(match);
    }

    /// <summary>In capitals at either end of a text that is not in capitals throughout.</summary>
    private static string? InCapitals(string text) => text.Any(char.IsLower) ? Stamp(text) : null;

    private static string? Stamp(string text) => Stamped().Match(text) is { Success: true } match ? Shown(match, text) : null;

    /// <summary>The level found, unless its neighbours make another word of it.</summary>
    private static string? Shown(Match match, string text)
    {
        var level = match.Groups["level"];
        if (level.Length > "mật".Length)
        {
            return Capitals(match);
        }

        var end = level.Index + level.Length;
        var before = LastWord().Match(text[Math.Max(0, level.Index - Neighbourhood)..level.Index]).Groups[1].Value;
        var behind = FirstWord().Match(text[end..Math.Min(text.Length, end + Neighbourhood)]).Groups[1].Value;
        return Before.Contains(before) || (Behind.Contains(behind) && IsUpper(level.Value) == IsUpper(behind)) ? null : Capitals(match);
    }

    /// <summary>A stamp in capitals before a word that is not, <c>MẬT Mã số</c>, is no compound of the two.</summary>
    private static bool IsUpper(string word) => !word.Any(char.IsLower);

    private static string Capitals(Match match) => match.Groups["level"].Value.Replace('-', ' ').ToUpperInvariant();

    /// <summary>The text composed and with plain spaces, or <c>null</c> when the word is not in it at all, as in almost all texts.</summary>
    private static string? Cleaned(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var clean = FoldedText.Plain(text);
        return clean.Contains("mật", StringComparison.OrdinalIgnoreCase) || clean.Contains("mat", StringComparison.OrdinalIgnoreCase) ? clean : null;
    }

    [GeneratedRegex("^(?:độ )?" + Level + "[.!]?$|^(?<level>(?-i:MAT))$", Loose)]
    private static partial Regex Whole();

    // At either end, or in capitals: in the middle of a sentence brackets explain.
    [GeneratedRegex("^" + InBrackets + "|" + InBrackets + @"[.!]?$|[\[({<] ?(?<level>(?-i:(?:TUYỆT |TỐI )?MẬT)) ?[\])}>]|^[\[({<] ?(?<level>(?-i:MAT)) ?[\])}>]", Loose)]
    private static partial Regex Bracketed();

    // Several levels in a row are talked about.
    [GeneratedRegex("(?:độ|mức|cấp) mật ?[:=] ?" + Level + Ends + "(?! ?[,;/] ?" + Level + ")", Loose)]
    private static partial Regex Labelled();

    [GeneratedRegex("^(?:(?:văn bản|tài liệu|hồ sơ|công văn|báo cáo|tờ trình) )?" + Level + " ?[:|/-]|^(?<level>" + Strong + ")" + Ends, Loose)]
    private static partial Regex Leading();

    // A hyphen or slash without a space before it joins.
    [GeneratedRegex("(?:[:|]| [/-]) ?" + Level + "[.!]?$", Loose)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?<level>(?:TUYỆT |TỐI )?MẬT)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?<level>(?:TUYỆT |TỐI )?MẬT)[.!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Stamped();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])" + Level + Ends, Loose)]
    private static partial Regex Word();

    // Side by side: a space, a hyphen that joins, or a dash between the two.
    [GeneratedRegex(@"(\p{L}+)(?:[ -]| - )$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^[ -](\p{L}+)")]
    private static partial Regex FirstWord();

    [GeneratedRegex("^(?:v/v|về việc) ?:? ?", Loose)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:\.\w{1,5}){1,2}$")]
    private static partial Regex Extensions();

    [GeneratedRegex(@"[^\p{L}]+")]
    private static partial Regex NoLetters();
}
