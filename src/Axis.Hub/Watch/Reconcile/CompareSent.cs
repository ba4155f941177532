using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>What an adapter's agencies handed over, by both books.</summary>
internal static class CompareSent
{
    /// <summary>What differs about one line.</summary>
    public static IEnumerable<FoundDifference> Of(SentLine line, HubBooks hub, BookAge age)
    {
        var row = hub.Submissions.GetValueOrDefault(line.SubmissionId);
        if (row is not null && !Same(row.PackageSha256, line.PackageSha256))
        {
            // A conflict is this difference, told to the agency when it happened.
            return line.State == SentState.Conflict ? [] : [Difference(line, row, ErrorCatalogue.BooksSentOtherBytes, $"accepted {row.PackageSha256}", $"{Word(line)} {line.PackageSha256}", hub)];
        }

        if (!age.IsOldLine(line.Since) || (row is not null && !age.IsOldRow(row.FirstAt)))
        {
            age.Leave(BookSide.Sent, line.SubmissionId);
            return [];
        }

        var isRefused = hub.Refused.Contains(line.SubmissionId);
        return (line.State, row) switch
        {
            (SentState.Waiting, null) => [],
            (SentState.Sent, null) when !isRefused => [Difference(line, row, ErrorCatalogue.BooksSentWithoutReceipt, "", Word(line), hub)],
            (SentState.Waiting or SentState.Sent, _) => [Difference(line, row, ErrorCatalogue.BooksReceiptLost, row is null ? "refused" : "accepted", Word(line), hub)],
            (SentState.Accepted, null) => [Difference(line, row, ErrorCatalogue.BooksAcceptedUnknownToHub, isRefused ? "refused" : "", Word(line), hub)],
            (SentState.Refused or SentState.Conflict, { }) => [Difference(line, row, ErrorCatalogue.BooksVerdictDiffers, "accepted", Word(line), hub)],
            (SentState.Accepted, { } accepted) => States(line, accepted, hub, age),
            _ => [],
        };
    }

    /// <summary>What differs when the adapter's books do not have a submission that is expected.</summary>
    public static IEnumerable<FoundDifference> Missing(Guid id, HubBooks hub, BookAge age)
    {
        if (!hub.Submissions.TryGetValue(id, out var row))
        {
            yield break;
        }

        if (!age.IsOldRow(row.FirstAt))
        {
            age.Leave(BookSide.Sent, id);
        }
        else
        {
            yield return new(
                BookSide.Sent, id, id, ErrorCatalogue.BooksSubmissionMissing, row.SenderAgencyId, FoundDifference.NameOf(row.CodeNumber, row.CodeNotation), "accepted", "");
        }
    }

    private static IEnumerable<FoundDifference> States(SentLine line, HubSubmission row, HubBooks hub, BookAge age)
    {
        var known = line.Deliveries.DistinctBy(delivery => delivery.DeliveryId).ToDictionary(delivery => delivery.DeliveryId);
        foreach (var delivery in hub.DeliveriesOf[row.DocumentId])
        {
            if (!known.Remove(delivery.DeliveryId, out var told))
            {
                told = new(delivery.DeliveryId, 0, "");
            }

            if (told.Transport == delivery.Word && told.Business == delivery.Business)
            {
                continue;
            }

            if (!age.IsOldRow(delivery.TouchedAt))
            {
                age.Leave(BookSide.Sent, delivery.DeliveryId);
            }
            else if (told.Version >= delivery.Version)
            {
                yield return Difference(line, row, ErrorCatalogue.BooksStateAhead, Word(delivery), Word(told), hub, delivery.DeliveryId);
            }
            else if (delivery.StatesDue)
            {
                age.Leave(BookSide.Sent, delivery.DeliveryId);
            }
            else
            {
                yield return Difference(line, row, ErrorCatalogue.BooksStateBehind, Word(delivery), Word(told), hub, delivery.DeliveryId);
            }
        }

        foreach (var unknown in known.Values)
        {
            yield return Difference(line, row, ErrorCatalogue.BooksStateAhead, "", Word(unknown), hub, unknown.DeliveryId);
        }
    }

    private static FoundDifference Difference(
        SentLine line, HubSubmission? row, ErrorEntry entry, string atHub, string atAdapter, HubBooks hub, Guid? deliveryId = null) => new(
        BookSide.Sent, deliveryId ?? line.SubmissionId, line.SubmissionId, entry, row?.SenderAgencyId ?? hub.AgencyOf(line.Agency),
        FoundDifference.NameOf(row?.CodeNumber, row?.CodeNotation), atHub, atAdapter);

    private static string Word(SentLine line) => line.State.ToString().ToLowerInvariant();

    private static string Word(HubDelivery delivery) => $"{delivery.Word} {delivery.Business}".TrimEnd();

    private static string Word(SentDelivery delivery) => $"{delivery.Transport} {delivery.Business}".Trim();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
