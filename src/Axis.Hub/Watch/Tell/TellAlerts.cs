using Axis.Contracts;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;
using Axis.Hub.Watch.Alerts;
using MassTransit;

namespace Axis.Hub.Watch.Tell;

/// <summary>
/// Tells the adapters of both parties what has opened, weighs more or was closed: one claim takes an alert for both, and each adapter gets one sealed message a turn. A claim that is not
/// settled, because the hub died or a queue refused, ends by itself and is taken again, by whichever hub; who was told of that version is then left out.
/// </summary>
internal sealed class TellAlerts(
    IDatabase database, IAgencyRegistry registry, IAdapterQueues queues, Sealer sealer, AdapterPauses pauses, HubMetrics metrics, HubOptions options,
    PumpStates states, TimeProvider time, ILogger<TellAlerts> logger) : Pump("tell-alerts", options.AlertsWait, states, time, logger)
{
    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var now = SqlTime.Cut(Time.GetUtcNow());
        var (alerts, told, links) = await database.WriteAsync("alerts-claim", (session, token) => ClaimAsync(session, now, token), cancellation);
        if (alerts.Count == 0)
        {
            return false;
        }

        var parties = new AlertParties(directory, links);
        Telling[] owed = [.. alerts.SelectMany(alert => parties.Of(alert), (alert, party) => new Telling(alert, party))
            .Where(telling => told.GetValueOrDefault((telling.Alert.AlertId, telling.Party.AdapterCode)) < telling.Alert.Version)];
        var reached = (await Task.WhenAll(owed.GroupBy(telling => telling.Party.AdapterCode, StringComparer.Ordinal).Select(group =>
            SendAsync(group.Key, [.. group.Select(telling => telling.Alert).DistinctBy(alert => alert.AlertId)], cancellation)))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var open = owed.Where(telling => !reached.Contains(telling.Party.AdapterCode)).Select(telling => telling.Alert.AlertId).ToHashSet();
        if (owed.Any(telling => telling.Party.IsCounterpart && reached.Contains(telling.Party.AdapterCode)))
        {
            CrashPoint.Pass(HubCrashPoints.AlertsNotMarked);
        }

        await database.WriteAsync("alerts-told", async (session, token) =>
        {
            await session.ExecuteAsync(TellSql.InsertAlertsTold, new
            {
                rows = SqlJson.Write([.. owed.Where(telling => reached.Contains(telling.Party.AdapterCode)).Select(telling => new
                {
                    AlertToldId = NewId.NextSequentialGuid(), telling.Alert.AlertId, telling.Party.AdapterCode, telling.Party.IsCounterpart, telling.Alert.Version,
                })]),
                at = now,
            }, token);

            // One that has risen since is due anew, whoever settles it here.
            return await session.ExecuteAsync(
                TellSql.SettleAlertsToTell,
                new { rows = SqlJson.Write([.. alerts.Where(alert => !open.Contains(alert.AlertId)).Select(alert => new { alert.AlertId, alert.Version })]) }, token);
        }, cancellation);

        // What is left waits for the next turn, so that an adapter gets one message in each.
        return false;
    }

    private async Task<(IReadOnlyList<AlertView> Alerts, IReadOnlyDictionary<(Guid AlertId, string Adapter), int> Told, IReadOnlyList<AdapterLinkRow> Links)> ClaimAsync(
        ISqlSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var claimed = await session.QueryAsync<AlertKey>(
            TellSql.ClaimAlertsToTell, new { now, until = now + options.ClaimLease, limit = WireNames.MaxItems }, cancellation);
        if (claimed.Count == 0)
        {
            return ([], new Dictionary<(Guid, string), int>(), []);
        }

        var ids = new { ids = SqlJson.Write([.. claimed.Select(key => key.AlertId)]) };
        return (
            await session.QueryAsync<AlertView>(TellSql.ListAlertsOf, ids, cancellation),
            (await session.QueryAsync<ToldRow>(TellSql.ListToldOf, ids, cancellation)).ToDictionary(row => (row.AlertId, row.AdapterCode), row => row.Version),
            await new LedgerTransaction(session).ListAdapterLinksAsync(cancellation));
    }

    /// <summary>The adapter when its queue has taken the message, else null.</summary>
    private async Task<string?> SendAsync(string adapter, IReadOnlyList<AlertView> alerts, CancellationToken cancellation)
    {
        if (pauses.IsPaused(adapter))
        {
            return null;
        }

        var body = WireJson.Write(new AlertsBody([.. alerts.Select(AlertEndpoints.AlertOf)]));
        try
        {
            await queues.SendAsync(adapter, WireNames.Alerts, new SealedMessage(body, sealer.Seal(body)), cancellation);
            metrics.AlertsTold(adapter, alerts.Count);
            return adapter;
        }
        catch (PublishRefusedException refused)
        {
            metrics.PublishRefused(WireNames.Alerts);
            DeliverLog.PublishRefused(Logger, refused, adapter, alerts.Count, pauses.Refused(adapter));
            return null;
        }
    }

    /// <summary>One alert that one party is to be told of.</summary>
    private sealed record Telling(AlertView Alert, AlertParty Party);

    private sealed record AlertKey
    {
        public required Guid AlertId { get; init; }
    }

    private sealed record ToldRow
    {
        public required Guid AlertId { get; init; }
        public required string AdapterCode { get; init; }
        public required int Version { get; init; }
    }
}
