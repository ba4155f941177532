namespace Axis.Hub.Commands;

/// <summary>A command cannot do what was asked; every reason at once, for the person at the terminal.</summary>
internal sealed class CommandFailedException(params IReadOnlyList<string> reasons) : Exception(string.Join("; ", reasons))
{
    public IReadOnlyList<string> Reasons => reasons;
}
