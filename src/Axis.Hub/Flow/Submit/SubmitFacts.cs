using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// What the ledger knows of a batch, read at once inside the transaction and kept up to date while the batch is decided, so that
/// the second of two submissions sees what became of the first.
/// </summary>
internal sealed class SubmitFacts
{
    private readonly Dictionary<int, Guid> found = [];
    private readonly Dictionary<Guid, List<DocumentRow>> earlier = [];
    private readonly HashSet<DeliveryStatusKey> taken = [];
    private readonly Dictionary<Guid, DocumentFacts> targets = [];
    private IReadOnlySet<Guid> replaced = new HashSet<Guid>();

    public Dictionary<SubmissionKey, SubmissionRow> Submissions { get; } = [];

    public Dictionary<RefusalKey, RefusalRow> Refusals { get; } = [];

    public required DeliveryBook Book { get; init; }

    /// <summary>What the senders have sent before.</summary>
    public required SentBefore Before { get; init; }

    public static async Task<SubmitFacts> ReadAsync(
        IReadOnlyList<JudgedSubmission> batch, ILedgerTransaction transaction, DeliveryBook book, CancellationToken cancellation)
    {
        var facts = new SubmitFacts { Book = book, Before = new(book) };
        foreach (var row in await transaction.FindSubmissionsAsync([.. batch.Select(KeyOf).Distinct()], cancellation))
        {
            facts.Submissions[new(row.AdapterCode, row.SubmissionId)] = row;
        }

        foreach (var row in await transaction.FindRefusalsAsync([.. batch.Select(RefusalKeyOf).Distinct()], cancellation))
        {
            facts.Refusals[new(row.AdapterCode, row.SubmissionId, row.Try, row.PackageSha256)] = row;
        }

        var open = batch.Select((judged, ordinal) => (judged, ordinal))
            .Where(item => item.judged.Question is not null
                && !facts.Submissions.ContainsKey(KeyOf(item.judged)) && !facts.Refusals.ContainsKey(RefusalKeyOf(item.judged)))
            .ToArray();
        await facts.Before.ReadAsync([.. open.Select(item => item.judged.Question!)], transaction, cancellation);
        await facts.ReadTargetsAsync([.. open.Where(item => item.judged.Question is { Package.Kind: PackageKind.Status, Address.Receivers.Count: > 0 })], transaction, cancellation);
        await facts.ReadRepeatedAsync(batch, transaction, cancellation);
        return facts;
    }

    /// <summary>True when a mended document has taken its place, or waits to.</summary>
    public bool IsReplaced(Guid deliveryId) => replaced.Contains(deliveryId);

    public static SubmissionKey KeyOf(JudgedSubmission judged) => new(judged.Adapter, judged.Message.SubmissionId);

    public static RefusalKey RefusalKeyOf(JudgedSubmission judged) =>
        new(judged.Adapter, judged.Message.SubmissionId, judged.Message.Try, judged.Verdict.PackageSha256);

    public StatusFacts StatusOf(int ordinal, Manifest manifest, StatusHeader header, Guid from)
    {
        var named = manifest.TargetDelivery is { } id ? Book.Find(id) : null;
        var match = found.TryGetValue(ordinal, out var other) ? Book.Find(other) : null;
        return (named ?? match) is { } target
            ? new(
                named, match, TextsOf(target, header.StatusCode), taken.Contains(StatusReference.KeyOf(target.DeliveryId, manifest, header, from)),
                Book.Changes.CarriedBy(target.DeliveryId).Count > 0, Book.Changes.AnsweredBy(target.DeliveryId, header.StatusCode, manifest.SealedAt))
            : new(named, match, [], false, false, []);
    }

    /// <summary>The due date of a document of which a status proves the arrival.</summary>
    public DateOnly? DueDateOf(Guid documentId) => targets.GetValueOrDefault(documentId)?.DueDate;

