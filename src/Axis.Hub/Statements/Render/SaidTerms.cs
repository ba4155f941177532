using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Render;

/// <summary>What either side has said of an item, in one text for each language; empty where nothing was said.</summary>
internal static class SaidTerms
{
    public static readonly Term Column = new("Các bên đã nói", "What the sides said");

    /// <param name="item">The item.</param>
    /// <param name="day">The statement's day.</param>
    public static Term Of(StatementItem item, DateOnly day)
    {
        var said = (item.Acts ?? []).Select(act => ActWords.Of(act, day)).ToArray();
        return new(string.Join(' ', said.Select(one => one.Vietnamese)), string.Join(' ', said.Select(one => one.English)));
    }
}
