using System.Data.Common;
using Dapper;

namespace Axis.Hub.Platform.Storage;

/// <summary>A session on an open transaction.</summary>
internal sealed class SqlSession(SqlDialect dialect, DbConnection connection, DbTransaction transaction, bool writes) : ISqlSession
{
    public bool Writes => writes;

    public async Task<IReadOnlyList<T>> QueryAsync<T>(SqlText text, object? parameters, CancellationToken cancellation) =>
        [.. await connection.QueryAsync<T>(Command(text, parameters, cancellation))];

    public Task<T?> FindAsync<T>(SqlText text, object? parameters, CancellationToken cancellation) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(text, parameters, cancellation));

    public Task<int> ExecuteAsync(SqlText text, object? parameters, CancellationToken cancellation) =>
        connection.ExecuteAsync(Command(text, parameters, cancellation));

    private CommandDefinition Command(SqlText text, object? parameters, CancellationToken cancellation) =>
        new(text.For(dialect), parameters, transaction, cancellationToken: cancellation);
}
