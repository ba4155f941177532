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
        var found = AgencySearch.Find(directory, q ?? "")
            .Take(Page.Limit(limit))
            .Select(entry => new AgencyBody(entry.Code, [.. directory.CodesOf(entry).Where(alias => alias != entry.Code)], entry.NameVi,
                entry.NameEn.Length > 0 ? entry.NameEn : null, entry.Active));
        return Results.Json(new AgencyPage([.. found]), RestJson.Options);
    }
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
