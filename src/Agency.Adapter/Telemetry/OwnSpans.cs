using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Agency.Adapter.Telemetry;

/// <summary>
/// Sources are found by name in the whole process: of several adapters in one, or of a hub beside them, each exports its own. A span that ends goes through
/// every host's processors in turn, on the thread that ends it. The exporter takes what is marked as sampled, so that a foreign span is without its mark while
/// this host's exporter looks, and has it again before the next host's does. A wrapped exporter would need no such turn, but would have to read every
/// <c>OTEL_</c> variable itself.
/// </summary>
internal sealed class OwnSpans(AdapterOptions options, ActivitySource requests, IServiceProvider services) : IHostedService
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

    /// <summary>Steps and calls say whose they are; requests are of the source of this host's server.</summary>
    private bool IsOwn(Activity span) => span.Source.Name == requests.Name
        ? span.Source == requests
        : (string?)span.GetTagItem(AdapterActivity.Adapter) == options.Code;

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
