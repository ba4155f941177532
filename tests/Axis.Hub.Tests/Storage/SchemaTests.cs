using Axis.Hub.Platform.Storage;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage;

/// <summary>Two migrations, one schema.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Declares_the_same_tables_and_columns_on_both_databases()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var sqlite = await SqliteColumnsAsync(fixture.ConnectionString);
        sqlite.ShouldBe(ModelColumns());
    }

    [Fact]
    public async Task Declares_the_same_indexes_on_both_databases()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await using var connection = new SqliteConnection(fixture.ConnectionString);
        var sqlite = await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL;");
        var model = new Collector();
        foreach (var script in Migrations())
        {
            TransactSqlTests.Parse(script).Accept(model);
        }

        sqlite.Order(StringComparer.Ordinal).ShouldBe(model.Indexes.Order(StringComparer.Ordinal));
    }

    /// <summary>The checked-in model is what the migrations make: compared as text of the same kind, with no server.</summary>
    [Fact]
    public void Keeps_the_model_file_equal_to_the_migrations()
    {
        var (model, made) = (new Collector(), new Collector());
        TransactSqlTests.Parse(ModelText()).Accept(model);
        foreach (var script in Migrations())
        {
            TransactSqlTests.Parse(script).Accept(made);
        }

        model.Columns.Where(column => !column.StartsWith("Migration.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(made.Columns.Order(StringComparer.Ordinal));
        model.Indexes.Order(StringComparer.Ordinal).ShouldBe(made.Indexes.Order(StringComparer.Ordinal));
    }

    /// <summary>With a server: what the migrations made there is what the model says.</summary>
    [Fact]
    public async Task Makes_on_a_server_what_the_model_says()
    {
        Assert.SkipWhen(TestDatabases.ServerString is null, "AXIS_TEST_SQLSERVER names no SQL Server.");
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.SqlServer);
        await using var connection = new SqlConnection(fixture.ConnectionString);
        var made = (await connection.QueryAsync<string>(
            """
            SELECT CONCAT(t.name, '.', c.name, ' ', y.name,
                CASE WHEN y.name LIKE 'n%char' THEN CASE WHEN c.max_length = -1 THEN '(max)' ELSE CONCAT('(', c.max_length / 2, ')') END
                     WHEN y.name = 'varbinary' THEN CASE WHEN c.max_length = -1 THEN '(max)' ELSE CONCAT('(', c.max_length, ')') END
                     WHEN y.name = 'datetimeoffset' THEN CONCAT('(', c.scale, ')') ELSE '' END,
                CASE WHEN c.is_nullable = 1 THEN ' NULL' ELSE ' NOT NULL' END)
            FROM sys.tables AS t INNER JOIN sys.columns AS c ON c.object_id = t.object_id INNER JOIN sys.types AS y ON y.user_type_id = c.user_type_id;
            """)).ToList();
        var model = new Collector();
        TransactSqlTests.Parse(ModelText()).Accept(model);
        made.Order(StringComparer.Ordinal).ShouldBe(model.Columns.Order(StringComparer.Ordinal));
        var indexes = await connection.QueryAsync<string>(
            "SELECT i.name FROM sys.indexes AS i INNER JOIN sys.tables AS t ON t.object_id = i.object_id WHERE i.is_primary_key = 0 AND i.name IS NOT NULL;");
        indexes.Order(StringComparer.Ordinal).ShouldBe(model.Indexes.Order(StringComparer.Ordinal));
    }

    private static string ModelText() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Storage", "schema.mssql.sql"));

    private static IEnumerable<string> Migrations() =>
        new SqlServerMigrator("Data Source=none", TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).Scripts.Select(script => script.Contents);

    private static async Task<IReadOnlyList<string>> SqliteColumnsAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        var columns = await connection.QueryAsync<string>(
            """
            SELECT t.name || '.' || c.name || CASE WHEN c."notnull" = 1 THEN ' NOT NULL' ELSE ' NULL' END
            FROM sqlite_master AS t INNER JOIN pragma_table_info(t.name) AS c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%';
            """);
        return [.. columns.Order(StringComparer.Ordinal)];
    }

    private static List<string> ModelColumns()
    {
        var model = new Collector();
        TransactSqlTests.Parse(ModelText()).Accept(model);
        return [.. model.Columns.Select(column => column.Split(' ') is var parts ? parts[0] + (column.EndsWith(" NOT NULL", StringComparison.Ordinal) ? " NOT NULL" : " NULL") : "")
            .Order(StringComparer.Ordinal)];
    }

    private sealed class Collector : TSqlFragmentVisitor
    {
        /// <summary><c>Table.Column type NULL|NOT NULL</c>.</summary>
        public List<string> Columns { get; } = [];

        public List<string> Indexes { get; } = [];

        public override void Visit(CreateTableStatement node) => Columns.AddRange(Describe(node.SchemaObjectName, node.Definition));

        public override void Visit(AlterTableAddTableElementStatement node) => Columns.AddRange(Describe(node.SchemaObjectName, node.Definition));

        public override void Visit(CreateIndexStatement node) => Indexes.Add(node.Name.Value);

        private static IEnumerable<string> Describe(SchemaObjectName table, TableDefinition definition) =>
            definition.ColumnDefinitions.Select(column =>
            {
                var type = (ParameterizedDataTypeReference)column.DataType;
                var size = type.Parameters.Count == 0 ? "" : $"({string.Join(',', type.Parameters.Select(each => each.Value))})";
                var isNull = column.Constraints.OfType<NullableConstraintDefinition>().Single().Nullable;
                return $"{table.BaseIdentifier.Value}.{column.ColumnIdentifier.Value} {type.Name.BaseIdentifier.Value}{size} {(isNull ? "NULL" : "NOT NULL")}";
            });
    }
}
