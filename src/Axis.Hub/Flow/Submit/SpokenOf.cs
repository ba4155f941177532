using Axis.Contracts.Checks;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// What the ledger knows of the deliveries that statuses at the door speak of. Kept up to date while a batch is decided, so that the second of two statuses sees what became of the first.
/// </summary>
/// <param name="book">The deliveries as they are now.</param>
internal sealed class SpokenOf(DeliveryBook book)
{
    private readonly Dictionary<DoorQuestion, Guid> found = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Guid, List<DocumentRow>> earlier = [];
    private readonly HashSet<DeliveryStatusKey> taken = [];
    private readonly Dictionary<Guid, string?> typeNames = [];

    /// <summary>Reads what the statuses among these packages ask for, at once for all; in a transaction the deliveries found are locked.</summary>
    public async Task ReadAsync(IEnumerable<DoorQuestion> questions, ILedgerReader ledger, CancellationToken cancellation)
    {
        DoorQuestion[] statuses = [.. questions.Where(question => question is { Package.Status: not null, Address: { Speaker: not null, Receivers.Count: > 0 } })];
        book.Read(await ledger.FindDeliveriesAsync([.. statuses.Select(status => status.Target).OfType<Guid>().Distinct()], cancellation));
        foreach (var match in await ledger.FindByReferenceAsync([.. statuses.SelectMany((status, ordinal) => StatusReference.Of(ordinal, status))], cancellation))
        {
            found[statuses[match.Ordinal]] = match.Delivery.DeliveryId;
            book.Read(match.Delivery);
        }

        var aimed = statuses.Select(status => (Status: status, Header: status.Package.Status!, Target: TargetOf(status))).Where(status => status.Target is not null).ToArray();
        await book.ReadChangesAsync(
            [.. aimed.Where(status => JudgeStatus.ConcernsRequests(status.Header.StatusCode)).Select(status => status.Target!.DeliveryId).Distinct()], ledger, cancellation);
        foreach (var row in await ledger.FindStatusesAsync([.. aimed.Select(status => StatusReference.KeyOf(status.Target!.DeliveryId, status.Status)).Distinct()], cancellation))
        {
            Taken(row);
        }

        foreach (var document in await ledger.FindDocumentFactsAsync(
            [.. aimed.Where(status => status.Header.StatusCode == StatusCodes.TakeBack).Select(status => status.Target!.DocumentId).Distinct()], cancellation))
        {
            typeNames[document.DocumentId] = document.TypeName;
        }

        // Only where a status may be a repeat in other words have earlier ones to be known: seldom.
        var asked = aimed.Where(status => JudgeStatus.AsksForEarlier(status.Header.StatusCode, status.Target!)).Select(status => status.Target!.DeliveryId).Distinct().ToArray();
        var requests = await ledger.FindRequestsAboutAsync(asked, cancellation);
        var documents = (await ledger.FindDocumentsAsync([.. requests.Select(request => request.DocumentId).Distinct()], cancellation))
            .ToDictionary(document => document.DocumentId);
        foreach (var group in requests.GroupBy(request => request.TargetDeliveryId!.Value))
        {
            earlier[group.Key] = [.. group.OrderByDescending(request => request.AcceptedAt).ThenByDescending(request => request.DeliveryId)
                .Select(request => documents[request.DocumentId])];
        }
    }

    /// <summary>The delivery that a status names or, where it names none, that the hub has found; null when there is none.</summary>
    public DeliveryRow? TargetOf(DoorQuestion status) => book.Find(status.Target ?? found.GetValueOrDefault(status));

    /// <summary>The sender's own document that a 13 asks back; null for every other status, and where there is none.</summary>
    public AmendedDocument? AskedBackBy(DoorQuestion status) =>
        status is { Package.Status: { StatusCode: StatusCodes.TakeBack } header, Address.Speaker: { } sender } && TargetOf(status) is { } target && sender.Is(target.SenderAgencyId)
            ? new(header.ResponseFor.DocumentId ?? "", []) { TypeNames = [typeNames.GetValueOrDefault(target.DocumentId)] }
            : null;

    /// <summary>What the status is judged by.</summary>
    public StatusFacts FactsOf(DoorQuestion status)
    {
        var header = status.Package.Status!;
        var named = status.Target is { } id ? book.Find(id) : null;
        var match = found.TryGetValue(status, out var other) ? book.Find(other) : null;
        return (named ?? match) is { } target
            ? new(
                named, match, TextsOf(target, header.StatusCode), taken.Contains(StatusReference.KeyOf(target.DeliveryId, status)),
                book.Changes.CarriedBy(target.DeliveryId).Count > 0, book.Changes.AnsweredBy(target.DeliveryId, header.StatusCode, status.SealedAt))
            : new(named, match, [], false, false, []);
    }

    /// <summary>A status that was taken is a repeat for its copies behind it.</summary>
    public void Taken(DeliveryStatusRow row) => taken.Add(new(row.DeliveryId, row.Code, row.Stamp, row.FromAgencyId));

    /// <summary>A status of this batch becomes an earlier one for those behind it.</summary>
    public void Forwarded(Guid target, DocumentRow status)
    {
        if (!earlier.TryGetValue(target, out var documents))
        {
            earlier[target] = documents = [];
        }

        documents.Insert(0, status);
    }

    private string?[] TextsOf(DeliveryRow target, string code) =>
        earlier.TryGetValue(target.DeliveryId, out var documents)
            ? [.. documents.Where(document => document.StatusCode == code).Select(document => document.Subject)]
            : [];
}
