using System.Globalization;
using System.IO.Compression;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies.Endpoint;
using Microsoft.AspNetCore.Http.Features;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>Reconciliation at the adapters' endpoint: what the books of a day have to tell of, and the books themselves.</summary>
internal static class ReconcileEndpoints
{
    /// <summary>How many days ago a day may be.</summary>
    internal const int OldestDays = 31;

    private const int BusySeconds = 30;
    private const long LargestBody = 200_000_000;

    public static void MapReconciliationsOfAdapters(this IEndpointRouteBuilder adapters)
    {
        var group = adapters.MapAdapterGroup();
        group.MapGet("/reconciliations/{day}/expected", ExpectAsync);
        group.MapPost("/reconciliations/{day}", PostAsync);
        group.MapPost("/reconciliations/differences/{id}/close", CloseAsync);
    }

    private static async Task<IResult> ExpectAsync(string day, HttpContext context, ReconcileBooks books, TimeProvider time) =>
        Read(day, time) is (var date, null)
            ? Results.Json(await books.ExpectAsync(AdapterIdentity.Of(context).Adapter, date, context.RequestAborted), WireJson.Options)
            : Read(day, time).Refusal!;

    private static async Task<IResult> PostAsync(string day, HttpContext context, ReconcileBooks books, CompareGate gate, TimeProvider time)
    {
        var (date, refusal) = Read(day, time);
        if (refusal is not null)
        {
            return refusal;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        // A body that waits for its turn waits on disk, and is read when it has come.
        context.Request.EnableBuffering();
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Request.Body.Position = 0;
        return await gate.PassAsync(() => CompareAsync(date, context, books), context.RequestAborted) ?? Busy(context);
    }

    private static async Task<IResult> CompareAsync(DateOnly day, HttpContext context, ReconcileBooks books)
    {
        var adapter = AdapterIdentity.Of(context).Adapter;
        return await ReadAsync(context.Request, context.RequestAborted) switch
        {
            BooksOutcome.Faulty faulty => Problem.Of([faulty.Finding]),
            BooksOutcome.Read read when read.Head.Adapter != adapter || read.Head.Day != day || read.Head.Version != DayBooks.CurrentVersion =>
                Problem.Of(ErrorCatalogue.BooksOfAnother, "/1", adapter, $"{day:yyyy-MM-dd}", DayBooks.CurrentVersion),
            BooksOutcome.Read read => Results.Json(await books.CompareAsync(adapter, read, context.RequestAborted), WireJson.Options),
            var other => throw new InvalidOperationException($"No answer to {other.GetType()}."),
        };
    }

    private static IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = BusySeconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(ErrorCatalogue.BooksBusy, "", BusySeconds);
    }

    /// <summary>The agency's people have dealt with a difference that is theirs to deal with.</summary>
    private static async Task<IResult> CloseAsync(string id, HttpContext context, AgencyDifferences differences)
    {
        var (request, refusal) = await AdapterBody.ReadAsync<CloseDifferenceRequest>(context);
        if (request is null)
        {
            return refusal!;
        }

        return !Guid.TryParse(id, out var subject) ? Problem.NotFoundHere()
            : await differences.CloseAsync(AdapterIdentity.Of(context).Adapter, subject, request, context.RequestAborted) is { } objection ? Problem.Of([objection]) : Results.NoContent();
    }

    private static async Task<BooksOutcome> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var isZipped = string.Equals(request.Headers.ContentEncoding.ToString(), "gzip", StringComparison.OrdinalIgnoreCase);
        await using var body = isZipped ? new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true) : null;
        try
        {
            return await BooksText.ReadAsync(body ?? request.Body, cancellation);
        }
        catch (InvalidDataException broken)
        {
            return new BooksOutcome.Faulty(Finding.Refuse(ErrorCatalogue.BooksMalformed, "", 1, broken.Message));
        }
    }

    private static (DateOnly Day, IResult? Refusal) Read(string text, TimeProvider time)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (default, Problem.Of(ErrorCatalogue.ParameterForm, "day", "day"));
        }

        var ago = VietnamTime.DateOf(time.GetUtcNow()).DayNumber - day.DayNumber;
        return (day, ago is >= 0 and <= OldestDays ? null : Problem.Of(ErrorCatalogue.BooksDayOutside, "day", text, OldestDays));
    }
}
