using Axis.Contracts.Calendar;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>
/// Removes what adapters were answered long ago, once its day is no longer taken: the same books are known again until then, and a number is not given twice. What differed stays, for the
/// statement of any day is computed from it.
/// </summary>
internal sealed class ForgetReconciliations(
    IDatabase database, ClockTrust trust, HubOptions options, PumpStates states, TimeProvider time, ILogger<ForgetReconciliations> logger)
    : Pump("forget-reconciliations", TimeSpan.FromHours(1), states, time, logger)
{
    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        if (options.KeepAlertsDays > 0 && trust.IsTrusted())
        {
            var now = SqlTime.Cut(Time.GetUtcNow());
            var (before, day) = (now.AddDays(-options.KeepAlertsDays), VietnamTime.DateOf(now).AddDays(-ReconcileEndpoints.OldestDays));
            await database.WriteAsync("forget-reconciliations", (session, token) => session.ExecuteAsync(ReconcileSql.ForgetReconciliations, new { before, day }, token), cancellation);
        }

        return false;
    }
}
