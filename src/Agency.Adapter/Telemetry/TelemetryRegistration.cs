using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Agency.Adapter.Telemetry;

/// <summary>Wires metrics: Prometheus always, OTLP when the standard OTEL_ variables name an endpoint.</summary>
internal static class TelemetryRegistration
{
    /// <summary>Path that Prometheus scrapes, on the local endpoint; asks for no key.</summary>
    public const string MetricsPath = "/metrics";

    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the adapter's metrics and their exporters.</summary>
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
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    /// <summary>Maps the endpoint that Prometheus scrapes.</summary>
    public static WebApplication MapAdapterMetrics(this WebApplication app)
    {
        app.MapPrometheusScrapingEndpoint(MetricsPath);
        return app;
    }

    /// <summary>Meters are found by name in the whole process: of several adapters in one, each shows its own.</summary>
    private static Func<Instrument, MetricStreamConfiguration?> OwnOnly(IMeterFactory own) => instrument =>
        instrument.Meter.Scope is IMeterFactory other && other != own ? MetricStreamConfiguration.Drop : null;
}
