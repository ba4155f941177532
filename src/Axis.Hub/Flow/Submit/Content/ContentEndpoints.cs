using System.Globalization;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Platform.Content;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace Axis.Hub.Flow.Submit.Content;

/// <summary>Large packages over HTTPS: up by PUT and HEAD, down by GET (protocol.md 7).</summary>
internal static class ContentEndpoints
{
    public static void MapContentEndpoints(this RouteGroupBuilder group)
    {
        group.MapPut("/content/{sha256}", PutAsync);
        group.MapMethods("/content/{sha256}", [HttpMethods.Head], Find);
        group.MapGet("/content/{sha256}", GetAsync);
    }

    private static async Task<IResult> PutAsync(
        string sha256, HttpContext context, IContentStore store, HubOptions options, ILogger<IContentStore> log)
    {
        if (!IsSha256(sha256))
        {
            return Problem.Of(ErrorCatalogue.ParameterForm, "sha256", "sha256");
        }

        if (OffsetOf(context.Request) is not { } offset)
        {
            return Problem.Of(ErrorCatalogue.ParameterForm, HttpNames.UploadOffset, HttpNames.UploadOffset);
        }

        // Its own limit counts what is there already, too; this one only keeps the server's default out of the way.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.PackageLimit + 1;
        }

        string adapter = AdapterIdentity.Of(context).Adapter;
        ReadLimits limits = ReadLimits.Default with { MaxBytes = options.PackageLimit };
        PutOutcome outcome;
        try
        {
            outcome = await store.PutAsync(
                adapter, sha256, offset, context.Request.Body,
                async (content, again, stop) =>
                {
                    var outcome = await PackageReader.ReadAsync(content, limits, null, stop);

                    // A marking may stand behind what stopped the reader.
                    await content.CopyToAsync(Stream.Null, stop);
                    return KeptReading.NoteOf(await SecrecyPeek.AddToAsync(outcome, again, stop));
                }, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problem.Of(ErrorCatalogue.PackageTooLarge, "", options.PackageLimit);
        }
        catch (Exception broken) when (
            context.RequestAborted.IsCancellationRequested || broken is BadHttpRequestException or ConnectionResetException)
        {
            // Nobody is left to answer; what came is kept, and the client goes on from there, unless it is marked as a state secret.
            await store.DropHalfAsync(adapter, sha256, SecrecyPeek.IsMarkedAsync, CancellationToken.None);
            ContentLog.UploadInterrupted(log, adapter, sha256, store.Find(adapter, sha256)?.Offset ?? 0);
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        return Answer(context.Response, outcome);
    }

    private static IResult Answer(HttpResponse response, PutOutcome outcome)
    {
        switch (outcome)
        {
            case PutOutcome.Complete complete:
                Tell(response, new(complete.Length, IsComplete: true));
                return Results.NoContent();
            case PutOutcome.OffsetWrong gap:
                Tell(response, new(gap.Offset, IsComplete: false));
                return Problem.Of(ErrorCatalogue.UploadOffset, HttpNames.UploadOffset, gap.Offset);
            case PutOutcome.Busy:
                return Problem.Of(ErrorCatalogue.UploadBusy);
            case PutOutcome.HashMismatch other:
                return Problem.Of(ErrorCatalogue.UploadHashMismatch, "sha256", other.Sha256);
            case PutOutcome.TooLarge tooLarge:
                return Problem.Of(ErrorCatalogue.PackageTooLarge, "", tooLarge.Limit);
            default:
                throw new ArgumentOutOfRangeException(nameof(outcome));
        }
    }

    private static IResult Find(string sha256, HttpContext context, IContentStore store)
    {
        if (!IsSha256(sha256) || store.Find(AdapterIdentity.Of(context).Adapter, sha256) is not { } progress)
        {
            return Problem.NotFoundHere();
        }

        Tell(context.Response, progress);
        return Results.Ok();
    }

    private static async Task<IResult> GetAsync(
        string sha256, HttpContext context, IContentStore store, IContentRights rights, ILogger<IContentStore> log,
        CancellationToken cancellation)
    {
        string adapter = AdapterIdentity.Of(context).Adapter;
        if (!IsSha256(sha256) || !await rights.MayDownloadAsync(adapter, sha256, cancellation))
        {
            return Problem.NotFoundHere();
        }

        Stream? content = store.OpenRead(sha256);
        if (content is null && await rights.FindSmallAsync(sha256, cancellation) is { } small)
        {
            content = new MemoryStream(small, writable: false);
        }

        if (content is null)
        {
            ContentLog.ContentLost(log, adapter, sha256);
            return Problem.Of(ErrorCatalogue.ContentMissing);
        }

        return Results.Stream(
            content, "application/octet-stream", enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
    }

    private static void Tell(HttpResponse response, ContentProgress progress)
    {
        response.Headers[HttpNames.UploadOffset] = progress.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers[HttpNames.UploadComplete] = progress.IsComplete ? "?1" : "?0";
    }

    private static long? OffsetOf(HttpRequest request)
    {
        string? text = request.Headers[HttpNames.UploadOffset];
        return text is null ? 0
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long offset) ? offset : null;
    }

    private static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
