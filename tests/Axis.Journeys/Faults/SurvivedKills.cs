using Axis.Journeys.Faults;
using Axis.TestKit.Processes;

[assembly: AssemblyFixture(typeof(SurvivedKills))]

namespace Axis.Journeys.Faults;

/// <summary>Counts over the whole assembly every SIGKILL after which a nation was held to its promise, and says so at the end.</summary>
public sealed class SurvivedKills : IDisposable
{
    private static int count;

    /// <summary>Called when the end state has been asserted, never before.</summary>
    internal static void Add(int kills) => Interlocked.Add(ref count, kills);

    public void Dispose()
    {
        if (count > 0)
        {
            Console.WriteLine($"kills survived: {count}");
        }

        foreach (var relapse in Relapses.All)
        {
            Console.WriteLine("a program that nobody killed " + relapse);
        }
    }
}
