using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>Handing packages over, and what became of them.</summary>
internal static class PackageEndpoints
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("packages", SubmitAsync)
            .Accepts<DocumentBody>("application/xml", "multipart/form-data", "application/octet-stream")
            .Produces<HandedOverBody>(StatusCodes.Status202Accepted)
            .Explain("Hand a package over",
                """
                The body is edXML, or a form whose part `document` is the header as JSON and whose other parts are the files; the adapter then writes the edXML.
                202 means that it is safe on the adapter's disk and will reach the hub. Repeat with the same `Idempotency-Key` after a lost answer:
                the same id comes back and nothing is sent twice. Without a key the id is derived from the bytes.
                """,
                Examples.HandedOver,
                ErrorCatalogue.SubmissionConflict, ErrorCatalogue.SenderNotServed, ErrorCatalogue.AttachmentMissing, ErrorCatalogue.ElementMissing,
                ErrorCatalogue.PackageTooLarge, ErrorCatalogue.SpoolFull, ErrorCatalogue.AgencyNotNamed, ErrorCatalogue.MediaTypeUnknown,
                ErrorCatalogue.FormPartMissing, ErrorCatalogue.MemberMissing, ErrorCatalogue.CheckerUnnamed, ErrorCatalogue.IdempotencyKeyInvalid)
            .HasHeaders(RequestHeaders.IdempotencyKey, RequestHeaders.CheckedBy, RequestHeaders.CheckerPosition);
        v1.MapGet("packages", List)
            .Produces<PackagePage>()
            .Explain("List what was handed over", "Oldest first. `next` of one page is `after` of the next one.", null,
                ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.RequestMalformed);
        v1.MapGet("packages/{submissionId:guid}", Find)
            .Produces<PackageBody>()
            .Explain("What became of a package", "Both states of every receiver with their history, as far as the hub has told; `asOf` says how fresh.",
                Examples.Package, ErrorCatalogue.SubmissionNotFound);
    }

    public static async Task<IResult> AnswerAsync(
        HttpContext context, AgencyOptions agency, ITrackSubmissions track, ILogger log, Task<SubmitOutcome> submitting)
    {
        switch (await submitting)
        {
            case SubmitOutcome.Accepted accepted:
                RestLog.HandedOver(log, agency.Code, accepted.SubmissionId);
                return Accepted(context, new(accepted.SubmissionId, PackageState.Waiting, Repeated: false, accepted.Findings));
            case SubmitOutcome.Repeated repeated:
                var state = track.Find(agency.Code, repeated.SubmissionId)?.State ?? SubmissionState.Waiting;
                return Accepted(context, new(repeated.SubmissionId, PackageBodiesFrom.StateOf(state), Repeated: true, repeated.Findings));
            case SubmitOutcome.Conflict conflict:
                RestLog.Refused(log, agency.Code, conflict.Finding.Code);
                return (Problem.Of([conflict.Finding]) with { SubmissionId = conflict.SubmissionId }).ToResult();
            case SubmitOutcome.Refused refused:
                var problem = Problem.OfRefusedPackage(refused.Findings);
                RestLog.Refused(log, agency.Code, problem.Code);
                return problem.ToResult();
            case SubmitOutcome.DiskFull full:
                RestLog.Refused(log, agency.Code, full.Finding.Code);
                return Problem.Of([full.Finding]).ToResult();
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other}.");
        }
    }

    private static Task<IResult> SubmitAsync(
        HttpContext context, string? agency, PackageIntake intake, ISubmitPackages submit, ITrackSubmissions track,
        ILogger<PackageIntake> log, CancellationToken cancellation)
    {
        var key = RequestHeaders.ReadIdempotencyKey(context.Request);
        return intake.ReadAsync(context, agency, (speaker, package, checker) => AnswerAsync(
            context, speaker, track, log, submit.SubmitAsync(new(speaker.Code, key, checker), package, cancellation)), cancellation);
    }

    private static IResult List(HttpContext context, ITrackSubmissions track, PackageBodiesFrom bodies, string? agency, string? state, long? after, int? limit)
    {
        var wanted = ReadState(state);
        var most = Page.Limit(limit);
        var items = context.Agencies(agency)
            .SelectMany(one => Page.Walk(after ?? 0, most, cursor => track.List(one.Code, cursor, most), view => view.Cursor,
                view => wanted is null || PackageBodiesFrom.StateOf(view.State) == wanted))
            .OrderBy(view => view.Cursor)
            .Take(most)
            .ToArray();
        return Results.Json(
            new PackagePage([.. items.Select(view => bodies.Of(view, withHistory: false))], items.LastOrDefault()?.Cursor), RestJson.Options);
    }

    private static PackageState? ReadState(string? word) => word switch
    {
        null => null,
        _ when Enum.TryParse<PackageState>(word, ignoreCase: true, out var state) && Enum.IsDefined(state) && !char.IsDigit(word[0]) => state,
        _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "state", "state", "waiting, submitted, accepted, refused, conflict")),
    };

    private static IResult Find(HttpContext context, Guid submissionId, ITrackSubmissions track, PackageBodiesFrom bodies) =>
        Results.Json(bodies.Of(Require(context, submissionId, track).View, withHistory: true), RestJson.Options);

    /// <exception cref="RefusedException">It is none of the key's agencies'.</exception>
    public static (AgencyOptions Agency, SubmissionView View) Require(HttpContext context, Guid submissionId, ITrackSubmissions track) =>
        context.Caller().Agencies
            .Select(agency => (agency, view: track.Find(agency.Code, submissionId)))
            .Where(found => found.view is not null)
            .Select(found => (found.agency, found.view!))
            .FirstOrDefault() is ({ } agency, { } view)
            ? (agency, view)
            : throw new RefusedException(Finding.Refuse(ErrorCatalogue.SubmissionNotFound, "", submissionId));

    private static IResult Accepted(HttpContext context, HandedOverBody body)
    {
        context.Response.Headers.Location = $"/v1/packages/{body.SubmissionId}";
        return Results.Json(body, RestJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
