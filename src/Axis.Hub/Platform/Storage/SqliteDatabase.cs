using System.Data.Common;
using Microsoft.Data.Sqlite;
using Polly.Registry;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// SQLite: write-ahead log, every commit synced, one writer connection behind an asynchronous lock (two busy writers
/// starve each other), reads on pooled connections with a transaction of their own.
/// </summary>
internal sealed class SqliteDatabase(string connectionString, ResiliencePipelineProvider<string> pipelines, Migrator migrator)
    : Database(pipelines, migrator), IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly string writerString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
    private readonly string readerString = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString();
    private SqliteConnection? writer;

    public override SqlDialect Dialect => SqlDialect.Sqlite;

    public async ValueTask DisposeAsync()
    {
        await writing.WaitAsync();
        Close();
    }

    public void Dispose()
    {
        writing.Wait();
        Close();
    }

    protected override async Task<T> WriteOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            writer ??= await OpenWriterAsync(cancellation);
            DbTransaction transaction = writer.BeginTransaction(deferred: false);
            await using var held = transaction;
            var result = await work(new SqlSession(SqlDialect.Sqlite, writer, transaction, writes: true), cancellation);
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (Exception exception) when (SqlFaults.Of(exception) == SqlFault.Outage)
        {
            // Whatever state a full or lost disk left the connection in, it is not reused.
            if (writer is not null)
            {
                await writer.DisposeAsync();
                writer = null;
            }

            throw;
        }
        finally
        {
            writing.Release();
        }
    }

    protected override async Task<T> ReadOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await using var reader = await OpenAsync(readerString, "PRAGMA query_only = ON; PRAGMA busy_timeout = 5000;", cancellation);
        DbTransaction transaction = reader.BeginTransaction(deferred: true);
        await using var held = transaction;
        return await work(new SqlSession(SqlDialect.Sqlite, reader, transaction, writes: false), cancellation);
    }

    private async Task<SqliteConnection> OpenWriterAsync(CancellationToken cancellation)
    {
        var connection = await OpenAsync(writerString, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;", cancellation);

        // Batches carry bytes as base64, as OPENJSON expects them.
        connection.CreateFunction("unbase64", (string? text) => text is null ? null : Convert.FromBase64String(text), isDeterministic: true);
        return connection;
    }

    /// <summary>Only once the last unit of work has ended: the lock is held and never given back.</summary>
    private void Close()
    {
        writer?.Dispose();
        using var reader = new SqliteConnection(readerString);
        SqliteConnection.ClearPool(reader);
        writing.Dispose();
    }

    private static async Task<SqliteConnection> OpenAsync(string connectionString, string settings, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = settings;
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
