using Axis.Contracts.Edxml;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>What a status says of its document and of itself.</summary>
internal static class StatusReference
{
    /// <summary>For the hub's own search, one for every pair of agencies that it may be about; none where it names the delivery.</summary>
    public static IEnumerable<DocumentReference> Of(int ordinal, DoorQuestion status)
    {
        if (status is not { Target: null, Package.Status: { } header, Address: { Speaker: { } speaker, Receivers: [{ Party: var addressee }] } })
        {
            return [];
        }

        // A 13 comes from the document's sender; every other status from its receiver.
        var (sender, receiver) = header.StatusCode == StatusCodes.TakeBack
            ? (speaker, addressee)
            : (addressee, speaker);
        var reference = header.ResponseFor;
        var slash = reference.Code?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return
            from sent in sender.Ids
            from received in receiver.Ids
            select new DocumentReference(
                ordinal, sent, received, Text(reference.DocumentId),
                slash > 0 ? Text(reference.Code![..slash]) : null,
                slash > 0 ? Text(reference.Code![(slash + 1)..]) : null,
                reference.PromulgationDate,
                header.StatusCode, StampOf(status, header), speaker.AgencyId);
    }

    /// <summary>By what the status is known again at its target.</summary>
    public static DeliveryStatusKey KeyOf(Guid target, DoorQuestion status)
    {
        var header = status.Package.Status!;
        return new(target, header.StatusCode, StampOf(status, header), status.Address.Speaker!.AgencyId);
    }

    private static string StampOf(DoorQuestion status, StatusHeader header) => header.Timestamp is { } time ? SqlTime.Write(time) : status.Sha256;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
