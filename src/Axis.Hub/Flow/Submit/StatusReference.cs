using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>What a status says of its document and of itself.</summary>
internal static class StatusReference
{
    /// <summary>For the hub's own search; null where the manifest names the delivery.</summary>
    public static DocumentReference? Of(int ordinal, JudgedSubmission judged)
    {
        if (judged is not
            {
                Verdict: VerifyOutcome.Verified { Manifest: { TargetDelivery: null } manifest, Package.Status: { } header },
                Question.Address: { Served: { } from, Receivers: [var addressee] },
            })
        {
            return null;
        }

        // A 13 comes from the document's sender; every other status from its receiver.
        var (sender, receiver) = header.StatusCode == StatusCodes.TakeBack
            ? (from.AgencyId, addressee.Agency.AgencyId)
            : (addressee.Agency.AgencyId, from.AgencyId);
        var reference = header.ResponseFor;
        var slash = reference.Code?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return new(
            ordinal, sender, receiver, Text(reference.DocumentId),
            slash > 0 ? Text(reference.Code![..slash]) : null,
            slash > 0 ? Text(reference.Code![(slash + 1)..]) : null,
            reference.PromulgationDate,
            header.StatusCode, StampOf(manifest, header), from.AgencyId);
    }

    public static DeliveryStatusKey KeyOf(Guid target, Manifest manifest, StatusHeader header, Guid from) =>
        new(target, header.StatusCode, StampOf(manifest, header), from);

    private static string StampOf(Manifest manifest, StatusHeader header) =>
        header.Timestamp is { } time ? SqlTime.Write(time) : manifest.PackageSha256;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
