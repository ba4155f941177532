using Axis.Hub.Console;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Axis.Hub.Operate.Stuck;

/// <summary>The stuck pages and <c>/api/stuck</c>. <c>?status=</c> is <c>open</c> unless given; <c>all</c> shows everything.</summary>
internal static class StuckEndpoints
{
    private const int Limit = 500;

    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapGet("/stuck", async (Words words, string? status, StuckStore store, CancellationToken cancellation) =>
            new RazorComponentResult<StuckPage>(new { Words = words, All = status == "all", Items = await store.ListAsync(Filter(status), Limit, cancellation) }));
        console.MapGet("/stuck/{id:guid}", async Task<IResult> (Words words, Guid id, StuckStore store, CancellationToken cancellation) =>
            await store.FindAsync(id, cancellation) is { } item
                ? new RazorComponentResult<StuckItemPage>(new { Words = words, Item = item })
                : NotFound(words));
        console.MapGet("/api/stuck", async (string? status, StuckStore store, CancellationToken cancellation) =>
            Results.Json(await store.ListAsync(Filter(status), Limit, cancellation), ConsoleComponent.Json));
    }

    private static string? Filter(string? status) => status switch { null or "" => "open", "all" => null, _ => status };

    private static RazorComponentResult<AbsentPage> NotFound(Words words) =>
        new(new { Words = words }) { StatusCode = StatusCodes.Status404NotFound };
}
