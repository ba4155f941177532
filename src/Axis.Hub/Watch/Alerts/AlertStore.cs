using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Alerts;

/// <summary>Reads alerts.</summary>
internal sealed class AlertStore(IDatabase database, TimeProvider time)
{
    private const int MostItems = 200;
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>Those that are open, and those met or closed in the last seven days behind them, the latest first; of one adapter as either party, or of all.</summary>
    public Task<IReadOnlyList<AlertView>> ListAsync(string? adapter, int limit, CancellationToken cancellation) => ListAsync(adapter, limit, openFirst: true, cancellation);

    /// <summary>The same of one adapter, the latest first whether open or closed, for who wants to know what has changed.</summary>
    public Task<IReadOnlyList<AlertView>> ListLatestAsync(string adapter, int limit, CancellationToken cancellation) => ListAsync(adapter, limit, openFirst: false, cancellation);

    /// <summary>One case with its deliveries and who was told, or null.</summary>
    public Task<AlertDetails?> FindAsync(string caseNumber, CancellationToken cancellation) =>
        database.ReadAsync("show-alert", async (session, token) =>
        {
            if (await session.FindAsync<AlertView>(AlertSql.ShowAlert, new { caseNumber }, token) is not { } alert)
            {
                return null;
            }

            var key = new { alertId = alert.AlertId, limit = MostItems };
            return new AlertDetails(
                alert, await session.QueryAsync<AlertItemView>(AlertSql.ListAlertItems, key, token),
                await session.QueryAsync<AlertToldView>(AlertSql.ListAlertsTold, new { alertId = alert.AlertId }, token));
        }, cancellation);

    private Task<IReadOnlyList<AlertView>> ListAsync(string? adapter, int limit, bool openFirst, CancellationToken cancellation) =>
        database.ReadAsync(
            "list-alerts",
            (session, token) => session.QueryAsync<AlertView>(AlertSql.ListAlerts, new { since = time.GetUtcNow() - Life, adapter, limit, openFirst }, token), cancellation);
}
