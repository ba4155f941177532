using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Served;

namespace Agency.Adapter.AgencySystem.Rest.Agencies;

/// <summary>Looking up receivers.</summary>
internal static class AgencyEndpoints
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("agencies", Find)
            .Produces<AgencyPage>()
            .Explain("Look a receiver up", "`q` is part of a code of any generation, or words of a name, with or without diacritics.", Examples.Agencies);

    private static IResult Find(AgencyDirectory directory, string? q, int? limit)
    {
        var words = FoldedText.Words(q ?? "");
        var code = (q ?? "").Trim();
        var found = directory.All
            .Where(entry => HasCode(entry, code) || FoldedText.Holds($"{entry.NameVi} {entry.NameEn}", words))
            .OrderByDescending(entry => IsCode(entry, code))
            .ThenBy(entry => entry.Code, StringComparer.Ordinal)
            .Take(Page.Limit(limit))
            .Select(entry => new AgencyBody(entry.Code, [.. entry.Aliases.Where(alias => alias != entry.Code)], entry.NameVi,
                entry.NameEn.Length > 0 ? entry.NameEn : null, entry.Active));
        return Results.Json(new AgencyPage([.. found]), RestJson.Options);
    }

    private static bool IsCode(DirectoryEntry entry, string code) =>
        entry.Aliases.Append(entry.Code).Any(alias => string.Equals(alias, code, StringComparison.OrdinalIgnoreCase));

    private static bool HasCode(DirectoryEntry entry, string code) =>
        code.Length > 0 && entry.Aliases.Append(entry.Code).Any(alias => alias.Contains(code, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An agency of the directory.</summary>
/// <param name="Code">Current code: write it into <c>to</c>.</param>
/// <param name="Aliases">Earlier codes, which still work.</param>
/// <param name="Name">Name.</param>
/// <param name="NameEnglish">English name.</param>
/// <param name="Active">False while it is locked: nothing can be sent there.</param>
internal sealed record AgencyBody(string Code, IReadOnlyList<string> Aliases, string Name, string? NameEnglish, bool Active);

/// <summary>Agencies found.</summary>
/// <param name="Items">An exact code first, then by code.</param>
internal sealed record AgencyPage(IReadOnlyList<AgencyBody> Items);
