using System.Text;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Audit;
using Axis.Hub.Operate.Cancels;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Outages;

namespace Axis.Hub.Operate.Queues;

/// <summary>Adapters and queues as the registry, the ledger and the broker see them together.</summary>
internal sealed class ListQueues(
    HubOptions options, ILedger ledger, IAgencyRegistry registry, IBrokerQueues broker, StuckStore stuck, CancelStore cancels, NoticeStore notices,
    AlertStore alerts, OutageDesk outages, TimeProvider time)
{
    private const int MostNotices = 20;
    private static readonly TimeSpan NoticeLife = TimeSpan.FromDays(7);

    public async Task<QueuesView> ListAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var (backlogs, links) = await ledger.ReadAsync("list-queues", async (reader, token) =>
            (await reader.ListBacklogAsync(token), await reader.ListAdapterLinksAsync(token)), cancellation);
        var queues = await broker.ReadAsync(cancellation);
        var agencies = directory.Agencies.GroupBy(agency => directory.AdapterServing(agency)?.Code ?? "").ToDictionary(group => group.Key, group => group.Count());
        var byCode = backlogs.ToDictionary(line => line.AdapterCode);
        var linkOf = links.ToDictionary(link => link.AdapterCode);
        return new(time.GetUtcNow(), options.Window,
            [.. directory.Adapters.OrderBy(adapter => adapter.Code, StringComparer.Ordinal)
                .Select(adapter => View(adapter, agencies.GetValueOrDefault(adapter.Code), byCode.GetValueOrDefault(adapter.Code), linkOf.GetValueOrDefault(adapter.Code)))],
            queues?.OrderBy(queue => queue.Name, StringComparer.Ordinal).ToArray(),
            await stuck.CountOpenAsync(cancellation),
            await cancels.CountUndecidedAsync(cancellation),
            await notices.ListAsync(time.GetUtcNow() - NoticeLife, MostNotices, cancellation),
            await alerts.ListAsync(null, MostNotices, cancellation),
            await outages.ListAsync(all: false, cancellation));
    }

    private static AdapterView View(AdapterEntry adapter, int agencies, AdapterBacklog? backlog, AdapterLinkRow? link)
    {
        var beat = link?.HeartbeatJson is { } json ? WireJson.Read<HeartbeatMessage>(Encoding.UTF8.GetBytes(json)) : null;
        return new(adapter.Code, adapter.Name, adapter.Active, agencies,
            backlog?.Waiting ?? 0, backlog?.InFlight ?? 0, backlog?.Held ?? 0, backlog?.OldestWaiting,
            link?.HeartbeatAt, link?.ClockSkewMs, link?.QuerySentAt,
            beat?.AdapterVersion, beat?.OutgoingBacklog, beat?.IncomingBacklog, beat?.DiskFreeBytes);
    }
}
