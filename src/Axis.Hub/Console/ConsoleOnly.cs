namespace Axis.Hub.Console;

/// <summary>Marks endpoints that exist on the console endpoint only, never on the adapters' one.</summary>
internal sealed class ConsoleOnly
{
    public static ConsoleOnly Mark { get; } = new();
}
