using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>Tables and columns of the checked-in model.</summary>
internal sealed class ServerSchema : TSqlFragmentVisitor
{
    private static readonly Lazy<ServerSchema> Read = new(() =>
    {
        var schema = new ServerSchema();
        TransactSqlTests.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Storage", "schema.mssql.sql"))).Accept(schema);
        return schema;
    });

    private readonly Dictionary<string, IReadOnlyList<SqlColumn>> tables = new(StringComparer.Ordinal);

    private ServerSchema()
    {
    }

    public static ServerSchema Current => Read.Value;

    /// <summary>Null when there is no table of exactly this name.</summary>
    public IReadOnlyList<SqlColumn>? Find(string table) => tables.GetValueOrDefault(table);

    public override void Visit(CreateTableStatement node) =>
        tables[node.SchemaObjectName.BaseIdentifier.Value] =
            [.. node.Definition.ColumnDefinitions.Select(column => new SqlColumn(column.ColumnIdentifier.Value, SqlType.Of(column.DataType)))];
}
