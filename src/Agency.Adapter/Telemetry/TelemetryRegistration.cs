using System.Collections;
using System.Diagnostics.Metrics;
using Agency.Adapter.AgencySystem.Rest.Health;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Agency.Adapter.Telemetry;

/// <summary>Wires metrics and traces: Prometheus always, traces and OTLP when the standard OTEL_ variables name an endpoint.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Path that Prometheus scrapes, on the local endpoint; asks for no key.</summary>
    public const string MetricsPath = "/metrics";

    private const string Prefix = "OTEL_";
    private const string OtlpEndpoint = Prefix + "EXPORTER_OTLP_ENDPOINT";

    /// <summary>Lets the exporters read the standard OTEL_ variables; the host is built without any, so that nothing else of its environment counts.</summary>
    public static IConfigurationBuilder AddTelemetryVariables(this IConfigurationBuilder configuration) => configuration.AddInMemoryCollection(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value))
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal)));

    /// <summary>Adds the adapter's metrics, traces and their exporters.</summary>
    public static IServiceCollection AddAdapterTelemetry(this IServiceCollection services, AdapterOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<AdapterMetrics>();
        services.AddHostedService<SampleSpool>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("axis-adapter", serviceInstanceId: options.Code))
            .WithMetrics(metrics => metrics
                .AddMeter(AdapterMetrics.MeterName)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter());
        services.ConfigureOpenTelemetryMeterProvider(static (provider, metrics) => metrics.AddView(OwnOnly(provider.GetRequiredService<IMeterFactory>())));
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OtlpEndpoint)))
        {
            // Only where somebody takes them: making a trace that nobody gets costs as much as one that somebody does.
            telemetry.WithTracing(traces => traces
                .AddSource(AdapterActivity.SourceName)
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation(http => http.EnrichWithHttpRequestMessage =
                    (span, call) => span.SetTag(AdapterActivity.Adapter, MarkCalls.CallerOf(call)))
                .AddProcessor(static provider => provider.GetRequiredService<OwnSpans>().BeforeExport));
            telemetry.UseOtlpExporter();
            services.AddSingleton<OwnSpans>();
            services.AddHostedService(static provider => provider.GetRequiredService<OwnSpans>());
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new MarkCalls(options)));
        }

        return services;
    }

    /// <summary>Maps the endpoint that Prometheus scrapes.</summary>
    public static WebApplication MapAdapterMetrics(this WebApplication app)
    {
        app.MapPrometheusScrapingEndpoint(MetricsPath);
        return app;
    }

    private static bool IsProbe(PathString path) => path.StartsWithSegments(HealthEndpoint.Path) || path.StartsWithSegments(MetricsPath);

    /// <summary>Meters are found by name in the whole process: of several adapters in one, each shows its own, and what is of the process.</summary>
    private static Func<Instrument, MetricStreamConfiguration?> OwnOnly(IMeterFactory own) => instrument =>
        instrument.Meter.Scope is IMeterFactory other && other != own ? MetricStreamConfiguration.Drop : null;
}
