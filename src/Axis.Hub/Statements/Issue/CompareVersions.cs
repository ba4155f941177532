using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Issue;

/// <summary>What differs between two versions of a statement, and which events made it so (statement.md 6). Pure.</summary>
internal static class CompareVersions
{
    /// <summary>Most events that are listed.</summary>
    public const int MostEvents = 500;

    private const int ShownOfHash = 8;

    /// <summary>Compares two contents of one day.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">This version.</param>
    /// <param name="late">Everything that came late.</param>
    /// <param name="told">The first <see cref="MostEvents"/> of it as people name it.</param>
    public static StatementChanges Between(Statement before, Statement after, IReadOnlyCollection<LateEvent> late, IReadOnlyList<StatementLateEvent> told)
    {
        var (was, stands) = (Leaves(before with { Books = [] }), Leaves(after with { Books = [] }));
        StatementChange[] differences = [.. Join(was, stands)];
        return new(
            // The numbers of the checks follow the figures; where nothing else differs they are what does.
            differences.Length > 0 ? differences : [.. Join(Leaves(before), Leaves(after))], [.. late.Take(MostEvents).Select(one => $"{one.EventKey} {one.Kind}")], late.Count,
            told.Count > 0 ? told : null);
    }

    private static IEnumerable<StatementChange> Join(SortedDictionary<string, Leaf> before, SortedDictionary<string, Leaf> after)
    {
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, stands) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (was?.Text != stands?.Text)
            {
                yield return new(was?.Lines is null && stands?.Lines is null ? name : name + ".length", was?.Text, stands?.Text);
            }
            else if (was!.Lines != stands!.Lines)
            {
                yield return new(name + ".lines", was.Lines, stands.Lines);
            }
        }
    }

    /// <summary>Every number and instant by its path; of lists the length and a hash, for a line has sentences that change with everything.</summary>
    private static SortedDictionary<string, Leaf> Leaves(Statement statement)
    {
        var leaves = new SortedDictionary<string, Leaf>(StringComparer.Ordinal);
        Add(JsonNode.Parse(StatementJson.Write(statement)), "", leaves);
        return leaves;
    }

    private static void Add(JsonNode? node, string path, SortedDictionary<string, Leaf> leaves)
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
                leaves[path] = new(list.Count.ToString(CultureInfo.InvariantCulture), StatementJson.HashOf(Encoding.UTF8.GetBytes(list.ToJsonString()))[..ShownOfHash]);
                break;
            default:
                leaves[path] = new(node?.ToString() ?? "", null);
                break;
        }
    }

    private sealed record Leaf(string Text, string? Lines);
}
