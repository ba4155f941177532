using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Tests.Storage;

/// <summary>
/// A write of which every statement sees what is committed by then, as on a server with row versions, whatever the database: each is a transaction of its own, so it holds no locks.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="before">The statement before which something happens.</param>
/// <param name="between">What another hub commits there, once.</param>
internal sealed class StatementsApart(IDatabase database, SqlText before, Func<Task> between) : ISqlSession
{
    private bool hasHappened;

    public bool Writes => true;

    public Task<IReadOnlyList<T>> QueryAsync<T>(SqlText text, object? parameters, CancellationToken cancellation) =>
        RunAsync(text, (session, token) => session.QueryAsync<T>(text, parameters, token), cancellation);

    public Task<T?> FindAsync<T>(SqlText text, object? parameters, CancellationToken cancellation) =>
        RunAsync(text, (session, token) => session.FindAsync<T>(text, parameters, token), cancellation);

    public Task<int> ExecuteAsync(SqlText text, object? parameters, CancellationToken cancellation) =>
        RunAsync(text, (session, token) => session.ExecuteAsync(text, parameters, token), cancellation);

    private async Task<T> RunAsync<T>(SqlText text, Func<ISqlSession, CancellationToken, Task<T>> statement, CancellationToken cancellation)
    {
        if (ReferenceEquals(text, before) && !hasHappened)
        {
            hasHappened = true;
            await between();
        }

        return await database.WriteAsync("statement", statement, cancellation);
    }
}
