using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Watch.Alerts;

/// <summary>Removes alerts that were closed long ago, with the deliveries that they were about and who was told of them. What is open, or keeps a cause closed that lasts, stays.</summary>
internal sealed class ForgetAlerts(IDatabase database, ClockTrust trust, HubOptions options, PumpStates states, TimeProvider time, ILogger<ForgetAlerts> logger)
    : Pump("forget-alerts", TimeSpan.FromHours(1), states, time, logger)
{
    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        if (options.KeepAlertsDays > 0 && trust.IsTrusted())
        {
            var before = SqlTime.Cut(Time.GetUtcNow()).AddDays(-options.KeepAlertsDays);
            await database.WriteAsync("forget-alerts", async (session, token) =>
            {
                await session.ExecuteAsync(AlertSql.ForgetAlertItems, new { before }, token);
                await session.ExecuteAsync(AlertSql.ForgetAlertsTold, new { before }, token);
                return await session.ExecuteAsync(AlertSql.ForgetAlerts, new { before }, token);
            }, cancellation);
        }

        return false;
    }
}
