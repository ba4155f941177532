using Agency.Adapter.Served;

namespace Agency.Adapter.AgencySystem.Rest.Agencies;

/// <summary>Looks agencies of the directory up by part of a code of any generation, or by words of a name with or without diacritics.</summary>
internal static class AgencySearch
{
    /// <summary>An exact code first, then by code.</summary>
    public static IEnumerable<DirectoryEntry> Find(AgencyDirectory directory, string query)
    {
        var words = FoldedText.Words(query);
        var code = query.Trim();
        return directory.All
            .Where(entry => HasCode(entry, code) || FoldedText.Holds($"{entry.NameVi} {entry.NameEn}", words))
            .OrderByDescending(entry => IsCode(entry, code))
            .ThenBy(entry => entry.Code, StringComparer.Ordinal);
    }

    private static bool IsCode(DirectoryEntry entry, string code) =>
        entry.Aliases.Append(entry.Code).Any(alias => string.Equals(alias, code, StringComparison.OrdinalIgnoreCase));

    private static bool HasCode(DirectoryEntry entry, string code) =>
        code.Length > 0 && entry.Aliases.Append(entry.Code).Any(alias => alias.Contains(code, StringComparison.OrdinalIgnoreCase));
}
