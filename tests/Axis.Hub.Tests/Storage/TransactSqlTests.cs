using System.Reflection;
using System.Text.RegularExpressions;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Storage.Rehearsal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage;

/// <summary>What can be known of the T-SQL without a server: it parses as SQL Server 2019's, is plain, and fits the schema.</summary>
public sealed partial class TransactSqlTests
{
    private static readonly Lazy<string> Schema = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Storage", "schema.mssql.sql")));

    public static TheoryData<string> Statements => [.. SqlText.ResolveAll().Select(text => text.Name).Distinct()];

    public static TheoryData<string> Migrations => [.. Scripts.Select(script => script.Name)];

    private static IReadOnlyList<DbUp.Engine.SqlScript> Scripts => new SqlServerMigrator("Data Source=none", TimeProvider.System, NullLogger.Instance).Scripts;

    [Theory, MemberData(nameof(Statements))]
    public void Parses_every_statement(string name) => Parse(Text(name));

    [Theory, MemberData(nameof(Migrations))]
    public void Parses_every_migration_and_keeps_it_plain(string name)
    {
        var script = Scripts.Single(each => each.Name == name).Contents;
        var visitor = new PlainVisitor();
        Parse(script).Accept(visitor);
        visitor.Found.ShouldBeEmpty();
    }

    /// <summary>A server binds a whole batch before it runs it, but for keys of indexes: a column that the batch adds is not there yet.</summary>
    [Theory, MemberData(nameof(Migrations))]
    public void Uses_a_new_column_in_a_later_batch_only(string name)
    {
        var visitor = new NewColumnVisitor();
        Parse(Scripts.Single(script => script.Name == name).Contents).Accept(visitor);
        visitor.Early.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CREATE INDEX I ON dbo.T (Old) WHERE New IS NULL;", 1)]
    [InlineData("UPDATE dbo.T SET New = 1;", 1)]
    [InlineData("CREATE INDEX I ON dbo.T (New) WHERE Old = 1;", 0)]
    [InlineData("\nGO\nUPDATE dbo.T SET New = 1;", 0)]
    public void Notices_a_new_column_that_is_used_in_its_own_batch(string use, int early)
    {
        var visitor = new NewColumnVisitor();
        Parse("ALTER TABLE dbo.T ADD New int NULL; " + use).Accept(visitor);
        visitor.Early.Count.ShouldBe(early);
    }

    [Theory, MemberData(nameof(Statements))]
    public void Keeps_every_statement_plain(string name)
    {
        var visitor = new PlainVisitor();
        Parse(Text(name)).Accept(visitor);
        visitor.Found.ShouldBeEmpty();
    }

    /// <summary>DacFx checks no bare DML, so each statement becomes a procedure; a missing table or column is only a warning there, so warnings fail.</summary>
    [Fact]
    public void Fits_every_statement_to_the_schema()
    {
        using var model = NewModel();
        var names = SqlText.ResolveAll().DistinctBy(text => text.Name).ToArray();
        for (var index = 0; index < names.Length; index++)
        {
            model.AddObjects(AsProcedure($"Statement{index}", names[index].For(SqlDialect.SqlServer)));
        }

        var complaints = model.Validate().Select(message => NameOf(message.ToString(), names)).ToArray();
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public void Notices_a_column_that_does_not_exist()
    {
        using var model = NewModel();
        model.AddObjects(AsProcedure("Wrong", "SELECT s.NoSuchColumn FROM dbo.Submission AS s WHERE s.Try = @try;"));
        model.AddObjects(AsProcedure("Absent", "UPDATE dbo.NoSuchTable SET X = 1;"));
        model.Validate().Count(message => message.ToString().Contains("NoSuch", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
    }

    /// <summary>The database compares exactly, also the names of its own tables and columns.</summary>
    [Theory]
    [InlineData("SELECT s.try FROM dbo.Submission AS s;")]
    [InlineData("SELECT s.Try FROM dbo.submission AS s;")]
    public void Notices_a_name_in_another_case(string statement)
    {
        using var model = NewModel();
        model.AddObjects(AsProcedure("Wrong", statement));
        model.Validate().ShouldNotBeEmpty();
    }

    /// <summary>What the migrator says by itself, outside of scripts.</summary>
    [Theory]
    [InlineData(typeof(SqlServerMigrator), 6)]
    [InlineData(typeof(SqlServerOptions), 1)]
    public void Parses_what_prepares_a_database(Type type, int texts)
    {
        var statements = type.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(field => field is { IsLiteral: true } && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!).ToList();
        statements.Count.ShouldBe(texts);
        foreach (var statement in statements)
        {
            Parse(statement);
        }
    }

    /// <summary>What is read from a list lies in, or is compared with, a column of the same name: with another type it would be cut, or converted past an index.</summary>
    [Theory, MemberData(nameof(Statements))]
    public void Reads_lists_with_the_types_of_the_columns(string name)
    {
        var visitor = new ListVisitor();
        Parse(Text(name)).Accept(visitor);
        var columns = visitor.Tables.SelectMany(table => ServerSchema.Current.Find(table) ?? []).ToLookup(column => column.Name, column => column.Type);
        visitor.Columns.Where(column => columns.Contains(column.Name) && !columns[column.Name].Contains(column.Type)).ShouldBeEmpty();
    }

    internal static TSqlFragment Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        errors.Select(error => $"line {error.Line}: {error.Message}").ShouldBeEmpty();
        return fragment;
    }

    internal static IEnumerable<string> Batches(string script) =>
        Go().Split(script).Select(batch => batch.Trim()).Where(batch => batch.Length > 0);

    private static TSqlModel NewModel()
    {
        var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions { Collation = SqlServerOptions.Collation });
        foreach (var batch in Batches(Schema.Value))
        {
            model.AddObjects(batch);
        }

        return model;
    }

    private static string Text(string name) => SqlText.ResolveAll().First(text => text.Name == name).For(SqlDialect.SqlServer);

    /// <summary>Parameters by the names that the code gives them; an unknown one must be added here, with its type.</summary>
    private static string AsProcedure(string name, string sql)
    {
        var declared = Declared().Matches(sql).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parameters = Parameter().Matches(sql).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).Where(each => !declared.Contains(each))
            .Select(each => each + " " + TypeOf(each[1..]));
        return $"CREATE PROCEDURE dbo.{name} {string.Join(", ", parameters)} AS BEGIN\n{sql}\nEND";
    }

    private static string TypeOf(string parameter) => parameter.ToUpperInvariant() switch
    {
        "ROWS" or "KEYS" or "IDS" or "WINDOWS" => "nvarchar(max)",
        "DER" => "varbinary(max)",
        "LIMIT" or "TRY" or "QUERYREPEATS" => "int",
        "VERSION" or "QUERYNUMBER" or "READNUMBER" => "bigint",
        "NOW" or "UNTIL" or "AT" or "PUBLISHEDBEFORE" or "SIGNBEFORE" or "SINCE" or "BEFORE" => "datetimeoffset(3)",
        "ID" or "LAST" => "uniqueidentifier",
        _ when parameter.EndsWith("Id", StringComparison.Ordinal) => "uniqueidentifier",
        _ when parameter.EndsWith("Before", StringComparison.Ordinal) || parameter.EndsWith("At", StringComparison.Ordinal) => "datetimeoffset(3)",
        _ => "nvarchar(4000)",
    };

    private static string NameOf(string message, SqlText[] names) =>
        Numbered().Replace(message, match => names[int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)].Name);

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Go();

