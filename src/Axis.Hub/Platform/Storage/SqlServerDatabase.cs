using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Polly.Registry;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// SQL Server: writes READ COMMITTED with locking reads, reads SNAPSHOT, so that a page never waits for the flow. Needs
/// READ_COMMITTED_SNAPSHOT and ALLOW_SNAPSHOT_ISOLATION.
/// </summary>
internal sealed class SqlServerDatabase(string connectionString, ResiliencePipelineProvider<string> pipelines, Migrator migrator)
    : Database(pipelines, migrator)
{
    public override SqlDialect Dialect => SqlDialect.SqlServer;

    protected override async Task<T> WriteOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        var result = await work(new SqlSession(SqlDialect.SqlServer, connection, transaction, writes: true), cancellation);
        await CommitAsync(transaction, cancellation);
        return result;
    }

    protected override async Task<T> ReadOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancellation);
        return await work(new SqlSession(SqlDialect.SqlServer, connection, transaction, writes: false), cancellation);
    }

    private static async Task CommitAsync(DbTransaction transaction, CancellationToken cancellation)
    {
        try
        {
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception exception) when (exception is SqlException or InvalidOperationException or IOException)
        {
            throw new DatabaseAwayException("The commit's outcome is unknown.", exception);
        }
    }

    private async Task<SqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch (Exception exception) when (exception is SqlException or InvalidOperationException)
        {
            // A wrong name or password looks like a server that starts; the start itself has asserted both.
            await connection.DisposeAsync();
            throw new DatabaseAwayException("No connection to the database.", exception);
        }
    }
}
