using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements.Issue;

namespace Axis.Hub.Statements;

/// <summary>Statements that were issued.</summary>
internal sealed class StatementStore(IDatabase database)
{
    /// <summary>One version, or the newest when none is named; null when there is none.</summary>
    public Task<StatementRow?> FindAsync(Guid agencyId, DateOnly day, int? version, CancellationToken cancellation) => database.ReadAsync("statement", (session, token) =>
        session.FindAsync<StatementRow>(StatementSql.FindStatement, new { agencyId, day, version }, token), cancellation);

    /// <summary>The last day of the last completed run; null before the first.</summary>
    public async Task<DateOnly?> FindLastDayAsync(CancellationToken cancellation) => (await database.ReadAsync("statement-last", (session, token) =>
        session.FindAsync<LastRun>(StatementSql.FindLastRun, null, token), cancellation))?.Day;

    /// <summary>The newest versions of a day.</summary>
    public Task<IReadOnlyList<LatestStatement>> ListAsync(DateOnly day, CancellationToken cancellation) => database.ReadAsync("statements", (session, token) =>
        session.QueryAsync<LatestStatement>(StatementSql.ListLatest, new { day }, token), cancellation);
}
