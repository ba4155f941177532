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

    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the hub's metrics and their exporters.</summary>
    public static IServiceCollection AddAxisTelemetry(this IServiceCollection services, HubOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<HubMetrics>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("axis-hub", serviceInstanceId: options.Name))
            .WithMetrics(metrics => metrics
                .AddMeter(HubMetrics.MeterName, "MassTransit")
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(OtlpEndpoint)))
        {
            // Only where somebody takes them: making a trace that nobody gets costs as much as one that somebody does.
            telemetry.WithTracing(traces => traces
                .AddSource(HubActivity.SourceName, "MassTransit")
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation());
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    /// <summary>Maps the endpoint that Prometheus scrapes.</summary>
    public static IEndpointRouteBuilder MapAxisMetrics(this IEndpointRouteBuilder app)
    {
        app.MapPrometheusScrapingEndpoint(MetricsPath);
        return app;
    }

    private static bool IsProbe(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments(MetricsPath);
}
