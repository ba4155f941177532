using Axis.Contracts;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Submit.Content;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Content;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// Takes batches of submissions: verified in parallel, routed, decided and written in one ledger transaction; then the claimed
/// deliveries and the receipts go out. When it returns, every submission is decided and durable.
/// </summary>
internal sealed class SubmitConsumer(
    ILedger ledger, IAgencyRegistry registry, VerifySubmission verify, IContentStore contents, IDueTimes dueTimes,
    PublishDeliveries publish, SendReceipts receipts, DispatchBacklog dispatch, SendCancels cancels, SendMarks marks, Backlogs backlogs, AdapterPauses pauses,
    HubMetrics metrics, HubOptions options, TimeProvider time, ILogger<SubmitConsumer> logger) : IBatchHandler<SubmitMessage>
{
    /// <summary>From this count of earlier deliveries on a message is handled alone (protocol.md 6).</summary>
    private const int SuspectFrom = 3;

    public async Task HandleAsync(IReadOnlyList<Incoming<SubmitMessage>> batch, CancellationToken cancellation)
    {
        using var activity = HubActivity.Batch("submit", batch.Count);
        metrics.BatchHandled(WireNames.SubmitQueue, batch.Count);
        Incoming<SubmitMessage>[] sound = [.. batch.Where(incoming => incoming.DeliveryCount < SuspectFrom)];
        if (sound.Length > 0)
        {
            await TakeAsync(sound, cancellation);
        }

        foreach (var suspect in batch.Where(incoming => incoming.DeliveryCount >= SuspectFrom))
        {
            await TakeAsync([suspect], cancellation);
        }
    }

    private async Task TakeAsync(IReadOnlyList<Incoming<SubmitMessage>> batch, CancellationToken cancellation)
    {
        var folded = FoldSubmissions.Of(batch);
        var judged = new JudgedSubmission[folded.Count];
        await Parallel.ForAsync(0, folded.Count, cancellation, async (place, token) =>
        {
            var (incoming, copies) = folded[place];
            using var step = HubActivity.Step("verify", incoming.Message.SubmissionId, incoming.Adapter);
            var verdict = await verify.VerifyAsync(incoming, token);
            judged[place] = new(incoming, copies, verdict, null);
            if (verdict.TimeStamp is { } stamp)
            {
                metrics.TimeStampJudged(stamp);
            }
        });
        var directory = await registry.CurrentAsync(cancellation);
        AddressAll(judged, directory);
        if (judged.Any(submission => submission.Question is { Address.TurnsAway: true }))
        {
            // What another process has just added to the registry must not be refused for the age of a snapshot.
            directory = await registry.LatestAsync(cancellation);
            AddressAll(judged, directory);
        }

        await KeepLargeAsync(judged, cancellation);
        await CommitAsync(judged, directory, cancellation);
        CrashPoint.Pass(HubCrashPoints.CommittedNotAcknowledged);
    }

    private void AddressAll(JudgedSubmission[] judged, AgencyDirectory directory)
    {
        var now = time.GetUtcNow();
        for (var place = 0; place < judged.Length; place++)
        {
            if (judged[place] is { Verdict: VerifyOutcome.Verified verified } submission)
            {
                var address = Addressing.Of(submission.Adapter, verified.Package, verified.Seal, directory, now, verified.Manifest.SealedAt, options.AxisCode);
                judged[place] = submission with
                {
                    Question = new(verified.Package, verified.PackageSha256, verified.Checked, address)
                    {
                        SealedAt = verified.Manifest.SealedAt, Target = verified.Manifest.TargetDelivery,
                    },
                };
            }
            else if (judged[place].Verdict is VerifyOutcome.Refused
                && Manifest.Read(judged[place].Message.Manifest) is ManifestOutcome.Accepted { Value: { Kind: Manifest.Edoc } manifest }
                && directory.Resolve(manifest.Sender, now) is { } claimed && directory.AdapterServing(claimed)?.Code == judged[place].Adapter)
            {
                judged[place] = judged[place] with { Claimed = claimed.AgencyId };
            }
        }
    }

    /// <summary>A large package that came inside its message is in its place before a row may name it (protocol.md 7).</summary>
    private async Task KeepLargeAsync(JudgedSubmission[] judged, CancellationToken cancellation)
    {
        foreach (var large in judged)
        {
            if (large is { Verdict: VerifyOutcome.Verified { Checked.Failed: false } verified, Message.Package: { } bytes } && bytes.Length > options.InlineLimit)
            {
                using var stream = new MemoryStream(bytes, writable: false);
                var note = KeptReading.Write(new ReadOutcome.Read(verified.Package) { Sha256 = verified.PackageSha256, Length = bytes.Length });
                await contents.PutAsync(large.Adapter, verified.PackageSha256, 0, stream, async (content, _, token) =>
                {
                    await content.CopyToAsync(Stream.Null, token);
                    return new(note);
                }, cancellation);
            }
        }
    }

    private async Task CommitAsync(JudgedSubmission[] judged, AgencyDirectory directory, CancellationToken cancellation)
    {
        SubmitResult result;
        var since = TimeProvider.System.GetUtcNow();
        try
        {
            result = await ledger.WriteAsync(
                "submit", (transaction, token) => DecideAsync(judged, directory, transaction, token), cancellation);
        }
        catch (WorkConflictException conflict) when (judged.Length > 1)
        {
            SubmitLog.Halved(logger, conflict, judged.Length);
            var half = judged.Length / 2;
            await CommitAsync([.. judged.Take(half)], directory, cancellation);
            await CommitAsync([.. judged.Skip(half)], directory, cancellation);
            return;
        }

        foreach (var (one, outcome) in judged.Zip(result.Outcomes))
        {
            metrics.SubmissionJudged(outcome);
            HubActivity.Step("decide", one.Message.SubmissionId, one.Adapter, since: since)?.Tag(HubActivity.Outcome, outcome).Dispose();
        }

        receipts.Hand(result.Receipts);
        await publish.HandAsync(result.Publications, cancellation);
        if (result.HasBacklog)
        {
            dispatch.Ring();
        }

        if (result.HasOrders)
        {
            cancels.Ring();
            marks.Ring();
        }
    }

    /// <summary>Reads everything it decides on inside the transaction, so that a second run sees the winner of a collision.</summary>
    private async Task<SubmitResult> DecideAsync(
        JudgedSubmission[] judged, AgencyDirectory directory, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(time.GetUtcNow());
        var book = new DeliveryBook(dueTimes, options, now);
        var facts = await SubmitFacts.ReadAsync(judged, transaction, book, cancellation);
        var decided = new DecidedBatch(facts, dueTimes, options, now);
        var decide = new DecideSubmissions(facts, decided);
        foreach (var one in judged)
        {
            decide.Decide(one);
        }

        await book.FollowAsync(transaction, cancellation);
        var claimed = await ClaimAsync(decided, book, directory, now, transaction, cancellation);
        await transaction.InsertContentAsync([.. decided.Contents.DistinctBy(content => content.Sha256)], cancellation);
        await transaction.InsertDocumentsAsync(decided.Documents, cancellation);
        await transaction.InsertSubmissionsAsync(decided.Submissions, cancellation);
        await transaction.RecordRefusalsAsync(
            [.. decided.Refusals.GroupBy(row => (row.AdapterCode, row.SubmissionId, row.Try, row.PackageSha256))
                .Select(copies => copies.First() with { Copies = copies.Sum(row => row.Copies) })], cancellation);
        await decided.Cases.WriteAsync(transaction, cancellation);
        await transaction.RaiseAlertsAsync(decided.Alerts, cancellation);
        await transaction.RearmReceiptsAsync(decided.Repeats, cancellation);
        await book.WriteAsync(transaction, cancellation);
        await transaction.InsertStatusesAsync(decided.Statuses, cancellation);
        await transaction.OpenCancelsAsync(decided.Cancels, cancellation);
        CrashPoint.Pass(decided.HasStatuses ? HubCrashPoints.StatusBeforeCommit : HubCrashPoints.BeforeCommit);
        var waiting = decided.Ready.Count - claimed.Count > 0 || decided.Restarted || book.HasReleased;
        return new([.. claimed.Select(decided.PublicationOf)], decided.Receipts, decided.Outcomes, waiting,
            decided.Cancels.Count > 0 || book.Changes.Marks.Count > 0);
    }

    /// <summary>Claims what the windows have room for, urgent ones beyond it; the rest lines up behind the backlog.</summary>
    private async Task<IReadOnlyList<DeliveryRow>> ClaimAsync(
        DecidedBatch decided, DeliveryBook book, AgencyDirectory directory, DateTimeOffset now, ILedgerTransaction transaction,
        CancellationToken cancellation)
    {
        DeliveryRow[] ready = [.. decided.Ready.Select(id => book.Find(id)!)
            .Where(row => row.VoidAs is null && directory.FindAdapter(row.AdapterCode) is { Active: true } && !pauses.IsPaused(row.AdapterCode))
            .OrderByDescending(row => row.Priority)];
        if (ready.Length == 0)
        {
            return [];
        }

        var inFlight = await transaction.CountInFlightAsync([.. ready.Select(row => row.AdapterCode).Distinct()], cancellation);
        var free = inFlight.ToDictionary(pair => pair.Key, pair => options.Window - pair.Value, StringComparer.Ordinal);
        var claimed = new List<DeliveryRow>(ready.Length);
        foreach (var row in ready)
        {
            var room = free.GetValueOrDefault(row.AdapterCode, options.Window);
            if (row.Priority > 0 || (room > 0 && !backlogs.Contains(row.AdapterCode)))
            {
                free[row.AdapterCode] = room - 1;
                claimed.Add(book.Claim(row.DeliveryId, now + options.ClaimLease));
            }
        }

        backlogs.Left(ready.Where(row => book.Find(row.DeliveryId)!.Phase == DispatchPhase.Waiting).Select(row => row.AdapterCode));
        return claimed;
    }
}
