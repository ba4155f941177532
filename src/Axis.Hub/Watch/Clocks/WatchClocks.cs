using Axis.Contracts.Errors;
using Axis.Hub.Flow;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Watch.Clocks;

/// <summary>
/// Says what the clocks of deliveries have to say, each once, however many hubs run and whenever they were down: a row names its next look, and whoever looks first moves it on under its
/// lock. While the hub's own clock cannot be gone by nothing is said.
/// </summary>
internal sealed class WatchClocks(
    ILedger ledger, ClockStore store, ClockRules rules, ClockTrust trust, IDueTimes dueTimes, HubOptions options, PumpStates states, TimeProvider time, ILogger<WatchClocks> logger)
    : Pump("watch-clocks", TimeSpan.FromSeconds(15), states, time, logger)
{
    private const int PerTurn = 200;
    private bool? isHeld;

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        if (!await JudgeClockAsync(cancellation))
        {
            return false;
        }

        return await ledger.WriteAsync("watch-clocks", LookAsync, cancellation) == PerTurn;
    }

    private async Task<int> LookAsync(ILedgerTransaction transaction, CancellationToken cancellation)
    {
        var now = SqlTime.Cut(Time.GetUtcNow());
        var due = await transaction.ListWatchDueAsync(now, PerTurn, cancellation);
        var book = new DeliveryBook(dueTimes, options, now);
        foreach (var row in await transaction.FindDeliveriesAsync(due, cancellation))
        {
            // Another hub may have looked between the list and the lock.
            if (row.WatchAt < now)
            {
                book.Read(row);
                book.Look(row.DeliveryId);
            }
        }

        await book.WriteAsync(transaction, cancellation);
        return due.Count;
    }

    /// <summary>Takes rules that have changed, and looks at every clock that runs by them.</summary>
    private async Task RefreshAsync(CancellationToken cancellation)
    {
        if (await store.FindVersionAsync(cancellation) != rules.Current.Version)
        {
            rules.Take(await store.LoadAsync(cancellation));
            await store.RearmAsync(SqlTime.Cut(Time.GetUtcNow().AddMilliseconds(-1)), cancellation);
        }
    }

    /// <summary>True when the clock can be gone by; tells once when it cannot, and once when it can again.</summary>
    private async Task<bool> JudgeClockAsync(CancellationToken cancellation)
    {
        var state = trust.Read();
        if ((state.HeldSince is not null) != isHeld)
        {
            var now = SqlTime.Cut(Time.GetUtcNow());
            var off = state.Last.Others is { } others && others.Duration() > ClockState.Tolerance ? -others : state.Step;
            var alert = AlertRow.New(AlertKinds.HubClock, options.Name, "", Finding.Refuse(ErrorCatalogue.AlertHubClock, "", options.Name, $"{off.TotalSeconds:+0;-0}"), now);
            await ledger.WriteAsync("watch-hub-clock", async (transaction, token) =>
            {
                await (state.HeldSince is null ? transaction.EndAlertsAsync([alert.AlertKey], now, token) : transaction.RaiseAlertsAsync([alert], token));
                return true;
            }, cancellation);
            if (state.HeldSince is not null)
            {
                WatchLog.ClockDoubted(Logger, off);
            }
            else if (isHeld is true)
            {
                WatchLog.ClockTrusted(Logger);
            }

            isHeld = state.HeldSince is not null;
        }

        return state.HeldSince is null;
    }
}
