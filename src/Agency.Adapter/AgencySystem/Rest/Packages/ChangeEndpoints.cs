using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Outgoing.Change;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>What a sender asks of a document that it has sent.</summary>
internal static class ChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("packages/{submissionId:guid}/recall", RecallAsync)
            .Accepts<ChangeBody>("application/json")
            .Produces<HandedOverBody>(StatusCodes.Status202Accepted)
            .Explain("Recall a document",
                """
                Writes and sends the recall (thu hồi, BussinessDocType 1) under the document's own header to all at whom it stands, or to the `receivers` named. What has not left the hub ends
                there; a receiver that has it is told, and its answer stands in `requests` of the document.
                """,
                Examples.HandedOver, [.. Refusals])
            .HasHeaders(RequestHeaders.IdempotencyKey, RequestHeaders.CheckedBy, RequestHeaders.CheckerPosition);
        v1.MapPost("packages/{submissionId:guid}/take-back", TakeBackAsync)
            .Accepts<ChangeBody>("application/json")
            .Produces<TakeBacksBody>(StatusCodes.Status202Accepted)
            .Explain("Ask a document back",
                "Writes and sends status 13 (lấy lại), one to each at whom the document stands, or to each of the `receivers` named. The receiver decides: 15 or 16.",
                Examples.TakeBacks, [.. Refusals])
            .HasHeaders(RequestHeaders.IdempotencyKey);
    }

    public static IReadOnlyList<ErrorEntry> Refusals { get; } =
    [
        ErrorCatalogue.SubmissionNotFound, ErrorCatalogue.AmendmentReasonMissing, ErrorCatalogue.AmendmentReceiverUnknown, ErrorCatalogue.ChangeOfNoDocument,
        ErrorCatalogue.SubmissionNotAccepted, ErrorCatalogue.DocumentStandsNowhere, ErrorCatalogue.SubmissionFrozen, ErrorCatalogue.SubmissionConflict,
        ErrorCatalogue.ContentRemoved, ErrorCatalogue.SpoolFull, ErrorCatalogue.IdempotencyKeyInvalid, ErrorCatalogue.MemberMissing, ErrorCatalogue.MemberInvalid,
        ErrorCatalogue.RequestMalformed,
    ];

    private static async Task<IResult> RecallAsync(
        HttpContext context, Guid submissionId, ITrackSubmissions track, AskChanges ask, ILogger<PackageIntake> log, CancellationToken cancellation)
    {
        var (agency, request) = await ReadAsync(context, submissionId, track, cancellation);
        return await PackageEndpoints.AnswerAsync(context, agency, track, log, ask.RecallAsync(request, cancellation));
    }

    private static async Task<IResult> TakeBackAsync(
        HttpContext context, Guid submissionId, ITrackSubmissions track, AskChanges ask, ILogger<PackageIntake> log, CancellationToken cancellation)
    {
        var (agency, request) = await ReadAsync(context, submissionId, track, cancellation);
        var (asked, refusal) = await ask.TakeBackAsync(request, cancellation);
        TakeBackBody[] items = [.. asked.Select(one => Show(agency, track, one))];

        // As long as one goes out the others are told in their lines.
        return items.Any(item => item.SubmissionId is not null)
            ? Results.Json(new TakeBacksBody(items), RestJson.Options, statusCode: StatusCodes.Status202Accepted)
            : await PackageEndpoints.AnswerAsync(context, agency, track, log, Task.FromResult(asked is [var first, ..] ? first.Outcome : refusal!));
    }

    private static async Task<(AgencyOptions Agency, ChangeRequest Request)> ReadAsync(
        HttpContext context, Guid submissionId, ITrackSubmissions track, CancellationToken cancellation)
    {
        var key = RequestHeaders.ReadIdempotencyKey(context.Request);
        var checker = RequestHeaders.ReadCheckedBy(context.Request);
        var (agency, sent) = PackageEndpoints.Require(context, submissionId, track);
        var body = await RestJson.ReadAsync<ChangeBody>(context.Request.Body, cancellation);
        VersionDraft.RefuseReceivers(body, "");
        return (agency, new(agency.Code, sent, body.Reason, body.Receivers, DocumentDraft.ReadStaff(body.Staff), key, checker));
    }

    private static TakeBackBody Show(AgencyOptions agency, ITrackSubmissions track, TakeBack asked)
    {
        var line = asked.Receiver.Line;
        return asked.Outcome switch
        {
            SubmitOutcome.Accepted accepted => new(line.Code, line.DeliveryId!.Value, accepted.SubmissionId, PackageState.Waiting, Repeated: false, accepted.Findings),
            SubmitOutcome.Repeated repeated => new(
                line.Code, line.DeliveryId!.Value, repeated.SubmissionId,
                PackageBodiesFrom.StateOf(track.Find(agency.Code, repeated.SubmissionId)?.State ?? SubmissionState.Waiting), Repeated: true, repeated.Findings),
            SubmitOutcome.Refused refused => new(line.Code, line.DeliveryId!.Value, null, null, Repeated: false, refused.Findings),
            SubmitOutcome.Conflict conflict => new(line.Code, line.DeliveryId!.Value, null, null, Repeated: false, [conflict.Finding]),
            SubmitOutcome.DiskFull full => new(line.Code, line.DeliveryId!.Value, null, null, Repeated: false, [full.Finding]),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }
}
