using Axis.Hub.Platform.Storage;
using Axis.TestKit;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage;

/// <summary>Two migrations, one schema.</summary>
public sealed class SchemaTests
{
    private const string ServerColumns = """
        SELECT CONCAT(t.name, '.', c.name, ' ', y.name,
            CASE WHEN y.name LIKE 'n%char' THEN CASE WHEN c.max_length = -1 THEN '(max)' ELSE CONCAT('(', c.max_length / 2, ')') END
                 WHEN y.name = 'varbinary' THEN CASE WHEN c.max_length = -1 THEN '(max)' ELSE CONCAT('(', c.max_length, ')') END
                 WHEN y.name = 'datetimeoffset' THEN CONCAT('(', c.scale, ')') ELSE '' END,
            CASE WHEN c.is_nullable = 1 THEN ' NULL' ELSE ' NOT NULL' END)
        FROM sys.tables AS t INNER JOIN sys.columns AS c ON c.object_id = t.object_id INNER JOIN sys.types AS y ON y.user_type_id = c.user_type_id;
        """;

    private const string ServerIndexes = """
        SELECT CONCAT(t.name, '.', i.name, CASE WHEN i.is_unique = 1 THEN ' UNIQUE' ELSE '' END, ' (',
            (SELECT STRING_AGG(CONCAT(c.name, CASE WHEN k.is_descending_key = 1 THEN ' DESC' ELSE '' END), ', ') WITHIN GROUP (ORDER BY k.key_ordinal)
             FROM sys.index_columns AS k INNER JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
             WHERE k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0), ')',
            CASE WHEN i.has_filter = 1 THEN ' FILTERED' ELSE '' END)
        FROM sys.indexes AS i INNER JOIN sys.tables AS t ON t.object_id = i.object_id
        WHERE i.name IS NOT NULL;
        """;

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
        model.Keys.Where(key => !key.StartsWith("Migration.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(made.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>With a server: what the migrations made there is what the model says.</summary>
    [SqlServerFact]
    public async Task Makes_on_a_server_what_the_model_says()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.SqlServer);
        await using var connection = new SqlConnection(fixture.ConnectionString);
        var model = new Collector();
        TransactSqlTests.Parse(ModelText()).Accept(model);
        (await connection.QueryAsync<string>(ServerColumns)).Order(StringComparer.Ordinal).ShouldBe(model.Columns.Order(StringComparer.Ordinal));
        (await connection.QueryAsync<string>(ServerIndexes)).Order(StringComparer.Ordinal).ShouldBe(model.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(ServerColumns)]
    [InlineData(ServerIndexes)]
    public void Asks_a_server_in_words_that_it_knows(string query) => TransactSqlTests.Parse(query);

    /// <summary>An index whose keys may grow past the limit is made with a warning only, and refuses a row some day.</summary>
    [Fact]
    public void Keeps_keys_within_the_limits_of_a_server()
    {
        var model = new Collector();
        TransactSqlTests.Parse(ModelText()).Accept(model);
        model.KeyBytes.Where(key => key.Bytes > (key.Clustered ? 900 : 1700)).ShouldBeEmpty();
        model.KeyBytes.ShouldContain(("IX_Document_SenderText", 816, false));
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

        /// <summary><c>Table.Index UNIQUE (Column DESC, ...) FILTERED</c>, primary keys included.</summary>
        public List<string> Keys { get; } = [];

        /// <summary>The most that an index's key can take.</summary>
        public List<(string Index, int Bytes, bool Clustered)> KeyBytes { get; } = [];

        public override void Visit(CreateTableStatement node)
        {
            var table = node.SchemaObjectName.BaseIdentifier.Value;
            Columns.AddRange(Describe(node.SchemaObjectName, node.Definition));
            foreach (var key in node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>())
            {
                Keys.Add(Describe(table, key.ConstraintIdentifier.Value, isUnique: true, key.Columns, isFiltered: false));
                KeyBytes.Add((key.ConstraintIdentifier.Value, BytesOf(table, key.Columns), key.Clustered == true));
            }
        }

        public override void Visit(AlterTableAddTableElementStatement node) => Columns.AddRange(Describe(node.SchemaObjectName, node.Definition));

        public override void Visit(AlterTableDropTableElementStatement node)
        {
            foreach (var element in node.AlterTableDropTableElements)
            {
                Columns.RemoveAll(column => column.StartsWith($"{node.SchemaObjectName.BaseIdentifier.Value}.{element.Name.Value} ", StringComparison.Ordinal));
            }
        }

        public override void Visit(CreateIndexStatement node)
        {
            var table = node.OnName.BaseIdentifier.Value;
            Indexes.Add(node.Name.Value);
            Keys.Add(Describe(table, node.Name.Value, node.Unique, node.Columns, node.FilterPredicate is not null));
            KeyBytes.Add((node.Name.Value, BytesOf(table, node.Columns), node.Clustered == true));
        }

        public override void Visit(DropIndexStatement node)
        {
            foreach (var clause in node.DropIndexClauses.Cast<DropIndexClause>())
            {
                var (table, index) = (clause.Object.BaseIdentifier.Value, clause.Index.Value);
                Indexes.Remove(index);
                Keys.RemoveAll(key => key.StartsWith($"{table}.{index} ", StringComparison.Ordinal));
                KeyBytes.RemoveAll(key => key.Index == index);
            }
        }

        private static string Describe(string table, string name, bool isUnique, IEnumerable<ColumnWithSortOrder> columns, bool isFiltered) =>
            $"{table}.{name}{(isUnique ? " UNIQUE" : "")} ({string.Join(", ", columns.Select(column => NameOf(column) + (column.SortOrder == Microsoft.SqlServer.TransactSql.ScriptDom.SortOrder.Descending ? " DESC" : "")))}){(isFiltered ? " FILTERED" : "")}";

        private static string NameOf(ColumnWithSortOrder column) => column.Column.MultiPartIdentifier.Identifiers[^1].Value;

        private int BytesOf(string table, IEnumerable<ColumnWithSortOrder> columns) => columns.Sum(column =>
        {
            var type = Columns.Single(each => each.StartsWith($"{table}.{NameOf(column)} ", StringComparison.Ordinal)).Split(' ')[1];
            return type.Split('(', ')') is ["nvarchar", var length, ..]
                ? 2 * int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)
                : type switch { "uniqueidentifier" => 16, "bigint" => 8, "int" => 4, "date" => 3, "bit" => 1, _ => 10 };
        });

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
