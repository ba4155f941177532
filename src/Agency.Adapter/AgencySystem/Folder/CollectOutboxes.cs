using Agency.Adapter.Outgoing;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>Watches the outbox of every agency that has a folder, each by itself: one lost share holds up nobody else.</summary>
internal sealed class CollectOutboxes(
    AdapterOptions options, ISubmitPackages submit, ITrackSubmissions track, AdapterMetrics metrics, TimeProvider time,
    ILogger<CollectOutboxes> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first that fails ends the process; waiting for all of them would hide it behind those that never end.
        var loops = options.Agencies.Where(agency => agency.Folder.Length > 0).Select(agency => RunAsync(agency, stoppingToken));
        await foreach (var ended in Task.WhenEach(loops).WithCancellation(CancellationToken.None))
        {
            await ended;
        }
    }

    private async Task RunAsync(AgencyOptions agency, CancellationToken cancellation)
    {
        var outbox = new Outbox(agency, options, submit, track, time, log);
        var faults = 0;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await outbox.StepAsync(cancellation);
                faults = 0;
            }
            catch (Exception fault) when (Outage.Is(fault) && !cancellation.IsCancellationRequested)
            {
                // A disk or share that is away is waited for without end (protocol.md 8); every step can be run again.
                metrics.LoopHeld(nameof(CollectOutboxes));
                FolderLog.Held(log, agency.Code, fault);
                faults++;
            }

            var pause = faults == 0 ? options.FolderScanEvery : BackOff.After(options, faults - 1);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
