using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>What a statement answers with, judged from its text and the schema. Names must match to the letter, as in a database that compares exactly.</summary>
internal sealed class ResultColumns
{
    private readonly Dictionary<string, IReadOnlyList<SqlColumn>> expressions = new(StringComparer.Ordinal);

    private ResultColumns()
    {
    }

    /// <summary>Columns of the first result of a script; none when it answers with nothing.</summary>
    public static IReadOnlyList<SqlColumn> Of(TSqlFragment script)
    {
        foreach (var statement in ((TSqlScript)script).Batches.SelectMany(batch => batch.Statements))
        {
            var found = new ResultColumns().Of(statement);
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private IReadOnlyList<SqlColumn> Of(TSqlStatement statement)
    {
        foreach (var expression in (statement as StatementWithCtesAndXmlNamespaces)?.WithCtesAndXmlNamespaces?.CommonTableExpressions ?? [])
        {
            // The anchor of a recursive one says the types.
            expressions[expression.ExpressionName.Value] = Of(expression.QueryExpression, null);
        }

        return statement switch
        {
            SelectStatement select => Of(select.QueryExpression, null),
            UpdateStatement { UpdateSpecification: { OutputClause: { } output } update } => Of(output, Open(update.FromClause.TableReferences, null)[NameOf(update.Target)]),
            _ => [],
        };
    }

    private List<SqlColumn> Of(OutputClause output, IReadOnlyList<SqlColumn> target)
    {
        var scope = new Scope(null) { ["inserted"] = target };
        return [.. output.SelectColumns.SelectMany(element => Of(element, scope))];
    }

    private IReadOnlyList<SqlColumn> Of(QueryExpression query, Scope? outer)
    {
        switch (query)
        {
            case BinaryQueryExpression both:
                var first = Of(both.FirstQueryExpression, outer);
                return first.Any(column => column.Type == SqlType.Unknown)
                    ? [.. first.Zip(Of(both.SecondQueryExpression, outer), (left, right) => left.Type == SqlType.Unknown ? left with { Type = right.Type } : left)]
                    : first;
            case QueryParenthesisExpression inside:
                return Of(inside.QueryExpression, outer);
            case QuerySpecification select:
                var scope = Open(select.FromClause?.TableReferences ?? [], outer);
                return [.. select.SelectElements.SelectMany(element => Of(element, scope))];
            default:
                throw new NotSupportedException(query.GetType().Name);
        }
    }

    private IEnumerable<SqlColumn> Of(SelectElement element, Scope scope) => element switch
    {
        SelectStarExpression { Qualifier: null } => scope.Values.SelectMany(columns => columns),
        SelectStarExpression star => scope[star.Qualifier.Identifiers[^1].Value],
        SelectScalarExpression scalar => [new(scalar.ColumnName?.Value ?? NameOf(scalar.Expression), TypeOf(scalar.Expression, scope))],
        _ => throw new NotSupportedException(element.GetType().Name),
    };

    private Scope Open(IEnumerable<TableReference> tables, Scope? outer)
    {
        var scope = new Scope(outer);
        foreach (var table in tables)
        {
            Open(table, scope);
        }

        return scope;
    }

    private void Open(TableReference table, Scope scope)
    {
        switch (table)
        {
            case JoinTableReference join:
                Open(join.FirstTableReference, scope);
                Open(join.SecondTableReference, scope);
                break;
            case NamedTableReference named:
                var name = named.SchemaObject.BaseIdentifier.Value;
                scope[named.Alias?.Value ?? name] = expressions.GetValueOrDefault(name) ?? ServerSchema.Current.Find(name) ?? throw new KeyNotFoundException($"no table {name}");
                break;
            case QueryDerivedTable derived:
                scope[derived.Alias.Value] = Of(derived.QueryExpression, scope);
                break;
            case OpenJsonTableReference json:
                scope[json.Alias.Value] = [.. JsonColumn.Of(json).Select(column => new SqlColumn(column.Name, column.Type))];
                break;
            default:
                throw new NotSupportedException(table.GetType().Name);
        }
    }

    private SqlType TypeOf(ScalarExpression expression, Scope scope) => expression switch
    {
        ColumnReferenceExpression column => scope.Find([.. column.MultiPartIdentifier.Identifiers.Select(part => part.Value)]),
        IntegerLiteral => new("int"),
        StringLiteral text => new("nvarchar", text.Value.Length),
        NullLiteral => SqlType.Unknown,
        ParenthesisExpression inside => TypeOf(inside.Expression, scope),
        CastCall cast => SqlType.Of(cast.DataType),
        BinaryExpression both => TypeOf(both.FirstExpression, scope),
        ScalarSubquery inner => Of(inner.QueryExpression, scope)[0].Type,
        CoalesceExpression any => FirstOf(any.Expressions, scope),
        SearchedCaseExpression choice => FirstOf([.. choice.WhenClauses.Select(when => when.ThenExpression), .. choice.ElseExpression is { } other ? [other] : (ScalarExpression[])[]], scope),
        FunctionCall call => TypeOf(call, scope),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private SqlType TypeOf(FunctionCall call, Scope scope) => call.FunctionName.Value switch
    {
        "COUNT" => new("int"),
        "ROW_NUMBER" => new("bigint"),
        "MIN" or "MAX" or "SUM" => TypeOf(call.Parameters[0], scope),
        "DATALENGTH" => new(TypeOf(call.Parameters[0], scope).Length == SqlType.Max ? "bigint" : "int"),
        var name => throw new NotSupportedException($"The rehearsal does not know what {name} answers with."),
    };

    private SqlType FirstOf(IEnumerable<ScalarExpression> expressions, Scope scope) =>
        expressions.Select(each => TypeOf(each, scope)).FirstOrDefault(type => type != SqlType.Unknown) ?? SqlType.Unknown;

    private static string NameOf(ScalarExpression expression) => expression is ColumnReferenceExpression column ? column.MultiPartIdentifier.Identifiers[^1].Value : "";

    private static string NameOf(TableReference target) => ((NamedTableReference)target).SchemaObject.BaseIdentifier.Value;

    /// <summary>Tables in reach by alias, then those of the query around.</summary>
    private sealed class Scope(Scope? outer) : Dictionary<string, IReadOnlyList<SqlColumn>>(StringComparer.Ordinal)
    {
        public SqlType Find(string[] path)
        {
            var tables = path is [var alias, _] ? TryGetValue(alias, out var named) ? [named] : [] : Values.ToArray();
            return tables.SelectMany(columns => columns).FirstOrDefault(column => column.Name == path[^1])?.Type
                ?? outer?.Find(path) ?? throw new KeyNotFoundException($"no column {string.Join('.', path)}");
        }
    }
}
