using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;

namespace Agency.Adapter.Work;

/// <summary>
/// A loop that does what is due and sleeps until more is. An <see cref="Outage"/> is waited for without end, backing off
/// (protocol.md 8); any other exception ends the process, for the spool makes a restart safe.
/// </summary>
internal abstract class Pump(Pulse pulse, AdapterMetrics metrics, TimeProvider time, AdapterOptions options, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private long turns;

    /// <summary>Turns begun so far.</summary>
    public long Turns => Interlocked.Read(ref turns);

    /// <summary>True when it sleeps and nothing has woken it: nothing happens here before there is more to do or the clock moves.</summary>
    public bool IsAtRest => pulse.IsAwaited;

    /// <summary>Clock of the adapter.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>Settings of the adapter.</summary>
    protected AdapterOptions Options { get; } = options;

    /// <summary>What the adapter counts.</summary>
    protected AdapterMetrics Metrics { get; } = metrics;

    /// <summary>Does what is due now.</summary>
    /// <returns>How long nothing will be due; zero when there is more to do at once.</returns>
    protected abstract Task<TimeSpan> StepAsync(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var faults = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref turns);
            try
            {
                var pause = await StepAsync(stoppingToken);
                faults = 0;
                await pulse.WaitAsync(pause < Longest ? pause : Longest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (Outage.Is(fault))
            {
                Metrics.LoopHeld(GetType().Name);
                WorkLog.Held(log, GetType().Name, fault, DiskSpace.IsFull(fault));
                await pulse.WaitAsync(BackOff.After(Options, faults++), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The time until a stamp of the spool; the longest sleep when there is none.</summary>
    protected TimeSpan Until(long? dueAt) =>
        dueAt is { } stamp ? stamp.Time() - Time.Now() : Longest;
}
