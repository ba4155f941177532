using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// The one writer of a SQLite ledger (two busy writers starve each other). Units of work that wait for it at the same time share one commit, for
/// syncing the disk takes longer than most of them: each runs in a savepoint of its own, so that one that fails takes nothing of the others with
/// it, and none is answered before all of them are synced.
/// </summary>
internal sealed class SqliteWriter(string connectionString) : IAsyncDisposable, IDisposable
{
    /// <summary>With more the first of them would wait for long.</summary>
    private const int MostTogether = 16;

    private const string Savepoint = "unit";

    /// <summary>
    /// A page that is written again and again goes from the log to its place once in 16 MiB of log; the library's default of 4 MiB does so four times as
    /// often. What is promised is synced in the log.
    /// </summary>
    private const string Tuning = "PRAGMA wal_autocheckpoint = 4096; PRAGMA cache_size = -16384;";

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentQueue<WriteUnit> waiting = new();
    private LedgerConnection? connection;

    /// <summary>Runs a unit of work; when it returns, what it wrote is synced.</summary>
    public async Task<T> WriteAsync<T>(Func<ISqlSession, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var unit = new WriteUnit<T>(work, cancellation);
        waiting.Enqueue(unit);
        try
        {
            await writing.WaitAsync(cancellation);
        }
        catch (OperationCanceledException) when (unit.Take())
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            // Somebody runs it already: what becomes of it is the answer.
            return await unit.Outcome;
        }

        try
        {
            while (!unit.IsEnded)
            {
                await CommitAsync(NextUnits());
            }
        }
        finally
        {
            writing.Release();
        }

        return await unit.Outcome;
    }

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

    private List<WriteUnit> NextUnits()
    {
        var units = new List<WriteUnit>();
        while (units.Count < MostTogether && waiting.TryDequeue(out var unit))
        {
            if (unit.Take())
            {
                units.Add(unit);
            }
        }

        return units;
    }

    private async Task CommitAsync(List<WriteUnit> units)
    {
        WriteUnit? running = null;
        try
        {
            connection ??= await OpenAsync();
            var transaction = connection.BeginTransaction(deferred: false);
            foreach (var unit in units)
            {
                running = unit;
                await RunAsync(unit, transaction);
            }

            running = null;
            transaction.Commit();
            await transaction.DisposeAsync();
        }
        catch (Exception lost)
        {
            var away = connection is null || SqlFaults.Of(lost) == SqlFault.Outage ? lost
                : new DatabaseAwayException("A transaction was lost, or nobody knows whether it was committed.", lost);

            // What a unit said of a state that was never committed is not its answer. The one that lost it runs alone, so that it does so only once.
            var isFirst = running == units[0];
            foreach (var unit in units.Where(unit => unit != running || isFirst))
            {
                unit.End(unit == running && unit.Failure is { } own ? own : away);
            }

            await ForgetAsync();
            if (running is not null && !isFirst)
            {
                await CommitAsync([running]);
            }

            return;
        }

        units.ForEach(unit => unit.End(unit.Failure));
    }

    /// <summary>Runs a unit so that its failure leaves the transaction as it was before; throws when the transaction is lost with it.</summary>
    private async Task RunAsync(WriteUnit unit, SqliteTransaction transaction)
    {
        transaction.Save(Savepoint);
        await unit.RunAsync(new SqlSession(SqlDialect.Sqlite, connection!, transaction, writes: true));
        if (unit.Failure is { } failure)
        {
            if (SqlFaults.Of(failure) == SqlFault.Outage)
            {
                throw new DatabaseAwayException("The ledger failed in the middle of a transaction.", failure);
            }

            transaction.Rollback(Savepoint);
        }

        transaction.Release(Savepoint);
    }

    /// <summary>Whatever state a full or lost disk left the connection in, it is not used again.</summary>
    private async Task ForgetAsync()
    {
        if (connection is not { } lost)
        {
            return;
        }

        connection = null;
        try
        {
            await lost.DisposeAsync();
        }
        catch (SqliteException)
        {
            // Closing rolls back first, and where the database has done that by itself it says so: now there is nothing left to roll back.
            await lost.DisposeAsync();
        }
    }

    private async Task<LedgerConnection> OpenAsync()
    {
        var opened = new LedgerConnection(connectionString);
        await SqliteDatabase.OpenAsync(
            opened, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; " + Tuning, CancellationToken.None);
        return opened;
    }

    /// <summary>Only once the last unit of work has ended: the lock is held and never given back.</summary>
    private void Close()
    {
        connection?.Dispose();
        writing.Dispose();
    }
}
