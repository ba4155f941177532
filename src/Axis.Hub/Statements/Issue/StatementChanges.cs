using System.Text;
using System.Text.Json.Nodes;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;

namespace Axis.Hub.Statements.Issue;

/// <summary>Why there is another version of a statement (statement.md 6): what differs from the one before, and the events that came late.</summary>
/// <param name="Differences">Figures, times and lengths of lists that differ.</param>
/// <param name="Events">Events of this agency up to the end of the day that no run had seen, at most <see cref="MostEvents"/>.</param>
/// <param name="EventCount">How many there are.</param>
internal sealed record StatementChanges(IReadOnlyList<StatementDifference> Differences, IReadOnlyList<string> Events, int EventCount)
{
    private const int MostEvents = 500;

    /// <summary>Compares two contents of one day.</summary>
    public static StatementChanges Between(Statement before, Statement after, IReadOnlyCollection<LateEvent> late) => new(
        [.. Leaves(before).OuterJoin(Leaves(after)).Where(pair => pair.Before != pair.After).Select(pair => new StatementDifference(pair.Name, pair.Before, pair.After))],
        [.. late.Take(MostEvents).Select(one => $"{one.EventKey} {one.Kind}")], late.Count);

    /// <summary>The form in which it is kept.</summary>
    public string Write() => Encoding.UTF8.GetString(WireJson.Write(this));

    /// <summary>Every number and instant by its path; of lists the length, for their lines have sentences that change with everything.</summary>
    private static SortedDictionary<string, string> Leaves(Statement statement)
    {
        var leaves = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(JsonNode.Parse(StatementJson.Write(statement with { Books = [] })), "", leaves);
        return leaves;
    }

    private static void Add(JsonNode? node, string path, SortedDictionary<string, string> leaves)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    Add(member, path.Length == 0 ? name : $"{path}.{name}", leaves);
                }

                break;
            case JsonArray list:
                leaves[path + ".length"] = list.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
            default:
                leaves[path] = node?.ToString() ?? "";
                break;
        }
    }
}

/// <summary>One figure that differs.</summary>
/// <param name="Name">Its path in the content.</param>
/// <param name="Before">In the version before; null: it was not there.</param>
/// <param name="After">In this one; null: it is not there.</param>
internal sealed record StatementDifference(string Name, string? Before, string? After);

/// <summary>An event that came after the statements of its day.</summary>
internal sealed record LateEvent
{
    /// <summary>Delivery or case, and the number in its history.</summary>
    public required string EventKey { get; init; }
    public required Guid AgencyId { get; init; }
    public Guid? CounterpartId { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset EffectiveAt { get; init; }

    public bool Concerns(Guid agency) => AgencyId == agency || CounterpartId == agency;
}

internal static class LeafJoin
{
    public static IEnumerable<(string Name, string? Before, string? After)> OuterJoin(this SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(name => (name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)));
}
