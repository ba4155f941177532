using System.Net;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>
/// The outermost frame of the page: answers only under a name of this machine (a foreign page cannot reach it through a renamed host), lets nothing but its
/// own style in, and turns what was thrown into a page.
/// </summary>
internal sealed class ClerkDoor(ClerkPages pages, AdapterOptions options, ILogger<ClerkDoor> log) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsOwnName(context.Request.Host.Host) || IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        try
        {
            if (context.GetEndpoint() is null)
            {
                throw new RefusedException(Finding.Refuse(ErrorCatalogue.PathUnknown, ""));
            }

            await next(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var findings = FindingsOf(fault, context.TraceIdentifier);
            var page = await pages.ShowAsync<FaultPage>(
                context, new() { [nameof(FaultPage.Findings)] = findings }, ErrorCatalogue.All[findings[0].Code].HttpStatus);
            await page.ExecuteAsync(context);
        }
    }

    private IReadOnlyList<Finding> FindingsOf(Exception fault, string trace)
    {
        switch (fault)
        {
            case RefusedException refused:
                return refused.Findings;
            case BadHttpRequestException bad:
                return [bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", options.BodyLimit)
                    : Finding.Refuse(ErrorCatalogue.RequestMalformed, "", bad.Message)];
            case var full when DiskSpace.IsFull(full):
                return [DiskSpace.Refusal];
            default:
                RestLog.Failed(log, trace, fault);
                return [Finding.Refuse(ErrorCatalogue.AdapterFault, "", trace)];
        }
    }

    /// <summary>Browsers say where a form was sent from.</summary>
    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
