using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>What a status says of its document, for the hub's own search; null where the manifest names the delivery.</summary>
internal static class StatusReference
{
    public static DocumentReference? Of(int ordinal, JudgedSubmission judged)
    {
        if (judged is not
            {
                Verdict: VerifyOutcome.Verified { Manifest.TargetDelivery: null, Package.Status: { } header },
                Address: AddressOutcome.Addressed { Sender: var from, Receivers: [var addressee] },
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
            reference.PromulgationDate);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
