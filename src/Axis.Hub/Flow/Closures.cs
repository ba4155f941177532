namespace Axis.Hub.Flow;

/// <summary>Fixed words by which the hub itself closes a failure.</summary>
internal static class Closures
{
    /// <summary>The mended document has taken its place (protocol.md 4).</summary>
    public const string SentAgain = "sent again";
}
