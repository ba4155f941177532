using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Hub.Agencies;
using Axis.Hub.Console;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>The agencies' pages of the console and <c>/api/agencies</c>: how each stands by the four columns, and one whole.</summary>
internal static class AgencyEndpoints
{
    private const int ItemsShown = 200;
    private const int DaysShown = 30;

    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapGet("/agencies", async (Words words, OpenItemStore items, TimeProvider time, CancellationToken cancellation) =>
            new RazorComponentResult<AgenciesPage>(new { Words = words, Counts = await items.CountAsync(cancellation), At = time.GetUtcNow() }));
        console.MapGet("/agencies/{code}", async Task<IResult> (Words words, string code, string? after, OpenItemStore items, IAgencyRegistry registry, TimeProvider time, CancellationToken cancellation) =>
            await FindAsync(code, after, items, registry, time, cancellation) is { } model
                ? new RazorComponentResult<AgencyPage>(new { Words = words, Model = model })
                : new RazorComponentResult<AbsentPage>(new { Words = words }) { StatusCode = StatusCodes.Status404NotFound });
        console.MapGet("/api/agencies", async (OpenItemStore items, CancellationToken cancellation) => Results.Json(await items.CountAsync(cancellation), ConsoleComponent.Json));
        console.MapGet("/api/agencies/{code}", async (string code, string? after, OpenItemStore items, IAgencyRegistry registry, TimeProvider time, CancellationToken cancellation) =>
            await FindAsync(code, after, items, registry, time, cancellation) is { } model ? Results.Json(model, ConsoleComponent.Json) : Results.NotFound());
    }

    /// <summary>How the agency that a code stands for is doing; null when it stands for none.</summary>
    internal static async Task<AgencyWork?> FindAsync(
        string code, string? after, OpenItemStore items, IAgencyRegistry registry, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var directory = await registry.CurrentAsync(cancellation);
        return directory.Resolve(code, now) is { } agency
            ? new(
                new StatementAgency(agency.Code, agency.NameVi, agency.NameEn is { Length: > 0 } english ? english : agency.NameVi), directory.AdapterServing(agency)?.Code,
                await items.ListAsync([agency, .. directory.TakenOverBy(agency.AgencyId, now)], null, after is null ? null : ItemCursor.Read(after), ItemsShown, cancellation),
                await items.ListStatementsAsync(agency.AgencyId, VietnamTime.DateOf(now).AddDays(-DaysShown), cancellation))
            : null;
    }
}
