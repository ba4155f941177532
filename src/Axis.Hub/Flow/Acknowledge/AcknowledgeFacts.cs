using Axis.Contracts.Wire;
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

    /// <summary>Cancels by delivery that another spool answered and no operator yet.</summary>
    public Dictionary<Guid, CancelRow> Undecided { get; } = [];

    /// <summary>Marks of the deliveries that somebody says to have frozen or destroyed.</summary>
    public Dictionary<(Guid Delivery, MarkKind Mark), MarkRow> Marks { get; } = [];

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

        foreach (var cancel in await transaction.FindCancelsAsync(named, cancellation))
        {
            if (cancel.Answer is null)
            {
                facts.Cancels[cancel.DeliveryId] = cancel;
            }
            else if (cancel.Answer == CancelAnswer.OtherSpool)
            {
                facts.Undecided[cancel.DeliveryId] = cancel;
            }
        }

        book.Read(await transaction.FindDeliveriesAsync(
            [.. facts.Cancels.Values.Concat(facts.Undecided.Values).Select(cancel => cancel.WaitingDeliveryId).OfType<Guid>().Distinct()], cancellation));
        if (facts.Cancels.Count + facts.Undecided.Count > 0)
        {
            await book.ReadChangesAsync([.. facts.Cancels.Keys.Concat(facts.Undecided.Keys)], transaction, cancellation);
        }

        if (opened.Any(message => message.Body?.Items.Any(item => item.Kind is AcknowledgeKind.Frozen or AcknowledgeKind.Destroyed) == true))
        {
            foreach (var mark in await transaction.FindMarksAsync(named, cancellation))
            {
                facts.Marks[(mark.DeliveryId, mark.Mark)] = mark;
            }
        }

        foreach (var link in await transaction.ListAdapterLinksAsync(cancellation))
        {
            facts.Links[link.AdapterCode] = link;
        }

        book.Measure(facts.Links.Values);
        return facts;
    }
}
