using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Axis.Hub.Platform.Telemetry;

/// <summary>
/// Sources are found by name in the whole process: with adapters in the same one, each of them and the hub exports its own. A span that ends goes through
/// every host's processors in turn, on the thread that ends it. The exporter takes what is marked as sampled, so that a foreign span is without its mark while
/// this host's exporter looks, and has it again before the next host's does. A wrapped exporter would need no such turn, but would have to read every
/// <c>OTEL_</c> variable itself.
/// </summary>
internal sealed class OwnSpans(ActivitySource requests, IServiceProvider services) : IHostedService
{
    [ThreadStatic]
    private static Activity? hidden;

    /// <summary>To stand before the exporter.</summary>
    public BaseProcessor<Activity> BeforeExport => new AtEnd(Hide);

    /// <summary>Puts the other half behind the exporter, which is the last of a provider that is being built.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<TracerProvider>().AddProcessor(new AtEnd(Show));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Requests are of the source of this host's server; of the others, the hub listens to no source that is not its own but that of HTTP calls.</summary>
    private bool IsOwn(Activity span) => span.Source.Name switch
    {
        HubActivity.SourceName or TelemetryRegistration.BusSource => true,
        var name when name == requests.Name => span.Source == requests,
        _ => HubActivity.IsOwnCall(span),
    };

    private void Hide(Activity span)
    {
        if (span.Recorded && !IsOwn(span))
        {
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            hidden = span;
        }
    }

    private static void Show(Activity span)
    {
        if (hidden == span)
        {
            span.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
            hidden = null;
        }
    }

    private sealed class AtEnd(Action<Activity> look) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data) => look(data);
    }
}
