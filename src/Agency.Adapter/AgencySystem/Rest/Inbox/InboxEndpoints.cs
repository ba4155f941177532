using System.Globalization;
using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Incoming;
using Agency.Adapter.Marks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Microsoft.Net.Http.Headers;
using StatusCodes = Microsoft.AspNetCore.Http.StatusCodes;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>Taking deliveries in.</summary>
internal static class InboxEndpoints
{
    private const string Edoc = "edoc";
    private const string Status = "status";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("inbox", List)
            .Produces<InboxPageBody>()
            .Explain("What has arrived and is not acknowledged",
                """
                Oldest first. Without `after` everything that is not acknowledged is listed, so a system that lost its place starts again from here.
                A delivery may be offered again after it was taken: fold by `deliveryId`.
                """,
                Examples.Inbox, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberInvalid, ErrorCatalogue.ReceivesByFolder);
        v1.MapGet("inbox/{deliveryId:guid}", Find)
            .Produces<InboxDetailBody>()
            .Explain("What a delivery holds", "Nothing is handed out by this call.", null, ErrorCatalogue.DeliveryNotFound);
        v1.MapGet("inbox/{deliveryId:guid}/package", SendPackageAsync)
            .Produces(StatusCodes.Status200OK, contentType: "application/xml")
            .Explain("The exact package bytes", "That they were handed out is on disk before the first byte leaves. Compare with `packageSha256`.",
                null, ErrorCatalogue.DeliveryNotFound, ErrorCatalogue.DeliveryGivenBack, ErrorCatalogue.DeliveryDestroyed, ErrorCatalogue.ContentRemoved, ErrorCatalogue.ReceivesByFolder);
        v1.MapGet("inbox/{deliveryId:guid}/attachments/{number:int}", SendAttachmentAsync)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Explain("One file, decoded and unzipped where it travelled zipped", "Counts as handed out, like the package.", null,
                ErrorCatalogue.DeliveryNotFound, ErrorCatalogue.AttachmentNotFound, ErrorCatalogue.DeliveryGivenBack, ErrorCatalogue.DeliveryDestroyed, ErrorCatalogue.ContentRemoved,
                ErrorCatalogue.ReceivesByFolder);
        v1.MapPost("inbox/{deliveryId:guid}/acknowledge", AcknowledgeAsync)
            .Accepts<AcknowledgeRequestBody>("application/json")
            .Produces<AcknowledgedBody>()
            .Explain("Say that it is taken, or that it cannot be",
                "`done` of a document sends status 01 to its sender by itself. The same answer twice is one answer. `fail` is final: the sender has to send again.",
                Examples.Acknowledged, ErrorCatalogue.DeliveryNotFound, ErrorCatalogue.DeliveryGivenBack, ErrorCatalogue.DeliveryDestroyed, ErrorCatalogue.AnswerContradicts,
                ErrorCatalogue.FailureReasonMissing, ErrorCatalogue.MemberInvalid, ErrorCatalogue.ReceivesByFolder);
    }

    private static IResult List(HttpContext context, IInbox inbox, string? kind, string? agency, long? after, int? limit)
    {
        if (kind is not (null or Edoc or Status))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "kind", "kind", Edoc + ", " + Status));
        }

        var most = Page.Limit(limit);
        if (agency is not null)
        {
            RequireRest(context.Agencies(agency)[0]);
        }

        // One cursor for the whole spool: the lists of a key's agencies merge without losing their order.
        var items = context.Agencies(agency)
            .Where(one => one.Interface == InboundInterface.Rest)
            .SelectMany(one => inbox.List(one.Code, kind, after, most))
            .OrderBy(item => item.Cursor)
            .Take(most)
            .ToArray();
        return Results.Json(new InboxPageBody([.. items.Select(InboxBodiesFrom.Item)], items.LastOrDefault()?.Cursor), RestJson.Options);
    }

    private static IResult Find(HttpContext context, Guid deliveryId, IInbox inbox) =>
        Results.Json(InboxBodiesFrom.Detail(Require(context, deliveryId, inbox).Item), RestJson.Options);

    private static async Task<IResult> SendPackageAsync(HttpContext context, Guid deliveryId, IInbox inbox, CancellationToken cancellation)
    {
        var (agency, offer) = RequireOffer(context, deliveryId, inbox);
        RequireRest(agency);
        var package = await OpenAsync(agency, deliveryId, inbox, cancellation);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(package, "application/xml", $"{deliveryId}.edxml", entityTag: new EntityTagHeaderValue($"\"{offer.PackageSha256}\""));
    }

    private static async Task<IResult> SendAttachmentAsync(
        HttpContext context, Guid deliveryId, int number, IInbox inbox, AdapterOptions options, CancellationToken cancellation)
    {
        var (agency, item) = Require(context, deliveryId, inbox);
        RequireRest(agency);
        if (!item.Metadata.Attachments.Any(file => file.Number == number))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.AttachmentNotFound, "", number));
        }

        var limits = ReadLimits.Default with { MaxBytes = options.BodyLimit };
        AttachmentInfo attachment;
        await using (var package = await OpenAsync(agency, deliveryId, inbox, cancellation))
        {
            var outcome = await PackageReader.ReadAsync(package, limits, null, cancellation);
            attachment = (outcome as ReadOutcome.Read)?.Package.Attachments[number - 1]
                ?? throw new InvalidDataException($"Delivery {deliveryId} was verified and cannot be read.");
        }

        var shown = item.Metadata.Attachments[number - 1];
        var again = await OpenAsync(agency, deliveryId, inbox, cancellation);
        context.Response.ContentLength = shown.Length;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = AttachmentName.Disposition(shown.Name, number);
        return Results.Stream(
            async body =>
            {
                await using (again)
                {
                    await PackageReader.ExtractAsync(again, attachment, body, limits, cancellation);
                }
            },
            "application/octet-stream");
    }

    private static async Task<IResult> AcknowledgeAsync(HttpContext context, Guid deliveryId, IInbox inbox, CancellationToken cancellation)
    {
        var (agency, _) = RequireOffer(context, deliveryId, inbox);
        RequireRest(agency);
        var body = await RestJson.ReadAsync<AcknowledgeRequestBody>(context.Request.Body, cancellation);
        Answer answer = (body.Result, string.IsNullOrWhiteSpace(body.Reason)) switch
        {
            ("done", _) => new Answer.Done(),
            ("fail", false) => new Answer.Fail(body.Reason!.Trim()),
            ("fail", true) => throw new RefusedException(Finding.Refuse(ErrorCatalogue.FailureReasonMissing, "/reason")),
            _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "/result", "result", "done, fail")),
        };
        return await inbox.AcknowledgeAsync(agency.Code, deliveryId, answer, cancellation) switch
        {
            AnswerOutcome.Recorded => Results.Json(new AcknowledgedBody(deliveryId, body.Result!, Repeated: false), RestJson.Options),
            AnswerOutcome.Repeated => Results.Json(new AcknowledgedBody(deliveryId, body.Result!, Repeated: true), RestJson.Options),
            AnswerOutcome.NotFound => throw new RefusedException(Finding.Refuse(ErrorCatalogue.DeliveryNotFound, "", deliveryId)),
            AnswerOutcome.GivenBack => throw new RefusedException(inbox.Find(agency.Code, deliveryId)?.Destroyed is { } why
                ? GoneOf(deliveryId, why)
                : Finding.Refuse(ErrorCatalogue.DeliveryGivenBack, "", deliveryId)),
            AnswerOutcome.Contradicts => throw new RefusedException(Finding.Refuse(ErrorCatalogue.AnswerContradicts, "", deliveryId)),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    private static async Task<Stream> OpenAsync(AgencyOptions agency, Guid deliveryId, IInbox inbox, CancellationToken cancellation) =>
        await inbox.OpenPackageAsync(agency.Code, deliveryId, cancellation) switch
        {
            OpenOutcome.Opened opened => opened.Package,
            OpenOutcome.Destroyed destroyed => throw new RefusedException(GoneOf(deliveryId, destroyed.Why)),
            OpenOutcome.Removed removed => throw new RefusedException(Finding.Refuse(ErrorCatalogue.ContentRemoved, "", removed.Sha256)),
            _ => throw new RefusedException(Finding.Refuse(ErrorCatalogue.DeliveryGivenBack, "", deliveryId)),
        };

    /// <summary>What became of a destroyed delivery.</summary>
    private static Finding GoneOf(Guid deliveryId, Marking why) => Finding.Refuse(
        ErrorCatalogue.DeliveryDestroyed, "", deliveryId, why.At.ToOffset(Vietnam).ToString("yyyy-MM-dd HH:mm:ss '(UTC+7)'", CultureInfo.InvariantCulture), why.Reason);

    private static (AgencyOptions Agency, InboxItem Item) Require(HttpContext context, Guid deliveryId, IInbox inbox)
    {
        foreach (var agency in context.Caller().Agencies)
        {
            if (inbox.Find(agency.Code, deliveryId) is { } item)
            {
                return (agency, item);
            }
        }

        throw new RefusedException(Finding.Refuse(ErrorCatalogue.DeliveryNotFound, "", deliveryId));
    }

    /// <summary>The same for a hand-over and its answer, which need to know only whose it is.</summary>
    public static (AgencyOptions Agency, OfferedDelivery Offer) RequireOffer(HttpContext context, Guid deliveryId, IInbox inbox) =>
        inbox.FindOffer(deliveryId) is { } offer && context.Caller().Agencies.FirstOrDefault(one => one.Code == offer.Agency) is { } agency
            ? (agency, offer)
            : throw new RefusedException(Finding.Refuse(ErrorCatalogue.DeliveryNotFound, "", deliveryId));

    /// <summary>An agency has one inbound interface: what its folder is given must not be taken twice.</summary>
    private static void RequireRest(AgencyOptions agency)
    {
        if (agency.Interface != InboundInterface.Rest)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.ReceivesByFolder, "", agency.Code));
        }
    }
}
