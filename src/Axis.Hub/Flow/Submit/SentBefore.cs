using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// What senders have sent before, as far as the packages at the door make it matter (R9, R11). Kept up to date while a batch is decided, so that the second of two submissions sees
/// what became of the first.
/// </summary>
/// <param name="book">The deliveries as they are now.</param>
internal sealed class SentBefore(DeliveryBook book)
{
    private readonly Dictionary<FamilyReceiver, FamilyHead> heads = [];
    private readonly Dictionary<SentKey, List<Guid>> sent = [];
    private readonly Dictionary<Guid, string?> typeNames = [];
    private readonly Dictionary<(Guid Sender, string DocumentId), List<SameIdDocument>> sameId = [];

    /// <summary>Reads what these packages ask for, at once for all; in a transaction the deliveries found are locked.</summary>
    public async Task ReadAsync(IReadOnlyCollection<DoorQuestion> questions, ILedgerReader ledger, CancellationToken cancellation)
    {
        foreach (var head in await ledger.FindFamilyHeadsAsync([.. questions.SelectMany(question => question.Families).Distinct()], cancellation))
        {
            heads[head.Key] = head;
            book.Read(new[] { head.Newest, head.Live }.OfType<DeliveryRow>());
        }

        foreach (var document in await ledger.FindSameIdAsync([.. questions.Select(question => question.SameId).OfType<SameIdKey>().Distinct()], cancellation))
        {
            // Found by two documents of one id and different families, it is one all the same.
            var known = ListOf(document.SenderAgencyId, document.DocumentIdText);
            if (!known.Contains(document))
            {
                known.Add(document);
            }
        }

        var rows = await ledger.FindSentAsync([.. questions.SelectMany(question => question.Amended).Distinct()], cancellation);
        book.Read(rows.Select(row => row.Delivery));
        foreach (var row in rows)
        {
            ListOf(new(row.SenderAgencyId, row.DocumentIdText)).Add(row.Delivery.DeliveryId);
            typeNames[row.Delivery.DocumentId] = row.TypeName;
        }

        await book.ReadChangesAsync([.. rows.Select(row => row.Delivery.DeliveryId)], ledger, cancellation);
    }

    /// <summary>The ledger's part of what the door knows of a package.</summary>
    public DoorFacts FactsOf(DoorQuestion question) => question.Address.Speaker is not { } sender ? question.Address.Facts : question.Address.Facts with
    {
        Earlier = question.Family is { } family
            ? [.. question.Address.Receivers.Select(receiver => HeadFor(receiver, family)).OfType<FamilyHead>().Where(head => head.Newest is not null).Select(Earlier)]
            : [],
        SameId = question.SameId is { } key
            ? [.. ListOf(key.SenderAgencyId, key.DocumentIdText).Select(one => new EarlierDocument(DocumentName.Of(one.CodeNumber, one.CodeNotation), one.AcceptedAt, one.FamilyKey == key.FamilyKey))]
            : [],
        Amended =
        [
            .. DoorFacts.DocumentIdsOf(question.Package).Select(id => (Id: id, Rows: SentUnder(sender, id)))
                .Where(found => found.Rows.Count > 0)
                .Select(found => new AmendedDocument(found.Id, [.. found.Rows.SelectMany(row => HoldersOf(row, question.Address)).Distinct()])
                {
                    TypeNames = [.. found.Rows.Select(row => typeNames[row.DocumentId]).Distinct()],
                }),
        ],
    };

    /// <summary>
    /// What stands at a receiver: its own, else a live delivery at an agency that was merged into it, for the successor has its papers. One that failed there does not
    /// stand in the way.
    /// </summary>
    public FamilyHead? HeadFor(Receiver receiver, string family)
    {
        var key = new FamilyReceiver(family, receiver.Agency.AgencyId);
        var own = HeadOf(key);
        return own?.Newest is null && receiver.Merged.Select(agency => HeadOf(new(family, agency)))
            .FirstOrDefault(head => head?.Newest is { Transport: not TransportState.Fail }) is { } before
            ? before with { Key = key, HighestGeneration = own?.HighestGeneration ?? 0 }
            : own;
    }

    /// <summary>What stands for a family at an agency, after everything that this batch has done.</summary>
    private FamilyHead? HeadOf(FamilyReceiver key)
    {
        if (heads.GetValueOrDefault(key) is not { Newest: { } newest } head)
        {
            return heads.GetValueOrDefault(key);
        }

        return head with { Newest = Counting(newest), Live = head.Live is { } live ? Counting(live) : null };
    }

    /// <summary>A delivery as it is now, unless it is void or returned by now.</summary>
    private DeliveryRow? Counting(DeliveryRow row) =>
        (book.Find(row.DeliveryId) ?? row) is { VoidAs: null, Business: not StatusCodes.Refused } current ? current : null;

    /// <summary>What a sender has sent under one of its document ids, recalls left out; void and refused deliveries too.</summary>
    public IReadOnlyList<DeliveryRow> SentUnder(Party sender, string documentId) =>
        [.. sender.Ids.SelectMany(id => sent.GetValueOrDefault(SentKey.Of(id, documentId)) ?? []).Select(id => book.Find(id)!)];

    /// <summary>A delivery of this batch stands for what comes behind it.</summary>
    public void Add(DocumentRow document, DeliveryRow delivery)
    {
        if (document.FamilyKey is { } family)
        {
            var key = new FamilyReceiver(family, delivery.ReceiverAgencyId);
            heads[key] = new(key, delivery, document.PackageSha256, delivery.Generation) { Document = DocumentName.Of(document.CodeNumber, document.CodeNotation) };
        }

        if (document is { DocumentIdText: { } text, BusinessType: not (int)BusinessDocType.Recall })
        {
            ListOf(SentKey.Of(document.SenderAgencyId, text)).Add(delivery.DeliveryId);
            typeNames[document.DocumentId] = document.TypeName;
        }
    }

    /// <summary>A document of this batch has taken its id.</summary>
    public void Add(DocumentRow document)
    {
        if (document is { DocumentIdText: { } text, FamilyKey: { } family })
        {
            text = ReferenceText.CutDocumentId(text);
            ListOf(document.SenderAgencyId, text).Insert(0, new()
            {
                SenderAgencyId = document.SenderAgencyId, DocumentIdText = text, FamilyKey = family, CodeNumber = document.CodeNumber, CodeNotation = document.CodeNotation,
                AcceptedAt = document.AcceptedAt,
            });
        }
    }

    /// <summary>Who has a delivery: the agency that it was sent to, and the one that this has been merged into.</summary>
    private static IEnumerable<string> HoldersOf(DeliveryRow row, Addressing address) =>
        address.Receivers.Where(receiver => receiver.Party.Is(row.ReceiverAgencyId)).Select(receiver => receiver.Agency.AgencyId).Prepend(row.ReceiverAgencyId).Select(Standing.KeyOf);

    private static EarlierDelivery Earlier(FamilyHead head) => new(
        Standing.KeyOf(head.Key.ReceiverAgencyId), head.Newest!.DeliveryId, head.Document ?? "", head.PackageSha256 ?? "", head.Newest.AcceptedAt,
        head.Newest.Transport == TransportState.Fail);

    private List<Guid> ListOf(SentKey key)
    {
        if (!sent.TryGetValue(key, out var ids))
        {
            sent[key] = ids = [];
        }

        return ids;
    }

    private List<SameIdDocument> ListOf(Guid sender, string documentId)
    {
        if (!sameId.TryGetValue((sender, documentId), out var documents))
        {
            sameId[(sender, documentId)] = documents = [];
        }

        return documents;
    }
}
