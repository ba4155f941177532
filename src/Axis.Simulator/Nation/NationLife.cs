using System.Diagnostics;
using Axis.Hub.Flow.Deliver;
using AdapterPump = Agency.Adapter.Work.Pump;
using HubPump = Axis.Hub.Platform.Work.Pump;

namespace Axis.Simulator.Nation;

/// <summary>
/// Lets an embedded nation live by its own clock: days in seconds. The clock moves only while the nation is at rest: every loop of hub and running
/// adapters waits, no queue that is read holds a message, and the bus is empty. Agencies with folders are not watched: their outboxes have no such sign.
/// </summary>
internal sealed class NationLife(LiveNation nation, NationClock clock)
{
    /// <summary>Longer than what hub and adapters gather things for (states: 2 s), and than their shortest periods (receipts: 5 s).</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    /// <summary>Real time after which a nation that does not come to rest is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    /// <summary>Real time without any sign of work after which something is taken to wait for the clock in the middle of its work: a retry.</summary>
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(2);

    private readonly EmbeddedTransport transport = nation.Transport as EmbeddedTransport
        ?? throw new ArgumentException("Only an embedded nation can live by a clock of its own.", nameof(nation));

    private readonly PublishDeliveries publish = nation.HubServices.GetRequiredService<PublishDeliveries>();

    private IEnumerable<HubPump> HubPumps => nation.HubServices.GetServices<IHostedService>().OfType<HubPump>();

    private IEnumerable<NationAdapter> Running => nation.Adapters.Where(adapter => adapter.IsRunning);

    private IEnumerable<AdapterPump> AdapterPumps => Running.SelectMany(adapter => adapter.Services.GetServices<IHostedService>()).OfType<AdapterPump>();

    /// <summary>Messages that have gone either way, heartbeats left out.</summary>
    private long Moved => transport.Traffic.Moved + transport.Broker.Sent;

    /// <summary>
    /// Lives until then. Between steps the clock goes on in breaths for as long as messages move; what is due inside a step happens at its end.
    /// Nobody may start or stop a part meanwhile.
    /// </summary>
    /// <exception cref="TimeoutException">The nation does not come to rest.</exception>
    public async Task LiveUntilAsync(DateTimeOffset until, TimeSpan step, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        await SettleAsync(until, cancellation);
        while (clock.GetUtcNow() < until)
        {
            await PassAsync(step, until, cancellation);
            await SettleAsync(until, cancellation);
        }
    }

    /// <summary>Returns when nothing happens any more before the clock moves.</summary>
    /// <exception cref="TimeoutException">The nation does not come to rest; the message names who works.</exception>
    public async Task RestAsync(CancellationToken cancellation)
    {
        var (begun, still) = (Stopwatch.StartNew(), Stopwatch.StartNew());
        var before = Signs();
        while (true)
        {
            // Work that is handed on shows here or there at every instant, but not both are looked at in one: hence the signs before and after.
            var busy = Busy().ToList();
            var after = Signs();
            if (busy.Count == 0 && before == after)
            {
                return;
            }

            if (begun.Elapsed > Patience)
            {
                throw new TimeoutException("The nation does not come to rest: " + string.Join(", ", busy));
            }

            if (before != after)
            {
                still.Restart();
            }
            else if (still.Elapsed > Still)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                still.Restart();
            }

            before = after;
            await Task.Delay(Look, TimeProvider.System, cancellation);
        }
    }

    private async Task SettleAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        await RestAsync(cancellation);
        var moved = -1L;
        while (Moved != moved && clock.GetUtcNow() < until)
        {
            moved = Moved;
            await PassAsync(Breath, until, cancellation);
        }
    }

    private async Task PassAsync(TimeSpan by, DateTimeOffset until, CancellationToken cancellation)
    {
        var left = until - clock.GetUtcNow();
        clock.Advance(by < left ? by : left > TimeSpan.Zero ? left : TimeSpan.Zero);
        await RestAsync(cancellation);
    }

    /// <summary>Grows with everything that is begun.</summary>
    private long Signs() => Moved + HubPumps.Sum(pump => pump.Turns) + AdapterPumps.Sum(pump => pump.Turns);

    private IEnumerable<string> Busy()
    {
        if (!clock.IsQuiet)
        {
            yield return "the clock wakes somebody";
        }

        if (!transport.Traffic.IsIdle)
        {
            yield return "a message is on its way to the hub";
        }

        if (!publish.IsIdle)
        {
            yield return "the hub publishes";
        }

        foreach (var pump in HubPumps.Where(pump => !pump.IsAtRest))
        {
            yield return "hub: " + pump.GetType().Name;
        }

        foreach (var adapter in Running.Where(adapter => transport.Broker.Declare(adapter.Code).Depth > 0))
        {
            yield return adapter.Code + ": a message in its queue";
        }

        foreach (var pump in AdapterPumps.Where(pump => !pump.IsAtRest))
        {
            yield return "adapter: " + pump.GetType().Name;
        }
    }
}
