using System.Collections;
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
