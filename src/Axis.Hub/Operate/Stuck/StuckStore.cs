using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Stuck;

/// <summary>Reads stuck items without their bytes: a list of large packages must not be loaded to be counted.</summary>
internal sealed class StuckStore(IDatabase database)
{
    /// <summary>Newest first; <paramref name="status"/> null = all.</summary>
    public Task<IReadOnlyList<StuckView>> ListAsync(string? status, int limit, CancellationToken cancellation) =>
        database.ReadAsync("list-stuck", (session, token) => session.QueryAsync<StuckView>(StuckTraceSql.ListViews, new { status, limit }, token), cancellation);

    public Task<StuckView?> FindAsync(Guid stuckId, CancellationToken cancellation) =>
        database.ReadAsync("find-stuck", (session, token) => session.FindAsync<StuckView>(StuckTraceSql.FindView, new { stuckId }, token), cancellation);

    public Task<int> CountOpenAsync(CancellationToken cancellation) =>
        database.ReadAsync("count-stuck", (session, token) => session.FindAsync<int>(StuckTraceSql.CountOpen, null, token), cancellation);
}
