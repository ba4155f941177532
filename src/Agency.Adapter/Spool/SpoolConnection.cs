using System.Data.Common;
using Axis.Contracts.Storage;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Spool;

/// <summary>A connection that keeps its prepared statements. Like its base not for two threads at once.</summary>
internal sealed class SpoolConnection : SqliteConnection
{
    public SpoolConnection(string connectionString)
        : base(connectionString) => Statements = new KeptStatements(CreateCommand, () => Transaction);

    public KeptStatements Statements { get; }

    /// <summary>Runs a statement without parameters, as each work in the spool does to begin and to end: nothing has to be mapped.</summary>
    public void Run(string statement)
    {
        var kept = Statements.Take(statement);
        try
        {
            kept.ExecuteNonQuery();
        }
        finally
        {
            Statements.Keep(kept);
        }
    }

    protected override DbCommand CreateDbCommand() => Statements.CreateCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Statements.Dispose();
        }

        base.Dispose(disposing);
    }
}
