using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Incoming;

namespace Agency.Adapter.AgencySystem.Rest.Inbox;

/// <summary>Shows deliveries.</summary>
internal static class InboxBodiesFrom
{
    public static InboxItemBody Item(InboxItem item) => new()
    {
        DeliveryId = item.DeliveryId,
        DocumentId = item.DocumentId,
        Kind = item.Kind,
        Cursor = item.Cursor,
        Sender = item.Metadata.SenderCode,
        Receiver = item.Receiver,
        ReceivedAt = item.ReceivedAt.ToUniversalTime(),
        PackageSha256 = item.PackageSha256,
        PackageLength = item.PackageLength,
        Priority = item.Priority,
        DocumentCode = item.Metadata.Code,
        Subject = item.Metadata.Subject,
        StatusCode = item.Metadata.StatusCode,
        TargetDeliveryId = item.TargetDeliveryId,
        BusinessDocType = item.Metadata.BusinessDocType,
        Asks = AsksBody.Of(item.Asks),
        State = item.State,
    };

    public static InboxDetailBody Detail(InboxItem item)
    {
        var metadata = item.Metadata;
        return new()
        {
            DeliveryId = item.DeliveryId,
            DocumentId = item.DocumentId,
            Kind = item.Kind,
            Cursor = item.Cursor,
            Sender = metadata.SenderCode,
            Receiver = item.Receiver,
            ReceivedAt = item.ReceivedAt.ToUniversalTime(),
            PackageSha256 = item.PackageSha256,
            PackageLength = item.PackageLength,
            Priority = item.Priority,
            DocumentCode = metadata.Code,
            Subject = metadata.Subject,
            StatusCode = metadata.StatusCode,
            TargetDeliveryId = item.TargetDeliveryId,
            BusinessDocType = metadata.BusinessDocType,
            Asks = AsksBody.Of(item.Asks),
            State = item.State,
            From = new(metadata.SenderCode, metadata.SenderName),
            To = [.. metadata.Receivers.Select(code => new OrganizationBody(code))],
            NationalDocumentId = metadata.DocumentId,
            Promulgation = metadata.PromulgationDate is { } date ? new(Date: date) : null,
            Type = metadata.TypeName is { } type ? new(type) : null,
            Signer = metadata.SignerName is { } signer ? new(signer) : null,
            DueDate = metadata.DueDate,
            SteeringType = metadata.SteeringType,
            Description = metadata.Description,
            Timestamp = metadata.Timestamp?.ToUniversalTime(),
            Attachments = [.. metadata.Attachments.Select(file => new AttachmentBody(file.Number, file.Name, file.ContentType, file.Length, file.Sha256))],
            CheckedBy = CheckerBody.Of(metadata.CheckedBy),
            Seal = new(Valid: true, metadata.StampedAt),
            Findings = item.Findings,
            RoutedAt = item.Trace.Timestamp.ToUniversalTime(),
            Taken = item.Taken,
            Destroyed = MarkedBody.Of(item.Destroyed),
            Requests = [.. (item.Requests ?? []).Select(AskedBody.Of)],
            SupersededBy = item.Requests?.LastOrDefault(request => request.Supersedes)?.Carrier.Id,
        };
    }
}
