using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Incoming;

/// <summary>Keeps of a package what lists and answers need.</summary>
internal static class Describe
{
    /// <summary>What a package says to one of its receivers.</summary>
    /// <param name="package">The package.</param>
    /// <param name="isReceiver">True for the codes that stand for this receiver.</param>
    public static PackageMetadata Package(Package package, Func<string, bool> isReceiver) => package.Kind == PackageKind.Status
        ? Status(package.Status!)
        : Edoc(package, package.Edoc!, isReceiver);

    private static PackageMetadata Edoc(Package package, EdocHeader header, Func<string, bool> isReceiver) => new()
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
        Command = CommandOf(package.Business, isReceiver),
        ChangeReason = package.Business?.Reason,
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
        Command = header.StatusCode == StatusCodes.TakeBack ? ChangeCommand.TakeBack : null,
        ChangeReason = header.StatusCode == StatusCodes.TakeBack ? header.Description : null,
        Description = header.Description,
        Timestamp = header.Timestamp,
        Receivers = header.ResponseFor.OrganId is { } receiver ? [receiver] : [],
    };

    /// <summary>An update that drops this receiver is a recall to it.</summary>
    private static ChangeCommand? CommandOf(Business? business, Func<string, bool> isReceiver) => business?.DocType switch
    {
        BusinessDocType.Recall => ChangeCommand.Recall,
        BusinessDocType.Update when business.DocumentInfo?.Receivers.Any(change => change.ReceiverType == 0 && isReceiver(change.OrganId)) ?? false => ChangeCommand.Drop,
        BusinessDocType.Update => ChangeCommand.Update,
        BusinessDocType.Replacement => ChangeCommand.Replace,
        _ => null,
    };

    private static AttachmentMetadata Attachment(AttachmentInfo attachment) => new(
        attachment.Index, attachment.Name ?? "", attachment.ContentType,
        attachment.Unpacks ? attachment.Zip!.Length : attachment.Length,
        attachment.Unpacks ? attachment.Zip!.Sha256! : attachment.Sha256);
}
