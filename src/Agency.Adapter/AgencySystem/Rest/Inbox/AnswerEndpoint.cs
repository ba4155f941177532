using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Outgoing.Change;
using Axis.Contracts.Errors;
using NationalCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>Answering what a sender asks of a document that it has sent.</summary>
internal static class AnswerEndpoint
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("inbox/{deliveryId:guid}/answer", AnswerAsync)
            .Accepts<AnswerBody>("application/json")
            .Produces<HandedOverBody>(StatusCodes.Status202Accepted)
            .Explain("Answer a recall, an update or a taking back",
                """
                Writes and sends 15 (`agree`) or 16, which needs a reason. `deliveryId` is the delivery that brought the request, or the document that it is about. A yes ends the document here;
                after a no a yes may still be given.
                """,
                Examples.HandedOver, ErrorCatalogue.DeliveryNotFound, ErrorCatalogue.NothingAsked, ErrorCatalogue.StatusReasonMissing, ErrorCatalogue.MemberMissing,
                ErrorCatalogue.MemberInvalid, ErrorCatalogue.SubmissionConflict, ErrorCatalogue.ContentRemoved, ErrorCatalogue.SpoolFull, ErrorCatalogue.IdempotencyKeyInvalid,
                ErrorCatalogue.RequestMalformed)
            .HasHeaders(RequestHeaders.IdempotencyKey);

    private static async Task<IResult> AnswerAsync(
        HttpContext context, Guid deliveryId, IInbox inbox, AnswerChanges answer, ITrackSubmissions track, ILogger<PackageIntake> log, CancellationToken cancellation)
    {
        var key = RequestHeaders.ReadIdempotencyKey(context.Request);
        var (agency, _) = InboxEndpoints.RequireOffer(context, deliveryId, inbox);
        var body = await RestJson.ReadAsync<AnswerBody>(context.Request.Body, cancellation);
        var code = (body.Agree, body.Code) switch
        {
            (null, null) => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/agree", "agree")),
            (true, null or NationalCodes.Agreed) or (null, NationalCodes.Agreed) => NationalCodes.Agreed,
            (false, null or NationalCodes.Disagreed) or (null, NationalCodes.Disagreed) => NationalCodes.Disagreed,
            _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "/code", "code", "15, 16")),
        };
        return await PackageEndpoints.AnswerAsync(context, agency, track, log, answer.AnswerAsync(
            new(agency.Code, deliveryId, code, body.Reason, DocumentDraft.ReadStaff(body.Staff), key), cancellation));
    }
}
