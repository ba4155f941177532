using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using Axis.Contracts;
using Dapper;
using MassTransit;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Spool;

/// <summary>
/// The spool's SQLite file: WAL, every commit synced, one writer. Writes that wait together are committed together,
/// in the order in which they were handed in: a commit costs far more than most of them, so when one had company the next waits a moment for more.
/// </summary>
internal sealed class SpoolDatabase : IDisposable
{
    private const int MaxGroup = 256;
    private const int SchemaVersion = 9;

    /// <summary>
    /// A page that is written again and again goes from the log to its place once in 16 MiB of log; the library's default of 4 MiB does so four times as
    /// often. What is promised is synced in the log.
    /// </summary>
    private const string Tuning = "PRAGMA wal_autocheckpoint = 4096; PRAGMA cache_size = -16384;";

    /// <summary>No hand-over takes so much longer that anybody notices; at any rate of writes there are never more commits than it lets through.</summary>
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(4);

    private readonly BlockingCollection<SpoolWork> queue = [];
    private readonly FileStream ownership;
    private readonly SpoolConnection connection;
    private readonly ConcurrentBag<SpoolConnection> readers = [];
    private readonly string file;
    private readonly Thread writer;
    private readonly ManualResetEvent closing = new(initialState: false);
    private volatile bool closed;

    /// <summary>Opens or creates the spool in a folder.</summary>
    /// <exception cref="IOException">Another process has it open: two writers would break its promises.</exception>
    public SpoolDatabase(AdapterOptions options)
    {
        Directory.CreateDirectory(options.SpoolFolder);
        ownership = new FileStream(
            Path.Combine(options.SpoolFolder, "spool.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        file = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(Path.GetFullPath(options.SpoolFolder), "spool.db"),
            Pooling = false,
        }.ToString();
        connection = new SpoolConnection(file);
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; " + Tuning);
        var version = connection.ExecuteScalar<int>("PRAGMA user_version");
        if (version > SchemaVersion)
        {
            throw new InvalidDataException("The spool was written by a newer adapter.");
        }

        // One transaction: a start that dies in it leaves the version it found.
        var upgrade = (version == 1 ? SpoolSql.Upgrade2 : "") + (version is 1 or 2 ? SpoolSql.Upgrade3 : "") + (version is > 0 and < 8 ? SpoolSql.Upgrade8 : "");
        var links = version is > 0 and < 4 ? SpoolSql.Upgrade4 : "";
        connection.Execute($"BEGIN IMMEDIATE; {upgrade} {SpoolSql.Schema} {links} PRAGMA user_version = {SchemaVersion}; COMMIT");
        connection.Execute(SpoolSql.AddMeta, new { Name = "spool", Value = NewId.NextSequentialGuid().ToString() });
        connection.Execute(SpoolSql.AddMeta, new { Name = "cursor", Value = "0" });
        SpoolId = Guid.Parse(connection.ExecuteScalar<string>(SpoolSql.FindMeta, new { Name = "spool" })!, CultureInfo.InvariantCulture);
        writer = new Thread(Write) { IsBackground = true, Name = "spool " + options.Code };
        writer.Start();
    }

    /// <summary>Identity of this spool; a new file is a new one (protocol.md 6).</summary>
    public Guid SpoolId { get; }

    /// <summary>
    /// Runs work in a transaction of its own fate: when it throws, its own changes are undone and the exception is the caller's.
    /// Completes when the changes are on disk. The order of calls is the order of the work.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SpoolTransaction, T> work)
    {
        var item = new SpoolWork<T>(work);
        queue.Add(item);
        return item.Task;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<SpoolTransaction> work) => WriteAsync(transaction =>
    {
        work(transaction);
        return true;
    });

    /// <summary>Reads what is committed.</summary>
    public T Read<T>(Func<SqliteConnection, T> work)
    {
        if (!readers.TryTake(out var reader))
        {
            reader = new SpoolConnection(file);
        }

        try
        {
            if (reader.State != ConnectionState.Open)
            {
                reader.Open();
            }

            return work(reader);
        }
        finally
        {
            // There are never more than read at once.
            readers.Add(reader);
            if (closed)
            {
                CloseReaders();
            }
        }
    }

    public void Dispose()
    {
        if (queue.IsAddingCompleted)
        {
            return;
        }

        queue.CompleteAdding();
        closing.Set();
        writer.Join();
        connection.Dispose();
        closed = true;
        CloseReaders();
        ownership.Dispose();
        queue.Dispose();
        closing.Dispose();
    }

    private void CloseReaders()
    {
        while (readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Write()
    {
        var group = new List<SpoolWork>();
        foreach (var first in queue.GetConsumingEnumerable())
        {
            if (group.Count > 1 || queue.Count > 0)
            {
                closing.WaitOne(GatherFor);
            }

            group.Clear();
            group.Add(first);
            while (group.Count < MaxGroup && queue.TryTake(out var next))
            {
                group.Add(next);
            }

            Commit(group);
        }
    }

    private void Commit(List<SpoolWork> group)
    {
        var transaction = new SpoolTransaction(connection);
        try
        {
            connection.Run("BEGIN IMMEDIATE");
            foreach (var work in group)
            {
                work.Run(transaction);
            }

            CrashPoint.Pass(AdapterCrashPoints.SpoolBeforeCommit);
            connection.Run("COMMIT");
        }
        catch (Exception fault)
        {
            // Nothing of the group is on disk: everybody in it learns so, and the caller that waits may try again.
            if (transaction.IsOpen)
            {
                connection.Execute("ROLLBACK");
            }

            group.ForEach(work => work.Fail(fault));
            return;
        }

        transaction.RunAfterCommit();
        group.ForEach(work => work.Succeed());
    }
}
