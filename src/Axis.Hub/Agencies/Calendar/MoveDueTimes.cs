using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>
/// Follows the calendar, and counts anew every open due time that was counted by an older version: before the change, or after it by a hub that had not followed yet.
/// Each row says by which version it was counted, so however many hubs run, and wherever one dies, each due time is moved once.
/// </summary>
internal sealed class MoveDueTimes(
    FollowCalendar follow, ILedger ledger, ClockRules rules, PumpStates states, TimeProvider time, ILogger<MoveDueTimes> logger)
    : Pump("due-times", Period, states, time, logger)
{
    internal const int PerTurn = 200;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var times = new CalendarDueTimes(await follow.FollowAsync(cancellation), rules);
        var (clocks, requests) = await ledger.ReadAsync("due-times-old", async (reader, token) => (
            await reader.ListOpenClocksAsync(times.Version, CountedDelivery.None, PerTurn, token),
            await reader.ListOpenRequestsAsync(times.Version, PerTurn, token)), cancellation);
        if (clocks.Count + requests.Count == 0)
        {
            return false;
        }

        var moved = await ledger.WriteAsync("due-times", async (transaction, token) =>
        {
            var batch = await ClockBatch.ReadAsync([.. clocks.Select(clock => clock.DeliveryId)], requests, transaction, token);
            var now = SqlTime.Cut(Time.GetUtcNow());
            var counted = batch.Count(times, now);
            await counted.WriteAsync(times, now, transaction, token);
            return counted.Moves.Count;
        }, cancellation);
        if (moved > 0)
        {
            CalendarLog.Moved(Logger, moved, times.Version);
        }

        return clocks.Count == PerTurn || requests.Count == PerTurn;
    }
}
