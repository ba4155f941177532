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
        var (connection, transaction) = await BeginAsync(IsolationLevel.ReadCommitted, cancellation);
        await using var open = connection;
        await using var held = transaction;
        var result = await work(new SqlSession(SqlDialect.SqlServer, connection, transaction, writes: true), cancellation);
        await CommitAsync(transaction, cancellation);
        return result;
    }

    protected override async Task<T> ReadOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var (connection, transaction) = await BeginAsync(IsolationLevel.Snapshot, cancellation);
        await using var open = connection;
        await using var held = transaction;
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

    /// <summary>A pooled connection may have died unseen: then it is the first statement, beginning the transaction, that fails.</summary>
    private async Task<(SqlConnection Connection, DbTransaction Transaction)> BeginAsync(IsolationLevel level, CancellationToken cancellation)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return (connection, await connection.BeginTransactionAsync(level, cancellation));
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync();

            // A wrong name or password looks like a server that starts; the start itself has asserted both.
            if (exception is SqlException or InvalidOperationException)
            {
                throw new DatabaseAwayException("No connection to the database.", exception);
            }

            throw;
        }
    }
}
