using Agency.Adapter.Incoming;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Outgoing;

/// <summary>Makes the edXML draft of a status that a system posted without edXML, and of the automatic 01.</summary>
internal static class StatusWriting
{
    private static readonly string[] NeedReason = [StatusCodes.Refused, StatusCodes.TakeBack, StatusCodes.Disagreed];

    /// <summary>The draft and what it answers, or the refusals.</summary>
    public static (StatusDraft? Draft, StatusTarget? Target, IReadOnlyList<Finding> Refusals) Draft(
        string agency, StatusRequest status, FindTarget targets, DateTimeOffset now)
    {
        if (!StatusCodes.IsKnown(status.StatusCode))
        {
            return (null, null, [Finding.Refuse(ErrorCatalogue.StatusCodeUnknown, "/statusCode", status.StatusCode)]);
        }

        if (NeedReason.Contains(status.StatusCode) && string.IsNullOrWhiteSpace(status.Description))
        {
            return (null, null, [Finding.Refuse(ErrorCatalogue.StatusReasonMissing, "/description", status.StatusCode)]);
        }

        var named = status.DeliveryId is { } delivery ? targets.Find(agency, delivery) : null;
        if (status.DeliveryId is not null && named is null)
        {
            return (null, null, [Finding.Refuse(ErrorCatalogue.StatusWithoutDocument, "/deliveryId")]);
        }

        var document = named?.Metadata;
        var reference = new ResponseReference(
            status.OrganId ?? document?.SenderCode, status.Code ?? document?.Code,
            status.PromulgationDate ?? document?.PromulgationDate, status.DocumentId ?? document?.DocumentId);
        if (reference.OrganId is null || (reference.DocumentId is null && reference.Code is null))
        {
            return (null, null, [Finding.Refuse(ErrorCatalogue.StatusWithoutDocument, "/documentId")]);
        }

        var draft = new StatusDraft(new StatusHeader
        {
            From = new Organization(status.From ?? named?.Receiver ?? agency),
            ResponseFor = reference,
            Staff = (status.Department ?? status.Staff ?? status.Email ?? status.Mobile) is null
                ? null
                : new StaffInfo(status.Department, status.Staff, status.Email, status.Mobile),
            StatusCode = status.StatusCode,
            Description = status.Description,
            Timestamp = status.Timestamp ?? now,
        });
        var findings = PackageWriter.Check(draft);
        return findings.Count == 0 ? (draft, named?.Target, []) : (null, null, findings);
    }

    /// <summary>The automatic 01 of a delivery that became DONE at this time (protocol.md 3).</summary>
    public static StatusDraft Arrival(string receiver, PackageMetadata document, DateTimeOffset doneAt) => new(new StatusHeader
    {
        From = new Organization(receiver),
        ResponseFor = new ResponseReference(document.SenderCode, document.Code, document.PromulgationDate, document.DocumentId),
        StatusCode = StatusCodes.Arrived,
        Description = "Đã đến",
        Timestamp = doneAt,
    });
}
