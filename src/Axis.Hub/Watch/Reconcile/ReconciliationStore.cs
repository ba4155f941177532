using Axis.Contracts.Http;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>Reconciliations that were made.</summary>
internal sealed class ReconciliationStore(IDatabase database)
{
    /// <summary>Those of some days, the latest first.</summary>
    /// <param name="adapter">Of one adapter; null: of all.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">The end of patience.</param>
    public Task<IReadOnlyList<ReconciliationRow>> ListAsync(string? adapter, DateOnly first, DateOnly last, int limit, CancellationToken cancellation) =>
        database.ReadAsync("reconciliations", (session, token) =>
            session.QueryAsync<ReconciliationRow>(ReconcileSql.ListReconciliations, new { adapter, first, last, limit }, token), cancellation);

    /// <summary>What is open now, of all adapters.</summary>
    public Task<IReadOnlySet<OpenDifference>> ListOpenAsync(CancellationToken cancellation) => database.ReadAsync("differences-open", async (session, token) =>
        (IReadOnlySet<OpenDifference>)(await session.QueryAsync<OpenDifference>(ReconcileSql.ListOpenKeys, new { }, token)).ToHashSet(), cancellation);
}

/// <summary>A difference that is open.</summary>
internal sealed record OpenDifference
{
    public required string AdapterCode { get; init; }
    public required BookSide Side { get; init; }
    public required Guid SubjectId { get; init; }
    public required string Code { get; init; }
}
