using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Outgoing.Change;
using Agency.Adapter.Served;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>Sending what stands for a document from now on.</summary>
internal static class VersionEndpoints
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("packages/{submissionId:guid}/update", UpdateAsync)
            .Accepts<ChangeBody>("multipart/form-data", "application/json")
            .Produces<HandedOverBody>(StatusCodes.Status202Accepted)
            .Explain("Update a document",
                """
                A form with the parts `request` (JSON: why, `add`, `drop`), `document` (as for handing over; what it does not say stays as it was sent) and the files of the new version; without
                files it has those of the old one. JSON alone is the part `request`. The new version (BussinessDocType 2) goes to all at whom the document stands, or to the `receivers` named, to
                those it drops, who have to be told, and to those it adds.
                """,
                Examples.HandedOver, [.. ChangeEndpoints.Refusals, ErrorCatalogue.MediaTypeUnknown])
            .HasForm(needsDocument: false)
            .HasHeaders(RequestHeaders.IdempotencyKey, RequestHeaders.CheckedBy, RequestHeaders.CheckerPosition);
        v1.MapPost("packages/{submissionId:guid}/replace", ReplaceAsync)
            .Accepts<ChangeBody>("multipart/form-data")
            .Produces<HandedOverBody>(StatusCodes.Status202Accepted)
            .Explain("Replace a document",
                """
                A form with the parts `request` (JSON: why) and `document` and the files of another document, as for handing over. It is sent (BussinessDocType 3) to all at whom the old document
                stands, or to the `receivers` named, unless `document` names its own `to`; once it arrives the old one is superseded there.
                """,
                Examples.HandedOver, [.. ChangeEndpoints.Refusals, ErrorCatalogue.FormPartMissing, ErrorCatalogue.MediaTypeUnknown])
            .HasForm(needsDocument: true)
            .HasHeaders(RequestHeaders.IdempotencyKey, RequestHeaders.CheckedBy, RequestHeaders.CheckerPosition);
    }

    private static async Task<IResult> UpdateAsync(
        HttpContext context, Guid submissionId, ITrackSubmissions track, PackageIntake intake, SentFiles sentFiles, SendVersions versions, AgencyDirectory directory,
        ILogger<PackageIntake> log, CancellationToken cancellation)
    {
        var (agency, sent) = PackageEndpoints.Require(context, submissionId, track);
        using var form = await ReadAsync(context, intake, cancellation);
        var request = ReadRequest(context, agency, sent, form);
        var header = VersionDraft.Header(form.HasDocument ? form.Document : null);
        var changesDocument = form.HasDocument || form.Files.Count > 0;
        if (form.Files.Count == 0)
        {
            await form.FillAsync(sent, sentFiles, cancellation);
        }

        Organization[] added = [.. (form.Request.Add ?? []).Select(code => new Organization(code) { OrganName = directory.Resolve(code)?.NameVi })];
        return await PackageEndpoints.AnswerAsync(context, agency, track, log, versions.UpdateAsync(
            request, new(header, form.Files, changesDocument, added, form.Request.Drop ?? [], form.Document.SentAt), cancellation));
    }

    private static async Task<IResult> ReplaceAsync(
        HttpContext context, Guid submissionId, ITrackSubmissions track, PackageIntake intake, SendVersions versions, ILogger<PackageIntake> log, CancellationToken cancellation)
    {
        var (agency, sent) = PackageEndpoints.Require(context, submissionId, track);
        using var form = await ReadAsync(context, intake, cancellation);
        if (!form.HasDocument)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.FormPartMissing, "/document", "document"));
        }

        VersionDraft.RefuseReceivers(form.Request, "/request");
        VersionDraft.Refuse(form.Document.Business is not null, "/document/business", "business");
        var request = ReadRequest(context, agency, sent, form);
        var draft = DocumentDraft.Make(form.Document, agency, form.Files, needsReceivers: false);
        return await PackageEndpoints.AnswerAsync(context, agency, track, log, versions.ReplaceAsync(request, draft, form.Document.SentAt, cancellation));
    }

    private static async Task<Form> ReadAsync(HttpContext context, PackageIntake intake, CancellationToken cancellation) => context.Request.HasJsonContentType()
        ? Form.Of(await RestJson.ReadAsync<ChangeBody>(context.Request.Body, cancellation))
        : await intake.ReadFormAsync(context, cancellation);

    private static ChangeRequest ReadRequest(HttpContext context, AgencyOptions agency, SubmissionView sent, Form form)
    {
        var checkedBy = form.Document.CheckedBy;
        var checker = CheckerNames.Read(checkedBy?.Name, checkedBy?.Position, "/document/checkedBy/name", "/document/checkedBy/position") ?? RequestHeaders.ReadCheckedBy(context.Request);
        var asked = form.Request;
        return new(agency.Code, sent, asked.Reason, asked.Receivers, DocumentDraft.ReadStaff(asked.Staff), RequestHeaders.ReadIdempotencyKey(context.Request), checker);
    }
}
