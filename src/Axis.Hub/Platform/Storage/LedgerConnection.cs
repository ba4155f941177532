using System.Data.Common;
using Axis.Contracts.Storage;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Platform.Storage;

/// <summary>The writer of a SQLite ledger, which keeps its prepared statements and reads bytes that batches carry as base64.</summary>
internal sealed class LedgerConnection : SqliteConnection
{
    private readonly KeptStatements statements;

    public LedgerConnection(string connectionString)
        : base(connectionString)
    {
        statements = new KeptStatements(CreateCommand, () => Transaction);

        // As OPENJSON expects them.
        CreateFunction("unbase64", (string? text) => text is null ? null : Convert.FromBase64String(text), isDeterministic: true);
    }

    protected override DbCommand CreateDbCommand() => statements.CreateCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            statements.Dispose();
        }

        base.Dispose(disposing);
    }
}
