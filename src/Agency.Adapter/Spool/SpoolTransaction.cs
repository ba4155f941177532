using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Agency.Adapter.Spool;

/// <summary>The writer's open transaction. Used on the writer's thread, for the length of one call.</summary>
internal sealed class SpoolTransaction(SpoolConnection connection)
{
    private readonly List<Action> afterCommit = [];
    private int kept;

    /// <summary>False when the engine itself has rolled back (a full disk does that).</summary>
    public bool IsOpen => raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    /// <summary>The connection, for stores that read and write alike.</summary>
    public SqliteConnection Connection => connection;

    public int Execute(string sql, object? parameters = null) => connection.Execute(sql, parameters);

    public T? Find<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefault<T>(sql, parameters);

    public IReadOnlyList<T> List<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters).AsList();

    /// <summary>Runs when the changes are on disk; must not throw or wait.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    internal void Begin()
    {
        kept = afterCommit.Count;
        connection.Run("SAVEPOINT work");
    }

    internal void Keep() => connection.Run("RELEASE work");

    internal void Undo()
    {
        connection.Execute("ROLLBACK TO work; RELEASE work");
        afterCommit.RemoveRange(kept, afterCommit.Count - kept);
    }

    internal void RunAfterCommit() => afterCommit.ForEach(action => action());
}
