using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Axis.Contracts.Storage;

/// <summary>What a query library sees of a kept statement: its text first, then parameters, one run, and it goes back when disposed.</summary>
internal sealed class KeptCommand(DbConnection connection, KeptStatements statements) : DbCommand
{
    private DbCommand? statement;

    [AllowNull]
    public override string CommandText
    {
        get => statement?.CommandText ?? "";
        set
        {
            GiveBack();
            statement = statements.Take(value ?? "");
        }
    }

    public override int CommandTimeout
    {
        get => Statement.CommandTimeout;
        set => Statement.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => CommandType.Text;
        set => Statement.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A kept statement stays with its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    private DbCommand Statement => statement ?? throw new InvalidOperationException("The text comes first.");

    public override void Cancel() => Statement.Cancel();

    public override int ExecuteNonQuery() => Statement.ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement.ExecuteScalar();

    public override void Prepare() => Statement.Prepare();

    protected override DbParameter CreateDbParameter() => Statement.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Statement.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
        }

        base.Dispose(disposing);
    }

    private void GiveBack()
    {
        if (statement is { } kept)
        {
            statement = null;
            statements.Keep(kept);
        }
    }
}
