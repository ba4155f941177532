using System.Diagnostics;
using System.Threading.Channels;
using Axis.Contracts;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Telemetry;
using Polly;
using Polly.Timeout;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// The one way out of claimed deliveries: published concurrently, confirmed, then marked in one update for all that are confirmed within a
/// moment. What the broker does not take goes back to waiting and uses no attempt. Nothing here has to survive:
/// a claim that ends with its lease is published again under the same attempt (protocol.md 10, rows 7 and 8).
/// </summary>
internal sealed class PublishDeliveries(
    IAdapterQueues queues, ILedger ledger, IAgencyRegistry registry, SpoolIds spools, AdapterPauses pauses, HubMetrics metrics,
    HubOptions options, TimeProvider time, ILogger<PublishDeliveries> logger) : BackgroundService
{
    private const int AtOnce = 256;

    /// <summary>Nobody waits for a mark, and each one alone would cost a commit.</summary>
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(20);

    private readonly Channel<Publication> outgoing = Channel.CreateBounded<Publication>(new BoundedChannelOptions(4 * AtOnce) { SingleReader = true });
    private readonly Channel<Sent> confirmed = Channel.CreateUnbounded<Sent>(new UnboundedChannelOptions { SingleReader = true });

    // The ledger owns the retry; a time limit is all that this hop needs. The broker answers in its own time, not in a simulated one.
    private readonly ResiliencePipeline limit = new ResiliencePipelineBuilder { Name = "publish" }
        .AddTimeout(TimeSpan.FromSeconds(30)).Build();

    private readonly CancellationTokenSource patience = new();
    private int unfinished;

    /// <summary>True when nothing handed over is still to be published or marked.</summary>
    public bool IsIdle => Volatile.Read(ref unfinished) == 0;

    /// <summary>Takes claimed deliveries over; waits while the broker is slower than the ledger.</summary>
    public async ValueTask HandAsync(IEnumerable<Publication> publications, CancellationToken cancellation)
    {
        foreach (var publication in publications)
        {
            Interlocked.Increment(ref unfinished);
            await outgoing.Writer.WriteAsync(publication, cancellation);
        }
    }

    /// <summary>What is not published by then goes back to waiting, so that nobody has to wait for its lease.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        outgoing.Writer.TryComplete();
        await using (cancellationToken.Register(static state => ((CancellationTokenSource)state!).Cancel(), patience))
        {
            await base.StopAsync(cancellationToken);
        }
    }

    public override void Dispose()
    {
        patience.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();

        // The first that fails ends the hub; waiting for both would hide it behind the one that only the first one's end ends.
        await foreach (var ended in Task.WhenEach(PublishAsync(stoppingToken), MarkAsync(patience.Token)))
        {
            await ended;
        }
    }

    private async Task PublishAsync(CancellationToken stopping)
    {
        var batch = new List<Publication>(AtOnce);
        while (await outgoing.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < AtOnce && outgoing.Reader.TryRead(out var publication))
            {
                batch.Add(publication);
            }

            CrashPoint.Pass(HubCrashPoints.CommittedNotPublished);
            using var activity = HubActivity.Batch("publish", batch.Count);
            var directory = await registry.CurrentAsync(CancellationToken.None);
            foreach (var sent in await Task.WhenAll(batch.Select(publication => SendAsync(publication, directory, stopping))))
            {
                confirmed.Writer.TryWrite(sent);
            }
        }

        confirmed.Writer.Complete();
    }

    private async Task<Sent> SendAsync(Publication publication, AgencyDirectory directory, CancellationToken stopping)
    {
        var row = publication.Delivery;
        if (stopping.IsCancellationRequested || pauses.IsPaused(row.AdapterCode))
        {
            return new(row, null, null);
        }

        using var step = HubActivity.Step("deliver", publication.Document.SubmissionId, row.AdapterCode, ActivityKind.Producer)?.Tag(HubActivity.Delivery, row.DeliveryId);
        try
        {
            var message = Compose(publication, directory);
            await limit.ExecuteAsync(
                static async (state, token) => await state.queues.SendAsync(state.row.AdapterCode, WireNames.Deliver, state.message, token),
                (queues, row, message), stopping);
            pauses.Accepted(row.AdapterCode);
            metrics.DeliveriesPublished(row.Kind);
            return new(row, time.GetUtcNow(), await spools.FindAsync(row.AdapterCode, stopping));
        }
        catch (Exception refused) when (refused is PublishRefusedException or TimeoutRejectedException)
        {
            step?.Fail("refused");
            metrics.PublishRefused(WireNames.Deliver);
            DeliverLog.PublishRefused(logger, refused, row.AdapterCode, 1, pauses.Refused(row.AdapterCode));
            return new(row, null, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Whether the broker has it nobody knows; a second copy under the same attempt is folded by the spool.
            return new(row, null, null);
        }
    }

    private DeliverMessage Compose(Publication publication, AgencyDirectory directory)
    {
        var (row, document) = (publication.Delivery, publication.Document);
        return new(
            row.DeliveryId, row.DocumentId, row.Attempt, row.Kind, directory.Find(row.ReceiverAgencyId)?.Code ?? row.ReceiverCode,
            row.Priority, document.Manifest, document.Seal, publication.Findings, new(options.AxisCode, document.AcceptedAt),
            publication.Package,
            publication.Package is null ? new ContentReference(document.PackageSha256, document.PackageLength) : null,
            publication.About);
    }

    private async Task MarkAsync(CancellationToken patience)
    {
        var batch = new List<Sent>();
        while (await confirmed.Reader.WaitToReadAsync(patience))
        {
            batch.Clear();
            await Task.Delay(GatherFor, TimeProvider.System, patience);
            while (batch.Count < 8 * AtOnce && confirmed.Reader.TryRead(out var sent))
            {
                batch.Add(sent);
            }

            CrashPoint.Pass(HubCrashPoints.PublishedNotMarked);
            PublishedMark[] marks = [.. batch.Where(sent => sent.At is not null)
                .Select(sent => new PublishedMark(sent.Row.DeliveryId, sent.Row.Attempt, sent.At!.Value, sent.Spool))];
            Guid[] released = [.. batch.Where(sent => sent.At is null).Select(sent => sent.Row.DeliveryId)];
            await ledger.WriteAsync("published", async (transaction, token) =>
            {
                if (marks.Length > 0)
                {
                    await transaction.MarkPublishedAsync(marks, token);
                }

                if (released.Length > 0)
                {
                    await transaction.ReleaseClaimsAsync(options.Name, released, token);
                }

                return marks.Length;
            }, patience);
            Interlocked.Add(ref unfinished, -batch.Count);
        }
    }

    /// <summary>What became of one publication: confirmed at a time, or not taken.</summary>
    private readonly record struct Sent(DeliveryRow Row, DateTimeOffset? At, Guid? Spool);
}
