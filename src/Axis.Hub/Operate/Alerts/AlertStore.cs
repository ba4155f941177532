using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Alerts;

/// <summary>Reads alerts.</summary>
internal sealed class AlertStore(IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>Those met in the last seven days, the latest first; of one adapter, or of all.</summary>
    public Task<IReadOnlyList<AlertView>> ListAsync(string? adapter, int limit, CancellationToken cancellation) =>
        database.ReadAsync(
            "list-alerts",
            (session, token) => session.QueryAsync<AlertView>(AlertSql.ListAlerts, new { since = time.GetUtcNow() - Life, adapter, limit }, token), cancellation);
}
