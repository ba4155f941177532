using System.Globalization;
using System.Text.RegularExpressions;

namespace Agency.Adapter.Statements;

/// <summary>What the name of a statement's file says: <c>statement-H37.02-2026-02-12-v1.json</c>.</summary>
internal sealed partial record StatementName(string Agency, DateOnly Day, int Version, string Format)
{
    /// <summary>Reads a name; <c>null</c> when it is another file's.</summary>
    public static StatementName? Read(string name) =>
        Form().Match(name) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && int.TryParse(match.Groups["version"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(match.Groups["agency"].Value, day, version, match.Groups["format"].Value)
            : null;

    [GeneratedRegex(@"^statement-(?<agency>[A-Za-z0-9.]{1,64})-(?<day>\d{4}-\d{2}-\d{2})-v(?<version>\d{1,6})\.(?<format>json|csv|xlsx|pdf)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
