namespace Axis.Hub.Statements.Render;

/// <summary>What people read, in Vietnamese and in English.</summary>
internal readonly record struct Term(string Vi, string En)
{
    public override string ToString() => $"{Vi} / {En}";
}
