using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Axis.Hub.Mail;

/// <summary>Mail that waits, as last read: part of the hub's readiness, which it lowers and does not take away.</summary>
internal sealed class MailBacklog(HubOptions options, TimeProvider time) : IHealthCheck
{
    private volatile Reading last = new(0, null);

    /// <summary>Keeps a reading.</summary>
    /// <param name="waiting">Messages neither sent nor given up.</param>
    /// <param name="since">Since when the oldest of them waits.</param>
    public void Show(int waiting, DateTimeOffset? since) => last = new(waiting, since);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(last is { Since: { } since } reading && time.GetUtcNow() - since > options.Mail.WaitLimit
            ? HealthCheckResult.Degraded($"{reading.Waiting} messages wait, the oldest since {since:u}")
            : HealthCheckResult.Healthy());

    private sealed record Reading(int Waiting, DateTimeOffset? Since);
}