    /// <summary>The type of a document that is asked back.</summary>
    public string? TypeOf(Guid documentId) => targets.GetValueOrDefault(documentId)?.TypeName;

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

    private async Task ReadTargetsAsync(
        (JudgedSubmission Judged, int Ordinal)[] statuses, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        if (statuses.Length == 0)
        {
            return;
        }

        Book.Measure(await transaction.ListAdapterLinksAsync(cancellation));
        Guid[] named = [.. statuses.Select(item => ((VerifyOutcome.Verified)item.Judged.Verdict).Manifest.TargetDelivery)
            .OfType<Guid>().Distinct()];
        Book.Read(await transaction.FindDeliveriesAsync(named, cancellation));
        DocumentReference[] references = [.. statuses.SelectMany(item => StatusReference.Of(item.Ordinal, item.Judged))];
        foreach (var match in await transaction.FindByReferenceAsync(references, cancellation))
        {
            found[match.Ordinal] = match.Delivery.DeliveryId;
            Book.Read(match.Delivery);
        }

        var aimed = statuses.Select(item => (
                Status: (VerifyOutcome.Verified)item.Judged.Verdict,
                From: item.Judged.Question!.Address.Sender!.AgencyId,
                Target: Book.Find(((VerifyOutcome.Verified)item.Judged.Verdict).Manifest.TargetDelivery ?? found.GetValueOrDefault(item.Ordinal))))
            .Where(item => item.Target is not null).ToArray();
        await Book.ReadChangesAsync(
            [.. aimed.Where(item => JudgeStatus.ConcernsRequests(item.Status.Package.Status!.StatusCode)).Select(item => item.Target!.DeliveryId).Distinct()],
            transaction, cancellation);
        Guid[] asked = [.. aimed.Where(item => item.Target!.Transport != TransportState.Done || item.Status.Package.Status!.StatusCode == StatusCodes.TakeBack)
            .Select(item => item.Target!.DocumentId).Distinct()];
        foreach (var document in await transaction.FindDocumentFactsAsync(asked, cancellation))
        {
            targets[document.DocumentId] = document;
        }

        DeliveryStatusKey[] keys = [.. aimed.Select(item =>
            StatusReference.KeyOf(item.Target!.DeliveryId, item.Status.Manifest, item.Status.Package.Status!, item.From)).Distinct()];
        foreach (var row in await transaction.FindStatusesAsync(keys, cancellation))
        {
            Taken(row);
        }

        // Only where a status may be a repeat in other words have earlier ones to be known: seldom.
        var spoken = aimed.Where(item => JudgeStatus.AsksForEarlier(item.Status.Package.Status!.StatusCode, item.Target!))
            .Select(item => item.Target!.DeliveryId).Distinct().ToArray();
        var requests = await transaction.FindRequestsAboutAsync(spoken, cancellation);
        var documents = (await transaction.FindDocumentsAsync([.. requests.Select(request => request.DocumentId).Distinct()], cancellation))
            .ToDictionary(document => document.DocumentId);
        foreach (var group in requests.GroupBy(request => request.TargetDeliveryId!.Value))
        {
            earlier[group.Key] = [.. group.OrderByDescending(request => request.AcceptedAt).ThenByDescending(request => request.DeliveryId)
                .Select(request => documents[request.DocumentId])];
        }
    }

    private async Task ReadRepeatedAsync(
        IReadOnlyList<JudgedSubmission> batch, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        Guid[] repeated = [.. batch.Select(judged => Submissions.GetValueOrDefault(KeyOf(judged)))
            .OfType<SubmissionRow>().Select(row => row.DocumentId).Distinct()];
        var rows = await transaction.FindDeliveriesOfAsync(repeated, cancellation);
        Book.Read(rows);
        replaced = await transaction.FindReplacedAsync(
            [.. rows.Where(row => row.Transport == TransportState.Fail).Select(row => row.DeliveryId)], cancellation);
    }
}
