using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>What the ledger knows of the deliveries that a batch of acknowledgements speaks of, read at once inside the transaction.</summary>
internal sealed class AcknowledgeFacts
{
    private AcknowledgeFacts(DeliveryBook book) => Book = book;

    public DeliveryBook Book { get; }

    public Dictionary<Guid, DocumentFacts> Documents { get; } = [];

    /// <summary>Open cancels by delivery.</summary>
    public Dictionary<Guid, CancelRow> Cancels { get; } = [];

    public Dictionary<string, AdapterLinkRow> Links { get; } = new(StringComparer.Ordinal);

    public static async Task<AcknowledgeFacts> ReadAsync(
        IReadOnlyList<OpenedAcknowledgement> opened, ILedgerTransaction transaction, DeliveryBook book, CancellationToken cancellation)
    {
        var facts = new AcknowledgeFacts(book);
        Guid[] named = [.. opened.Where(message => message.Body is not null)
            .SelectMany(message => message.Body!.Items).Select(item => item.DeliveryId).Distinct()];
        var rows = await transaction.FindDeliveriesAsync(named, cancellation);
        book.Read(rows);
        foreach (var document in await transaction.FindDocumentFactsAsync([.. rows.Select(row => row.DocumentId).Distinct()], cancellation))
        {
            facts.Documents[document.DocumentId] = document;
        }

        foreach (var cancel in await transaction.FindOpenCancelsAsync(named, cancellation))
        {
            facts.Cancels[cancel.DeliveryId] = cancel;
        }

        book.Read(await transaction.FindDeliveriesAsync(
            [.. facts.Cancels.Values.Select(cancel => cancel.WaitingDeliveryId).OfType<Guid>().Distinct()], cancellation));
        foreach (var link in await transaction.ListAdapterLinksAsync(cancellation))
        {
            facts.Links[link.AdapterCode] = link;
        }

        book.Measure(facts.Links.Values);
        return facts;
    }
}
