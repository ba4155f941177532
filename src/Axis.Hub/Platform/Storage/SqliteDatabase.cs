using System.Data.Common;
using Microsoft.Data.Sqlite;
using Polly.Registry;

namespace Axis.Hub.Platform.Storage;

/// <summary>SQLite: write-ahead log, every commit synced, one writer, reads on pooled connections with a transaction of their own.</summary>
internal sealed class SqliteDatabase(string connectionString, ResiliencePipelineProvider<string> pipelines, Migrator migrator)
    : Database(pipelines, migrator), IAsyncDisposable, IDisposable
{
    private readonly SqliteWriter writer = new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
    private readonly string readerString = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite }.ToString();

    public override SqlDialect Dialect => SqlDialect.Sqlite;

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        ClearReaders();
    }

    public void Dispose()
    {
        writer.Dispose();
        ClearReaders();
    }

    /// <summary>Opens a connection and sets it up, or disposes it.</summary>
    public static async Task OpenAsync(SqliteConnection connection, string settings, CancellationToken cancellation)
    {
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = settings;
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    protected override Task<T> WriteOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        writer.WriteAsync(work, cancellation);

    protected override async Task<T> ReadOnceAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await using var reader = new SqliteConnection(readerString);
        await OpenAsync(reader, "PRAGMA query_only = ON; PRAGMA busy_timeout = 5000;", cancellation);
        DbTransaction transaction = reader.BeginTransaction(deferred: true);
        await using var held = transaction;
        return await work(new SqlSession(SqlDialect.Sqlite, reader, transaction, writes: false), cancellation);
    }

    private void ClearReaders()
    {
        using var reader = new SqliteConnection(readerString);
        SqliteConnection.ClearPool(reader);
    }
}
