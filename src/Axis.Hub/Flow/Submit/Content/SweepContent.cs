using Axis.Hub.Platform.Content;

namespace Axis.Hub.Flow.Submit.Content;

/// <summary>Removes, once an hour, what protocol.md 7 gives a life of 24 hours.</summary>
internal sealed class SweepContent(IContentStore store, IContentRights rights, TimeProvider time, ILogger<SweepContent> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                SweptContent swept = await store.SweepAsync(rights.FindReferencedAsync, stoppingToken);
                ContentLog.Swept(log, swept.Uploads, swept.Contents);
            }
            catch (IOException fault)
            {
                // A shared mount that is away comes back; what is left over costs only room.
                ContentLog.SweepFailed(log, fault);
            }
        }
    }
}
