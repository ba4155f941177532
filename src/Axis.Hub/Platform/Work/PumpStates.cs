using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Axis.Hub.Platform.Work;

/// <summary>Which pumps fail at the moment, and of what: part of the hub's readiness.</summary>
internal sealed class PumpStates : IHealthCheck
{
    private readonly ConcurrentDictionary<string, string> failing = new(StringComparer.Ordinal);

    public void Failed(string pump, Exception fault) => failing[pump] = fault.GetType().Name;

    public void Worked(string pump) => failing.TryRemove(pump, out _);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(failing.IsEmpty
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(string.Join("; ", failing.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {pair.Value}"))));
}
