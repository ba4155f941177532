using Axis.Contracts.Edxml;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// What the ledger knows of a batch, read at once inside the transaction and kept up to date while the batch is decided, so that
/// the second of two submissions sees what became of the first.
/// </summary>
internal sealed class SubmitFacts
{
    private readonly Dictionary<Guid, DocumentFacts> arrived = [];
    private IReadOnlySet<Guid> replaced = new HashSet<Guid>();

    public Dictionary<SubmissionKey, SubmissionRow> Submissions { get; } = [];

    public Dictionary<RefusalKey, RefusalRow> Refusals { get; } = [];

    public required DeliveryBook Book { get; init; }

    /// <summary>What the senders have sent before.</summary>
    public required SentBefore Before { get; init; }

    /// <summary>What their statuses speak of.</summary>
    public required SpokenOf Spoken { get; init; }

    public static async Task<SubmitFacts> ReadAsync(
        IReadOnlyList<JudgedSubmission> batch, ILedgerTransaction transaction, DeliveryBook book, CancellationToken cancellation)
    {
        var facts = new SubmitFacts { Book = book, Before = new(book), Spoken = new(book) };
        foreach (var row in await transaction.FindSubmissionsAsync([.. batch.Select(KeyOf).Distinct()], cancellation))
        {
            facts.Submissions[new(row.AdapterCode, row.SubmissionId)] = row;
        }

        foreach (var row in await transaction.FindRefusalsAsync([.. batch.Select(RefusalKeyOf).Distinct()], cancellation))
        {
            facts.Refusals[new(row.AdapterCode, row.SubmissionId, row.Try, row.PackageSha256)] = row;
        }

        DoorQuestion[] open =
        [
            .. batch.Where(judged => !facts.Submissions.ContainsKey(KeyOf(judged)) && !facts.Refusals.ContainsKey(RefusalKeyOf(judged)))
                .Select(judged => judged.Question).OfType<DoorQuestion>(),
        ];
        await facts.Before.ReadAsync(open, transaction, cancellation);
        await facts.Spoken.ReadAsync(open, transaction, cancellation);
        await facts.ReadArrivalsAsync([.. open.Where(question => question.Package.Kind == PackageKind.Status)], transaction, cancellation);
        await facts.ReadRepeatedAsync(batch, transaction, cancellation);
        return facts;
    }

    /// <summary>True when a mended document has taken its place, or waits to.</summary>
    public bool IsReplaced(Guid deliveryId) => replaced.Contains(deliveryId);

    public static SubmissionKey KeyOf(JudgedSubmission judged) => new(judged.Adapter, judged.Message.SubmissionId);

    public static RefusalKey RefusalKeyOf(JudgedSubmission judged) =>
        new(judged.Adapter, judged.Message.SubmissionId, judged.Message.Try, judged.Verdict.PackageSha256);

    /// <summary>A document of which a status proves the arrival.</summary>
    public DocumentFacts? FactsOf(Guid documentId) => arrived.GetValueOrDefault(documentId);

    /// <summary>What it takes to let statuses prove the arrival of their targets.</summary>
    private async Task ReadArrivalsAsync(DoorQuestion[] statuses, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        if (statuses.Length == 0)
        {
            return;
        }

        Book.Measure(await transaction.ListAdapterLinksAsync(cancellation));
        Guid[] arriving = [.. statuses.Select(Spoken.TargetOf).OfType<DeliveryRow>().Where(target => target.Transport != TransportState.Done).Select(target => target.DocumentId).Distinct()];
        foreach (var document in await transaction.FindDocumentFactsAsync(arriving, cancellation))
        {
            arrived[document.DocumentId] = document;
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
