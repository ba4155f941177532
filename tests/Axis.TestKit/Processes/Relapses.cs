using System.Collections.Concurrent;

namespace Axis.TestKit.Processes;

/// <summary>Supervised programs that ended by themselves and were started again: the promise was held, and somebody has a fault to find.</summary>
public static class Relapses
{
    private static readonly ConcurrentQueue<string> Seen = new();

    /// <summary>Which program ended, and what it said last.</summary>
    public static IReadOnlyList<string> All => [.. Seen];

    internal static void Add(string relapse) => Seen.Enqueue(relapse);
}
