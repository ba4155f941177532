using System.Globalization;
using System.Text.RegularExpressions;

namespace Axis.Hub.Mail.Send;

/// <summary>The enhanced status of an answer, <c>5.7.1</c> (RFC 3463): whose matter a refusal is.</summary>
/// <param name="Subject">1 address, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content, 7 policy; 0 is none of them.</param>
/// <param name="Detail">What of it.</param>
internal readonly partial record struct EnhancedStatus(int Subject, int Detail)
{
    /// <summary>True where no other try of the same message to the same recipient can end otherwise.</summary>
    public bool IsOfRecipientOrMessage => Subject is 1 or 2 or 6 || (Subject, Detail) is (3, 4);

    /// <summary>Reads it from the words of an answer; null where there is none.</summary>
    public static EnhancedStatus? Find(string answer) => Form().Match(answer) is { Success: true } found
        ? new(Number(found.Groups[1]), Number(found.Groups[2]))
        : null;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:\d{3}[ -])?[45]\.(\d{1,3})\.(\d{1,3})\b")]
    private static partial Regex Form();
}
