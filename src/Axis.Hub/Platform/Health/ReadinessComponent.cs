using System.Text.Json;
using Axis.Hub.Platform.Work;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Axis.Hub.Platform.Health;

/// <summary>
/// <c>/health/live</c> says that the process answers, <c>/health/ready</c> that the hub can work, and if not, why: database,
/// content folder, bus, pumps. An outage makes it unready and never restarts it: batches are held meanwhile (protocol.md 8).
/// </summary>
internal static class ReadinessComponent
{
    public const string LivePath = "/health/live";
    public const string ReadyPath = "/health/ready";

    public static IServiceCollection AddReadiness(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<ContentCheck>("content", timeout: TimeSpan.FromSeconds(5))
            .AddCheck<PumpStates>("pumps");
        return services;
    }

    public static void MapReadiness(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(LivePath, new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks(ReadyPath, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var reasons = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Exception?.GetType().Name ?? entry.Value.Status.ToString());
        context.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(
            context.Response.Body, new { status = report.Status.ToString(), reasons }, JsonSerializerOptions.Web, context.RequestAborted);
    }
}
