using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// Refills the adapters' windows from the ledger: when acknowledgements free places, when a time comes, and when somebody's
/// claim has run out (protocol.md 6). Suspended adapters, those whose queue refused lately, and what goes to suspended agencies are left out.
/// </summary>
internal sealed class DispatchBacklog(
    ILedger ledger, IAgencyRegistry registry, LoadPublications load, PublishDeliveries publish, AdapterPauses pauses, Backlogs backlogs,
    HubOptions options, PumpStates states, TimeProvider time, ILogger<DispatchBacklog> logger)
    : Pump("dispatch", TimeSpan.FromSeconds(1), states, time, logger)
{
    private const int AtOnce = 250;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var paused = pauses.Paused;
        var request = new ClaimRequest(
            options.Name, Time.GetUtcNow(), options.ClaimLease, options.Window, AtOnce,
            [.. directory.Adapters.Where(adapter => adapter.Active && !paused.Contains(adapter.Code)).Select(adapter => adapter.Code)],
            directory.Suspended);
        var claimed = await ledger.WriteAsync("claim", (transaction, token) => transaction.ClaimAsync(request, token), cancellation);
        if (claimed.Count > 0)
        {
            DeliverLog.Claimed(Logger, claimed.Count);
            await publish.HandAsync(await load.LoadAsync(claimed, cancellation), cancellation);
        }

        if (claimed.Count == AtOnce)
        {
            return true;
        }

        if (backlogs.Any || claimed.Count > 0)
        {
            var left = await ledger.ReadAsync("backlog", static (reader, token) => reader.ListBacklogAsync(token), cancellation);
            backlogs.Show(left.Where(line => line.Waiting > 0 && line.InFlight >= options.Window).Select(line => line.AdapterCode));
        }

        return false;
    }
}
