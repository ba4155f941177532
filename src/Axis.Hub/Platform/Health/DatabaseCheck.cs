using Axis.Hub.Platform.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Axis.Hub.Platform.Health;

/// <summary>
/// Asks the database for a trivial answer. The pipeline repeats without end, so the check's own time limit is what says that
/// nothing came.
/// </summary>
internal sealed class DatabaseCheck(IDatabase database) : IHealthCheck
{
    private static readonly SqlText Ping = SqlText.In("Platform/Health", nameof(Ping));

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await database.ReadAsync("health", static async (session, token) => await session.QueryAsync<long>(Ping, null, token), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("does not answer");
        }
    }
}
