using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>What an adapter has taken in for its agencies, by both books.</summary>
internal static class CompareReceived
{
    private static readonly string[] Answers = ["02", "03", "04", "05", "06"];

    /// <summary>What differs about one line; never more than one thing, the one to be dealt with first.</summary>
    public static IEnumerable<FoundDifference> Of(ReceivedLine line, HubBooks hub, BookAge age)
    {
        var known = hub.Deliveries.GetValueOrDefault(line.DeliveryId);

        // Another adapter's is as unknown as one that never was: nothing of it is told to whoever names its id, and nothing is written about it to its agency.
        var row = known?.AdapterCode == hub.Adapter ? known : null;
        if (row is not null && !string.Equals(row.PackageSha256, line.PackageSha256, StringComparison.OrdinalIgnoreCase))
        {
            return [Difference(line, row, ErrorCatalogue.BooksReceivedOtherBytes, row.PackageSha256, line.PackageSha256, hub)];
        }

        if (!age.IsOldLine(line.Since) || (known is not null && !age.IsOldRow(known.TouchedAt)))
        {
            age.Leave(BookSide.Received, line.DeliveryId);
            return [];
        }

        if (row is null)
        {
            // A delivery that was moved to another adapter was given back here first.
            return known is not null && line.State == ReceivedState.Cancelled ? [] : [Difference(line, null, ErrorCatalogue.BooksDeliveryUnknownToHub, "", Word(line), hub)];
        }

        return Judge(line, row, age) is { } entry ? [Difference(line, row, entry, Word(row), Word(line), hub)] : [];
    }

    /// <summary>What differs when the adapter's books do not have a delivery that is expected.</summary>
    public static IEnumerable<FoundDifference> Missing(Guid id, HubBooks hub, BookAge age)
    {
        if (!hub.Deliveries.TryGetValue(id, out var row) || row.VoidAs is not null || row.AdapterCode != hub.Adapter)
        {
            yield break;
        }

        if (!age.IsOldRow(row.TouchedAt))
        {
            age.Leave(BookSide.Received, id);
            yield break;
        }

        var entry = row.Transport switch
        {
            TransportState.Done => ErrorCatalogue.BooksArrivedMissing,
            TransportState.Processing => ErrorCatalogue.BooksDeliveryMissing,
            TransportState.Initial when row.Phase == DispatchPhase.Published => ErrorCatalogue.BooksDeliveryMissing,
            _ => null,
        };
        if (entry is not null)
        {
            yield return new(BookSide.Received, id, id, entry, row.ReceiverAgencyId, FoundDifference.NameOf(row.CodeNumber, row.CodeNotation), Word(row), "");
        }
    }

    private static ErrorEntry? Judge(ReceivedLine line, HubDelivery row, BookAge age)
    {
        if (line.Attempt > row.Attempt)
        {
            return ErrorCatalogue.BooksAttemptAhead;
        }

        var isHeld = line.State is ReceivedState.Processing or ReceivedState.Done;
        if (row.VoidAs is not null && row.Transport == TransportState.Done)
        {
            // Recalled, taken back or replaced after it had arrived: what the copy is now is the receiver's matter.
            return null;
        }

        if (row.VoidAs is not null || row.Transport == TransportState.Fail)
        {
            return !isHeld ? null : row.AskedBack ? ErrorCatalogue.BooksHeldAskedBack : ErrorCatalogue.BooksHeldThoughOver;
        }

        return row.Transport == TransportState.Done ? Arrived(line, row, age) : OnItsWay(line, row, isHeld);
    }

    private static ErrorEntry? Arrived(ReceivedLine line, HubDelivery row, BookAge age)
    {
        // An answer that the hub has accepted proves arrival, also before the agency acknowledges; a FAIL after it is history.
        if (line.State != ReceivedState.Done && !Answers.Contains(line.Answer))
        {
            return ErrorCatalogue.BooksAdapterBehind;
        }

        // A recall or an update that was answered by a 03 or a 02 carries the answer with its request, not as its own state.
        if (line is not { Answer: { } answer, AnsweredAt: { } at } || !Answers.Contains(answer) || row.AnsweredAt is not null || Answers.Contains(row.Business))
        {
            return null;
        }

        if (age.IsOldLine(at))
        {
            return ErrorCatalogue.BooksAnswerLost;
        }

        age.Leave(BookSide.Received, line.DeliveryId);
        return null;
    }

    private static ErrorEntry? OnItsWay(ReceivedLine line, HubDelivery row, bool isHeld)
    {
        if (isHeld)
        {
            // A sign of any attempt counts, so the hub has heard of none that it has not recorded.
            return line.State == ReceivedState.Processing && row.Transport == TransportState.Processing ? null : ErrorCatalogue.BooksAcknowledgementLost;
        }

        if (row.Suspended || row.AskedBack || row.Phase is not (DispatchPhase.Published or DispatchPhase.Held))
        {
            // It will be published again, or waits for that.
            return null;
        }

        return line.Attempt < row.Attempt ? ErrorCatalogue.BooksAttemptBehind : ErrorCatalogue.BooksAcknowledgementLost;
    }

    private static FoundDifference Difference(ReceivedLine line, HubDelivery? row, ErrorEntry entry, string atHub, string atAdapter, HubBooks hub) => new(
        BookSide.Received, line.DeliveryId, line.DeliveryId, entry, row?.ReceiverAgencyId ?? (line.Agency is { } agency ? hub.AgencyOf(agency) : null),
        FoundDifference.NameOf(row?.CodeNumber, row?.CodeNotation), atHub, atAdapter);

    private static string Word(HubDelivery row) => $"{row.Word} {row.Business}".TrimEnd() + $", attempt {row.Attempt}";

    private static string Word(ReceivedLine line) => $"{line.State.ToString().ToUpperInvariant()} {line.Answer}".TrimEnd() + $", attempt {line.Attempt}";
}
