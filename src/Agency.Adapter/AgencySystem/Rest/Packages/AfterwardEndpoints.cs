using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>What a sender may still ask of the hub for a submission: both are decided there.</summary>
internal static class AfterwardEndpoints
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("packages/{submissionId:guid}/resend", ResendAsync)
            .Produces(StatusCodes.Status202Accepted)
            .Explain("Send again to the receivers whose delivery has failed", "A new attempt of the same deliveries; nobody who has it gets it twice.", null,
                ErrorCatalogue.SubmissionNotFound, ErrorCatalogue.SubmissionFrozen, ErrorCatalogue.HubAway);
        v1.MapPost("packages/{submissionId:guid}/close", CloseAsync)
            .Accepts<CloseBody>("application/json")
            .Produces(StatusCodes.Status202Accepted)
            .Explain("Give the failed deliveries up", "With a reason that is kept.", null,
                ErrorCatalogue.SubmissionNotFound, ErrorCatalogue.MemberMissing, ErrorCatalogue.HubAway);
    }

    private static async Task<IResult> ResendAsync(
        HttpContext context, Guid submissionId, ITrackSubmissions track, AskAfterwards ask, CancellationToken cancellation)
    {
        RequireUnfrozen(PackageEndpoints.Require(context, submissionId, track).View);
        await ask.ResendAsync(submissionId, cancellation);
        return Results.Accepted($"/v1/packages/{submissionId}");
    }

    /// <summary>What is frozen for some receivers may still have failed for others.</summary>
    private static void RequireUnfrozen(SubmissionView view)
    {
        if (view.Frozen is [var first, ..] && view.Receivers.All(receiver => receiver.Line.DeliveryId is null || view.FindFrozen(receiver.Line.DeliveryId) is not null))
        {
            throw new RefusedException(Finding.Refuse(
                ErrorCatalogue.SubmissionFrozen, "", view.SubmissionId, string.Join(", ", view.Receivers.Select(receiver => receiver.Line.Code)), first.Reason));
        }
    }

    private static async Task<IResult> CloseAsync(
        HttpContext context, Guid submissionId, ITrackSubmissions track, AskAfterwards ask, CancellationToken cancellation)
    {
        PackageEndpoints.Require(context, submissionId, track);
        var body = await RestJson.ReadAsync<CloseBody>(context.Request.Body, cancellation);
        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/reason", "reason"));
        }

        await ask.CloseAsync(submissionId, body.Reason.Trim(), cancellation);
        return Results.Accepted($"/v1/packages/{submissionId}");
    }
}
