using Agency.Adapter.Incoming.Requests;
using Axis.Contracts.Edxml;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>Makes the drafts of what a sender asks of a document (domain.md 1.2, 1.3). The same request at the same time is the same draft.</summary>
internal static class ChangeWriting
{
    /// <summary>The recall of a document, as an edoc of BussinessDocType 1 under the document's own header.</summary>
    public static EdocDraft Recall(EdocHeader sent, IReadOnlyList<Organization> receivers, string reason, StaffInfo? staff, DateTimeOffset at) =>
        new(sent with { To = receivers }, [])
        {
            Traces = [new TraceHeader(sent.From.OrganId, at)],
            Business = new Business { DocType = BusinessDocType.Recall, Reason = reason, DocumentId = sent.DocumentId, Staff = staff },
        };

    /// <summary>What the new version of a document says of the old one.</summary>
    public static Business Update(ChangeRequest request, EdocHeader sent, NewVersion version)
    {
        ReceiverChange[] changes = [.. version.Added.Select(added => new ReceiverChange(added.OrganId, 1)), .. version.Dropped.Select(code => new ReceiverChange(code, 0))];
        return new()
        {
            DocType = BusinessDocType.Update,
            Reason = request.Reason!.Trim(),
            DocumentId = sent.DocumentId,
            DocumentInfo = new(version.ChangesDocument, changes.Length > 0, changes),
            Staff = request.Staff,
        };
    }

    /// <summary>What another document says of the one that it stands for.</summary>
    public static Business Replace(ChangeRequest request, EdocHeader sent, IReadOnlyList<string> receivers) => new()
    {
        DocType = BusinessDocType.Replacement,
        Reason = request.Reason!.Trim(),
        Replacements = [new(sent.DocumentId, receivers)],
        Staff = request.Staff,
    };

    /// <summary>The 13 to one receiver.</summary>
    public static StatusDraft TakeBack(EdocHeader sent, string receiver, string reason, StaffInfo? staff, DateTimeOffset at) => new(new StatusHeader
    {
        From = sent.From,
        ResponseFor = new ResponseReference(receiver, sent.Code.Printed, sent.PromulgationDate, sent.DocumentId),
        Staff = staff,
        StatusCode = StatusCodes.TakeBack,
        Description = reason,
        Timestamp = at,
    });

    /// <summary>The 15 or 16 to a request.</summary>
    public static StatusDraft Answer(ChangeAnswer answer, Request request, DateTimeOffset at) => new(new StatusHeader
    {
        From = new Organization(request.Carrier.Receiver),
        ResponseFor = new ResponseReference(request.Metadata.SenderCode, request.Metadata.Code, request.Metadata.PromulgationDate, request.Metadata.DocumentId),
        Staff = answer.Staff,
        StatusCode = answer.Code,
        Description = answer.Reason?.Trim(),
        Timestamp = at,
    });
}
