using System.Collections.Concurrent;
using Axis.Contracts;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// Asks adapters what they hold of what has been silent too long: one query outstanding per adapter, a barrier in its queue
/// behind everything published before (protocol.md 6).
/// </summary>
internal sealed class SendQueries(
    ILedger ledger, IAgencyRegistry registry, IAdapterQueues queues, AdapterPauses pauses, HubMetrics metrics, HubOptions options,
    PumpStates states, TimeProvider time, ILogger<SendQueries> logger)
    : Pump("query", options.QueryAfter / 8, states, time, logger)
{
    private const int PerQuery = 500;
    private readonly ConcurrentDictionary<string, DateTimeOffset> lastSent = new(StringComparer.Ordinal);

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var (backlog, links) = await ledger.ReadAsync("silent", static async (reader, token) =>
            (await reader.ListBacklogAsync(token), await reader.ListAdapterLinksAsync(token)), cancellation);
        var byAdapter = links.ToDictionary(link => link.AdapterCode, StringComparer.Ordinal);
        foreach (var adapter in backlog.Where(line => line.InFlight + line.Held > 0).Select(line => line.AdapterCode))
        {
            var link = byAdapter.GetValueOrDefault(adapter);
            if (directory.FindAdapter(adapter) is { Active: true } && !pauses.IsPaused(adapter) && MayAsk(adapter, link))
            {
                await AskAsync(adapter, cancellation);
            }
        }

        return false;
    }

    private bool MayAsk(string adapter, AdapterLinkRow? link)
    {
        var now = Time.GetUtcNow();
        if (lastSent.TryGetValue(adapter, out var last) && now < last + options.QueryAfter)
        {
            return false;
        }

        return link?.QuerySentAt is not { } sent
            || Rhythm.IsDue(sent, options.QueryAfter, link.QueryRepeats + 1, link.HeartbeatAt, now);
    }

    private async Task AskAsync(string adapter, CancellationToken cancellation)
    {
        var query = await ledger.WriteAsync("query", async (transaction, token) =>
        {
            // Another hub may have asked meanwhile: what was read before the transaction is only a reason to look.
            var link = (await transaction.ListAdapterLinksAsync(token)).FirstOrDefault(row => row.AdapterCode == adapter)
                ?? new AdapterLinkRow { AdapterCode = adapter };
            var now = Time.GetUtcNow();
            if (!MayAsk(adapter, link))
            {
                return null;
            }

            var silent = await transaction.FindSilentAsync(adapter, now - options.QueryAfter, now - options.QueryHeldAfter, PerQuery, token);
            var repeats = link.QuerySentAt is null ? 0 : link.QueryRepeats + 1;
            if (silent.Count == 0)
            {
                if (link.QuerySentAt is not null)
                {
                    // Nothing is silent any more, so nothing is outstanding, whoever answered.
                    await transaction.SaveQueryAsync(link with { QuerySentAt = null, QueryRepeats = 0 }, link.QueryNumber, token);
                }

                return null;
            }

            var number = link.QueryNumber + 1;
            await transaction.SaveDeliveriesAsync(
                [.. silent.Select(row => new DeliveryChange(DeliveryMachine.Queried(row, number), row.Version))], token);
            await transaction.SaveQueryAsync(link with { QueryNumber = number, QuerySentAt = now, QueryRepeats = repeats }, link.QueryNumber, token);
            return new QueryMessage(number, [.. silent.Select(row => new QueryItem(row.DeliveryId, row.Attempt))]);
        }, cancellation);
        if (query is null)
        {
            return;
        }

        lastSent[adapter] = Time.GetUtcNow();
        CrashPoint.Pass(HubCrashPoints.QueryNotSent);
        try
        {
            await queues.SendAsync(adapter, WireNames.Query, query, cancellation);
            DeliverLog.Queried(Logger, adapter, query.Number, query.Items.Count);
        }
        catch (PublishRefusedException refused)
        {
            // It counts as outstanding and is repeated like one that the queue lost.
            metrics.PublishRefused(WireNames.Query);
            DeliverLog.PublishRefused(Logger, refused, adapter, 1, pauses.Refused(adapter));
        }
    }
}
