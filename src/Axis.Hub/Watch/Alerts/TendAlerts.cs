using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Watch.Alerts;

/// <summary>Opens what waited for the end of a planned outage, and closes what was refused once all of it is mended, or, where that cannot be known, was not met again for a week. Each once, however many hubs run.</summary>
internal sealed class TendAlerts(ILedger ledger, ClockTrust trust, PumpStates states, TimeProvider time, ILogger<TendAlerts> logger)
    : Pump("tend-alerts", TimeSpan.FromSeconds(60), states, time, logger)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(7);

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        if (trust.IsTrusted())
        {
            await ledger.WriteAsync("tend-alerts", async (transaction, token) =>
            {
                var now = SqlTime.Cut(Time.GetUtcNow());
                await transaction.EndMendedAlertsAsync(now, token);
                await transaction.EndQuietAlertsAsync(now - Quiet, now, token);
                return await transaction.ReleaseAlertsAsync(now, token);
            }, cancellation);
        }

        return false;
    }
}
