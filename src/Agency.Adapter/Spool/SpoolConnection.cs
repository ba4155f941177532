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