    [GeneratedRegex(@"(?<!@)@[A-Za-z]\w*")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"DECLARE\s+(@\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Declared();

    [GeneratedRegex(@"Statement(\d+)")]
    private static partial Regex Numbered();

    private sealed class ListVisitor : TSqlFragmentVisitor
    {
        public List<JsonColumn> Columns { get; } = [];

        public HashSet<string> Tables { get; } = [];

        public override void Visit(OpenJsonTableReference node) => Columns.AddRange(JsonColumn.Of(node));

        public override void Visit(NamedTableReference node) => Tables.Add(node.SchemaObject.BaseIdentifier.Value);
    }

    private sealed class ColumnVisitor : TSqlFragmentVisitor
    {
        public HashSet<string> Names { get; } = [];

        public override void Visit(ColumnReferenceExpression node) => Names.Add(node.MultiPartIdentifier?.Identifiers[^1].Value ?? "*");
    }

    private sealed class NewColumnVisitor : TSqlFragmentVisitor
    {
        private readonly HashSet<string> added = [];

        public List<string> Early { get; } = [];

        public override void Visit(TSqlBatch node) => added.Clear();

        public override void Visit(AlterTableAddTableElementStatement node) =>
            added.UnionWith(node.Definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value));

        public override void Visit(CreateIndexStatement node) => Judge(node.FilterPredicate);

        public override void Visit(DataModificationStatement node) => Judge(node);

        public override void Visit(SelectStatement node) => Judge(node);

        private void Judge(TSqlFragment? use)
        {
            var used = new ColumnVisitor();
            use?.Accept(used);
            Early.AddRange(used.Names.Where(added.Contains));
        }
    }

    /// <summary>architecture.md 4.5: what a DBA or a compatible server may stumble over.</summary>
    private sealed class PlainVisitor : TSqlFragmentVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(MergeStatement node) => Found.Add("MERGE");

        public override void Visit(CreateTriggerStatement node) => Found.Add("a trigger");

        public override void Visit(WaitForStatement node) => Found.Add("WAITFOR");

        public override void Visit(AlterIndexStatement node) => Found.Add("ALTER INDEX");

        public override void Visit(AlterTableAddTableElementStatement node)
        {
            if (node.Definition.ColumnDefinitions.Count > 1)
            {
                Found.Add("several columns in one ALTER TABLE");
            }
        }

        public override void Visit(ConstraintDefinition node)
        {
            if (node.ConstraintIdentifier is null && node is not NullableConstraintDefinition)
            {
                Found.Add("a constraint without a name");
            }
        }

        public override void Visit(CreateIndexStatement node)
        {
            // A server takes no OR and no expression there.
            if (node.FilterPredicate is not (null or BooleanIsNullExpression { Expression: ColumnReferenceExpression }
                or BooleanComparisonExpression { FirstExpression: ColumnReferenceExpression, SecondExpression: IntegerLiteral or StringLiteral }))
            {
                Found.Add($"a filter of {node.Name.Value} that is more than one comparison");
            }
        }

        public override void Visit(NamedTableReference node)
        {
            var hints = node.TableHints.Select(hint => hint.HintKind).ToHashSet();
            if (hints.Contains(TableHintKind.ReadPast) && !hints.Contains(TableHintKind.UpdLock))
            {
                // Without a lock of its own it reads row versions, and the hint is refused there.
                Found.Add("READPAST without UPDLOCK");
            }
        }

        public override void Visit(IndexDefinition node) => Found.Add("an index inside CREATE TABLE");
    }
}
