using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Spool;

/// <summary>
/// A connection that keeps its prepared statements: parsing a statement costs more than running it, and the spool has few texts that
/// it runs all day. Like its base not for two threads at once.
/// </summary>
internal sealed class SpoolConnection(string connectionString) : SqliteConnection(connectionString)
{
    private readonly Dictionary<string, SqliteCommand> idle = new(StringComparer.Ordinal);

    /// <summary>The statement of a text, prepared if it ran before; given back by <see cref="Keep"/>.</summary>
    public SqliteCommand Take(string text)
    {
        if (idle.Remove(text, out var kept))
        {
            kept.Transaction = Transaction;
            return kept;
        }

        var fresh = CreateCommand();
        fresh.CommandText = text;
        return fresh;
    }

    /// <summary>Takes a statement back whose reader is closed.</summary>
    public void Keep(SqliteCommand statement)
    {
        statement.Parameters.Clear();
        if (!idle.TryAdd(statement.CommandText, statement))
        {
            statement.Dispose();
        }
    }

    protected override DbCommand CreateDbCommand() => new SpoolCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var statement in idle.Values)
            {
                statement.Dispose();
            }

            idle.Clear();
        }

        base.Dispose(disposing);
    }
}
