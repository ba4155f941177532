using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Statuses;

/// <summary>Answering deliveries with national statuses.</summary>
internal static class StatusEndpoints
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("statuses", SubmitAsync)
            .Accepts<StatusBody>("application/json", "application/xml")
            .Produces<HandedOverBody>(StatusCodes.Status202Accepted)
            .Explain("Send a status",
                """
                01 goes out by itself with `done`. 02 needs a reason and is only taken before 03. The body is JSON, or edXML of a status package.
                Name the delivery by `deliveryId`, or the document by `reference`.
                """,
                Examples.HandedOver, ErrorCatalogue.StatusCodeUnknown, ErrorCatalogue.StatusWithoutDocument, ErrorCatalogue.StatusReasonMissing,
                ErrorCatalogue.MemberMissing, ErrorCatalogue.SubmissionConflict, ErrorCatalogue.SpoolFull, ErrorCatalogue.AgencyNotNamed,
                ErrorCatalogue.MediaTypeUnknown, ErrorCatalogue.RequestMalformed)
            .HasHeaders(RequestHeaders.IdempotencyKey);

    private static async Task<IResult> SubmitAsync(
        HttpContext context, string? agency, PackageIntake intake, ISubmitPackages submit, ITrackSubmissions track, IInbox inbox,
        ILogger<PackageIntake> log, CancellationToken cancellation)
    {
        var key = RequestHeaders.ReadIdempotencyKey(context.Request);
        if (!context.Request.HasJsonContentType())
        {
            return await intake.ReadAsync(context, agency, (speaker, package, checker) => PackageEndpoints.AnswerAsync(
                context, speaker, track, log, submit.SubmitAsync(new(speaker.Code, key, checker), package, cancellation)), cancellation);
        }

        var body = await RestJson.ReadAsync<StatusBody>(context.Request.Body, cancellation);
        if (string.IsNullOrWhiteSpace(body.Code))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/code", "code"));
        }

        var caller = context.Caller();
        var holder = body.DeliveryId is { } delivery
            ? caller.Agencies.FirstOrDefault(one => inbox.Find(one.Code, delivery) is not null)
            : null;
        var speaker = agency is null && holder is not null ? holder : caller.Speaker(agency, body.From);
        var request = new StatusRequest(
            body.Code, body.DeliveryId, body.Reference?.Agency, body.Reference?.Code, body.Reference?.PromulgationDate, body.Reference?.DocumentId,
            body.Description, body.Staff?.Department, body.Staff?.Name, body.Staff?.Email, body.Staff?.Mobile, body.From, body.Timestamp);
        return await PackageEndpoints.AnswerAsync(
            context, speaker, track, log, submit.SubmitStatusAsync(new(speaker.Code, key), request, cancellation));
    }
}
