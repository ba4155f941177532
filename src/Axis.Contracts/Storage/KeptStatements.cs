using System.Data.Common;

namespace Axis.Contracts.Storage;

/// <summary>
/// The prepared statements of one connection, kept for their next run: SQLite parses a statement for longer than it runs it, and hub and adapter
/// have few texts that they run all day. Like a connection not for two threads at once.
/// </summary>
/// <param name="create">Makes a command of the connection.</param>
/// <param name="transaction">The connection's transaction of the moment.</param>
public sealed class KeptStatements(Func<DbCommand> create, Func<DbTransaction?> transaction) : IDisposable
{
    private readonly Dictionary<string, DbCommand> idle = new(StringComparer.Ordinal);

    /// <summary>A command of the connection for a query library: when it is given its text it is the kept statement of it.</summary>
    public DbCommand CreateCommand(DbConnection connection) => new KeptCommand(connection, this);

    /// <summary>The statement of a text, prepared if it ran before; given back by <see cref="Keep"/>.</summary>
    public DbCommand Take(string text)
    {
        if (idle.Remove(text, out var kept))
        {
            kept.Transaction = transaction();
            return kept;
        }

        var fresh = create();
#pragma warning disable CA2100 // The text is the caller's, as with any command.
        fresh.CommandText = text;
#pragma warning restore CA2100
        return fresh;
    }

    /// <summary>Takes a statement back whose reader is closed; its parameters are forgotten.</summary>
    public void Keep(DbCommand statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        statement.Parameters.Clear();
        if (!idle.TryAdd(statement.CommandText, statement))
        {
            statement.Dispose();
        }
    }

    /// <summary>Disposes every statement that nobody holds.</summary>
    public void Dispose()
    {
        foreach (var statement in idle.Values)
        {
            statement.Dispose();
        }

        idle.Clear();
    }
}
