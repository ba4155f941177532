using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies.Endpoint;
using Microsoft.AspNetCore.Http.Features;

namespace Axis.Hub.Flow.Submit;

/// <summary>What an adapter asks of its own submissions over HTTPS.</summary>
internal static class SubmissionEndpoints
{
    public static void MapSubmissionEndpoints(this RouteGroupBuilder group)
    {
        group.MapGet("/submissions/{id}", (string id, HttpContext context, ResendSubmission submissions) =>
            AnswerAsync(id, context, (adapter, submission, stop) => submissions.FindAsync(adapter, submission, stop)));
        group.MapPost("/submissions/{id}/resend", (string id, HttpContext context, ResendSubmission submissions) =>
            AnswerAsync(id, context, (adapter, submission, stop) => submissions.ResendAsync(adapter, submission, stop)));
        group.MapPost("/submissions/{id}/close", CloseAsync);
        group.MapPost("/check", CheckAsync);
    }

    private static async Task<IResult> CloseAsync(string id, HttpContext context, ResendSubmission submissions)
    {
        if (await CloseBody.ReasonAsync(context.Request, context.RequestAborted) is not { } reason)
        {
            return Problem.Of(ErrorCatalogue.ReasonRequired, "/reason");
        }

        return await AnswerAsync(
            id, context, (adapter, submission, stop) => submissions.CloseAsync(adapter, submission, reason, stop));
    }

    private static async Task<IResult> CheckAsync(HttpContext context, CheckPackage check, HubOptions options)
    {
        // The reader tells by itself when it is too much; the server's default is smaller than what the door takes.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.PackageLimit + 1_000_000;
        }

        return Results.Json(
            await check.CheckAsync(AdapterIdentity.Of(context), context.Request.Body, context.RequestAborted), WireJson.Options);
    }

    private static async Task<IResult> AnswerAsync(
        string id, HttpContext context, Func<string, Guid, CancellationToken, Task<SubmissionView?>> ask)
    {
        if (!Guid.TryParse(id, out Guid submission))
        {
            return Problem.NotFoundHere();
        }

        return await ask(AdapterIdentity.Of(context).Adapter, submission, context.RequestAborted) is { } view
            ? Results.Json(
                new SubmissionAnswer(WireJson.Read<Receipt>(view.Receipt.Span), view.Deliveries), WireJson.Options)
            : Problem.NotFoundHere();
    }
}
