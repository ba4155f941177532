using System.Collections.Concurrent;
using System.Text.Json;
using Axis.Hub.Platform.Storage;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>One statement's text for SQL Server, held against what the code sends with it and reads from it.</summary>
internal sealed class ServerStatement : TSqlFragmentVisitor
{
    private static readonly ConcurrentDictionary<string, ServerStatement> Known = new(StringComparer.Ordinal);

    private readonly HashSet<string> parameters = new(StringComparer.Ordinal);
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly List<(string Parameter, JsonColumn[] Columns)> lists = [];
    private readonly HashSet<Type> mapped = [];
    private bool locks;

    private ServerStatement(string name, string text)
    {
        Name = name;
        var script = TransactSqlTests.Parse(text);
        script.Accept(this);
        parameters.ExceptWith(declared);
        Columns = ResultColumns.Of(script);
    }

    public string Name { get; }

    /// <summary>What it answers with.</summary>
    public IReadOnlyList<SqlColumn> Columns { get; }

    public static ServerStatement Of(SqlText text) => Known.GetOrAdd(text.Name, name => new(name, text.For(SqlDialect.SqlServer)));

    public static ServerStatement Of(string text) => new("a statement", text);

    /// <summary>Every parameter is there, and every list says what OPENJSON reads from it.</summary>
    public void CheckParameters(object? given, bool writes)
    {
        var members = given?.GetType().GetProperties().ToDictionary(member => member.Name, member => member.GetValue(given)) ?? [];
        parameters.Where(parameter => !members.ContainsKey(parameter)).ShouldBeEmpty($"{Name} needs parameters that the code does not send");
        (locks && !writes).ShouldBeFalse($"{Name} locks or changes rows in a read");
        foreach (var (parameter, columns) in lists)
        {
            using var json = JsonDocument.Parse((string)members[parameter]!);
            json.RootElement.EnumerateArray().SelectMany(row => columns.Select(column => column.Complaint(row))).OfType<string>()
                .ShouldBeEmpty($"{Name} reads @{parameter} otherwise than it is sent");
        }
    }

    /// <summary>Dapper makes <typeparamref name="T"/> from the types that SQL Server answers with.</summary>
    public void CheckRows<T>()
    {
        lock (mapped)
        {
            if (!mapped.Add(typeof(T)))
            {
                return;
            }
        }

        Columns.ShouldNotBeEmpty($"{Name} answers with nothing");
        RowMapping.Check<T>(Name, Columns);
    }

    public override void Visit(VariableReference node) => parameters.Add(node.Name[1..]);

    public override void Visit(DeclareVariableElement node) => declared.Add(node.VariableName.Value[1..]);

    public override void Visit(DataModificationSpecification node) => locks = true;

    public override void Visit(TableHint node) => locks |= node.HintKind is TableHintKind.UpdLock or TableHintKind.ReadPast or TableHintKind.XLock or TableHintKind.HoldLock;

    public override void Visit(OpenJsonTableReference node) => lists.Add((((VariableReference)node.Variable).Name[1..], [.. JsonColumn.Of(node)]));
}
