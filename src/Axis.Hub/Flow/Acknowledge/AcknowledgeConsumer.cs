using Axis.Contracts;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>
/// Takes batches of sealed acknowledgements: seals judged in parallel, every line decided by the machine in order, everything
/// that follows written in one ledger transaction. Places that became free are filled from the backlog.
/// </summary>
internal sealed class AcknowledgeConsumer(
    ILedger ledger, OpenAcknowledgement open, IDueTimes dueTimes, DispatchBacklog dispatch, Backlogs backlogs, SendCancels cancels, SendMarks marks, HubMetrics metrics,
    HubOptions options, TimeProvider time, ILogger<AcknowledgeConsumer> logger) : IBatchHandler<SealedMessage>
{
    public async Task HandleAsync(IReadOnlyList<Incoming<SealedMessage>> batch, CancellationToken cancellation)
    {
        using var activity = HubActivity.Batch("acknowledge", batch.Count);
        var since = TimeProvider.System.GetUtcNow();
        metrics.BatchHandled(WireNames.AcknowledgeQueue, batch.Count);
        var opened = new OpenedAcknowledgement[batch.Count];
        await Parallel.ForAsync(0, batch.Count, cancellation, async (place, token) => opened[place] = await open.OpenAsync(batch[place], token));
        var decided = await CommitAsync(opened, cancellation);
        foreach (var refused in opened.Where(message => message.Body is null))
        {
            AcknowledgeLog.Refused(logger, refused.Incoming.Adapter, refused.Fault!);
        }

        decided.Tell(logger, metrics, since);
        if (backlogs.Any || decided.Restarted)
        {
            dispatch.Ring();
        }

        if (decided.Cancels.Count > 0)
        {
            cancels.Ring();
        }

        if (decided.HasMarks)
        {
            marks.Ring();
        }

        CrashPoint.Pass(HubCrashPoints.AcknowledgeCommitted);
    }

    private async Task<DecideAcknowledgements> CommitAsync(OpenedAcknowledgement[] opened, CancellationToken cancellation)
    {
        try
        {
            return await ledger.WriteAsync("acknowledge", (transaction, token) => DecideAsync(opened, transaction, token), cancellation);
        }
        catch (WorkConflictException) when (opened.Length > 1)
        {
            // Order is kept: an adapter's later line must not be decided before its earlier one.
            var half = opened.Length / 2;
            var first = await CommitAsync([.. opened.Take(half)], cancellation);
            return first.And(await CommitAsync([.. opened.Skip(half)], cancellation));
        }
    }

    private async Task<DecideAcknowledgements> DecideAsync(
        OpenedAcknowledgement[] opened, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(time.GetUtcNow());
        var book = new DeliveryBook(dueTimes, options, now);
        var facts = await AcknowledgeFacts.ReadAsync(opened, transaction, book, cancellation);
        var decided = new DecideAcknowledgements(facts, now);
        foreach (var message in opened)
        {
            decided.Decide(message);
        }

        await transaction.InsertContentAsync(
            [.. opened.Where(message => message.Body is not null).DistinctBy(message => message.Sha256)
                .Select(message => new ContentRow(message.Sha256, message.Evidence, now))], cancellation);

        // Before the book: what fails and arrives in one batch is settled at once.
        await transaction.InsertStuckAsync(decided.Stuck, cancellation);
        await book.WriteAsync(transaction, cancellation);
        await transaction.SaveCancelsAsync(decided.SettledCancels, cancellation);
        await transaction.OpenCancelsAsync(decided.Cancels, cancellation);
        await transaction.SaveMarksAsync(decided.AnsweredMarks, cancellation);
        foreach (var group in decided.Notices.GroupBy(notice => (notice.Kind, notice.Adapter)))
        {
            await transaction.AppendAuditAsync(
                "hub", group.Key.Kind, "adapter:" + group.Key.Adapter, $"{group.Count()} lines, the first of delivery {group.First().DeliveryId}", now, cancellation);
        }

        foreach (var link in decided.AnsweredQueries)
        {
            await transaction.SaveQueryAsync(link, link.QueryNumber, cancellation);
        }

        CrashPoint.Pass(HubCrashPoints.AcknowledgeBeforeCommit);
        return decided;
    }
}
