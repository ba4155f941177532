using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Alerts;

/// <summary>
/// Takes into the spool what the hub tells, with what the agencies' own systems are therefore to be told. A version that is here is no news: repeats are folded by alert and version.
/// </summary>
internal sealed class TakeAlerts(
    SpoolDatabase database, AlertReaders readers, IEnumerable<IAlertWay> ways, Pulses pulses, AdapterMetrics metrics, TimeProvider time)
{
    /// <summary>Durable when the task ends.</summary>
    public Task TakeAsync(AlertsBody alerts) => TakeAsync(alerts.Items, isNews: true);

    /// <summary>What was read at the hub instead: one that was over before anything was heard of it is kept, and nobody is told.</summary>
    public Task TakeReadAsync(IReadOnlyList<Alert> alerts) => TakeAsync(alerts, isNews: false);

    private Task TakeAsync(IReadOnlyList<Alert> alerts, bool isNews)
    {
        var told = alerts.Select(alert => (Alert: alert, Ways: ways.Where(way => readers.IsFor(alert, [way.Agency])).ToArray())).ToArray();
        return database.WriteAsync(transaction =>
        {
            var now = time.Now();
            foreach (var (alert, concerned) in told)
            {
                var before = AlertStore.Save(transaction, alert, now);
                if (alert.Version > before)
                {
                    transaction.AfterCommit(metrics.AlertTold);
                }

                // What is open is owed to a way that is new, too.
                var isOwed = alert.ClosedAt is null ? alert.Version >= before : alert.Version > before && (isNews || before > 0);
                foreach (var way in isOwed ? concerned : [])
                {
                    AlertStore.Owe(transaction, alert, way, now);
                    transaction.AfterCommit(pulses.Tell(way.Agency.Code, way.Name).Set);
                }
            }
        });
    }
}
