using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>The outermost frame of the local interface: asks for the key, and turns what was thrown into one coded answer.</summary>
internal sealed class AnswerFailures(LocalSystems systems, AdapterOptions options, ILogger<AnswerFailures> log) : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            if (context.GetEndpoint() is not { } endpoint)
            {
                throw new RefusedException(Finding.Refuse(ErrorCatalogue.PathUnknown, ""));
            }

            if (endpoint.Metadata.GetMetadata<KeyNeeded>() is not null)
            {
                if (!systems.TryFind(context.Request, out var caller))
                {
                    RestLog.KeyRefused(log, context.Request.Path);
                    context.Response.Headers.WWWAuthenticate = "Bearer";
                    throw new RefusedException(Finding.Refuse(ErrorCatalogue.KeyUnknown, ""));
                }

                context.Features.Set(caller);
            }

            await next(context);
            if (!context.Response.HasStarted && context.Response.StatusCode >= StatusCodes.Status400BadRequest)
            {
                await ProblemOf(context.Request, context.Response.StatusCode).ToResult().ExecuteAsync(context);
            }
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await ProblemOf(fault, context.TraceIdentifier).ToResult().ExecuteAsync(context);
        }
    }

    /// <summary>The router says no without a body: another method, or a content type that the endpoint does not take.</summary>
    private static Problem ProblemOf(HttpRequest request, int status) => status == StatusCodes.Status415UnsupportedMediaType
        ? Problem.Of([Finding.Refuse(ErrorCatalogue.MediaTypeUnknown, "", request.ContentType, "/openapi/v1.json")])
        : Problem.Of([Finding.Refuse(ErrorCatalogue.PathUnknown, "")], status);

    private Problem ProblemOf(Exception fault, string trace)
    {
        switch (fault)
        {
            case RefusedException refused:
                return Problem.Of(refused.Findings);
            case HubRefusedException refused:
                return Problem.Of([refused.Finding]);
            case HubAwayException:
                return Problem.Of([Finding.Refuse(ErrorCatalogue.HubAway, "")]);
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.Of([Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", options.BodyLimit)]);
            case BadHttpRequestException bad:
                return Problem.Of([Finding.Refuse(ErrorCatalogue.RequestMalformed, "", bad.Message)]);
            case var full when DiskSpace.IsFull(full):
                return Problem.Of([DiskSpace.Refusal]);
            default:
                RestLog.Failed(log, trace, fault);
                return Problem.Of([Finding.Refuse(ErrorCatalogue.AdapterFault, "", trace)]);
        }
    }
}

/// <summary>Mark of an endpoint that is answered to a known key only.</summary>
internal sealed class KeyNeeded;
