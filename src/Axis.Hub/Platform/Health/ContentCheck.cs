using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Axis.Hub.Platform.Health;

/// <summary>The content folder is there and can be written: a mount that went away looks like an empty folder or none.</summary>
internal sealed class ContentCheck(HubOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var probe = File.Create(
                Path.Combine(options.ContentFolder, ".probe-" + options.Name), 1, FileOptions.DeleteOnClose);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("cannot be written: " + away.GetType().Name));
        }
    }
}
