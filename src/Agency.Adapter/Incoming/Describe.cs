using Axis.Contracts.Edxml;

namespace Agency.Adapter.Incoming;

/// <summary>Keeps of a package what lists and answers need.</summary>
internal static class Describe
{
    public static PackageMetadata Package(Package package) => package.Kind == PackageKind.Status
        ? Status(package.Status!)
        : Edoc(package, package.Edoc!);

    private static PackageMetadata Edoc(Package package, EdocHeader header) => new()
    {
        SenderCode = header.From.OrganId,
        SenderName = header.From.OrganName,
        DocumentId = header.DocumentId,
        Code = header.Code.Printed,
        PromulgationDate = header.PromulgationDate,
        TypeName = header.TypeName,
        Subject = header.Subject,
        DueDate = header.DueDate,
        SteeringType = header.SteeringType,
        BusinessDocType = package.Business is { } business ? (int)business.DocType : null,
        SignerName = header.Signer.FullName,
        Receivers = package.Receivers,
        Attachments = [.. package.Attachments.Select(Attachment)],
    };

    private static PackageMetadata Status(StatusHeader header) => new()
    {
        SenderCode = header.From.OrganId,
        SenderName = header.From.OrganName,
        DocumentId = header.ResponseFor.DocumentId,
        Code = header.ResponseFor.Code,
        PromulgationDate = header.ResponseFor.PromulgationDate,
        StatusCode = header.StatusCode,
        Description = header.Description,
        Timestamp = header.Timestamp,
        Receivers = header.ResponseFor.OrganId is { } receiver ? [receiver] : [],
    };

    private static AttachmentMetadata Attachment(AttachmentInfo attachment) => new(
        attachment.Index, attachment.Name ?? "", attachment.ContentType,
        attachment.Unpacks ? attachment.Zip!.Length : attachment.Length,
        attachment.Unpacks ? attachment.Zip!.Sha256! : attachment.Sha256);
}
