using Axis.Hub.Console;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Axis.Hub.Operate.Trace;

/// <summary>The document pages, <c>/api/documents</c> and <c>/api/deliveries</c>.</summary>
internal static class TraceEndpoints
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder console)
    {
        console.MapGet("/documents", async (
            Words words, string? q, string? kind, DateTimeOffset? before, Guid? last, TraceStore store, CancellationToken cancellation) =>
            new RazorComponentResult<DocumentsPage>(new
            {
                Words = words,
                Sought = q,
                Kind = kind,
                Paged = before is not null,
                PageSize,
                Lines = await store.ListAsync(q, kind, before, last, PageSize, cancellation),
            }));
        console.MapGet("/documents/{id:guid}", async Task<IResult> (Words words, Guid id, Guid? delivery, TraceStore store, CancellationToken cancellation) =>
            await store.FindDocumentAsync(id, cancellation) is { } model
                ? new RazorComponentResult<DocumentPage>(new { Words = words, Model = model, Open = delivery })
                : new RazorComponentResult<AbsentPage>(new { Words = words }) { StatusCode = StatusCodes.Status404NotFound });
        console.MapGet("/deliveries/{id:guid}", async Task<IResult> (Words words, Guid id, TraceStore store, CancellationToken cancellation) =>
            await store.FindDeliveryAsync(id, cancellation) is { } delivery
                ? Results.Redirect($"/documents/{delivery.DocumentId}?delivery={delivery.DeliveryId}#{delivery.DeliveryId}")
                : new RazorComponentResult<AbsentPage>(new { Words = words }) { StatusCode = StatusCodes.Status404NotFound });
        console.MapGet("/api/documents", async (
            string? q, string? kind, DateTimeOffset? before, Guid? last, TraceStore store, CancellationToken cancellation) =>
            Results.Json(await store.ListAsync(q, kind, before, last, PageSize, cancellation), ConsoleComponent.Json));
        console.MapGet("/api/documents/{id:guid}", async (Guid id, TraceStore store, CancellationToken cancellation) =>
            await store.FindDocumentAsync(id, cancellation) is { } model ? Results.Json(model, ConsoleComponent.Json) : Results.NotFound());
        console.MapGet("/api/deliveries/{id:guid}", async (Guid id, TraceStore store, CancellationToken cancellation) =>
            await store.FindDeliveryAsync(id, cancellation) is { } model ? Results.Json(model, ConsoleComponent.Json) : Results.NotFound());
    }
}
