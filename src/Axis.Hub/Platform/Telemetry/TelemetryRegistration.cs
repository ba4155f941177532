using System.Collections;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Axis.Hub.Platform.Telemetry;

/// <summary>Wires metrics and traces: Prometheus always, traces and OTLP when the standard OTEL_ variables name an endpoint.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Path that Prometheus scrapes, on the console endpoint.</summary>
    public const string MetricsPath = "/metrics";

    /// <summary>Name of the bus library's meter and source of traces.</summary>
    public const string BusSource = "MassTransit";

    private const string Prefix = "OTEL_";
    private const string OtlpEndpoint = Prefix + "EXPORTER_OTLP_ENDPOINT";

    /// <summary>Lets the exporters read the standard OTEL_ variables; the host is built without any, so that nothing else of its environment counts.</summary>
    public static IConfigurationBuilder AddTelemetryVariables(this IConfigurationBuilder configuration) => configuration.AddInMemoryCollection(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value))
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal)));

    /// <summary>Adds the hub's metrics and their exporters.</summary>
    public static IServiceCollection AddAxisTelemetry(this IServiceCollection services, HubOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<HubMetrics>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("axis-hub", serviceInstanceId: options.Name))
            .WithMetrics(metrics => metrics
                .AddMeter(HubMetrics.MeterName, BusSource)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter());
        services.ConfigureOpenTelemetryMeterProvider(static (provider, metrics) => metrics.AddView(OwnOnly(provider.GetRequiredService<IMeterFactory>())));
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OtlpEndpoint)))
        {
            // Only where somebody takes them: making a trace that nobody gets costs as much as one that somebody does.
            telemetry.WithTracing(traces => traces
                .AddSource(HubActivity.SourceName, BusSource)
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation(http => http.EnrichWithHttpRequestMessage = HubActivity.Recognize)
                .AddProcessor(static provider => provider.GetRequiredService<OwnSpans>().BeforeExport));
            telemetry.UseOtlpExporter();
            services.AddSingleton<OwnSpans>();
            services.AddHostedService(static provider => provider.GetRequiredService<OwnSpans>());
        }

        return services;
    }

    /// <summary>Maps the endpoint that Prometheus scrapes.</summary>
    public static IEndpointRouteBuilder MapAxisMetrics(this IEndpointRouteBuilder app)
    {
        app.MapPrometheusScrapingEndpoint(MetricsPath);
        return app;
    }

    /// <summary>Meters are found by name in the whole process: with adapters in the same one, the hub shows its own, and what is of the process.</summary>
    private static Func<Instrument, MetricStreamConfiguration?> OwnOnly(IMeterFactory own) => instrument =>
        instrument.Meter.Scope is IMeterFactory other && other != own ? MetricStreamConfiguration.Drop : null;

    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments(MetricsPath);
}
