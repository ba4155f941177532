using System.Diagnostics;

namespace Axis.Benchmarks.Measuring;

/// <summary>Processor time that processes use between two moments, by what they are.</summary>
internal sealed class CpuWatch
{
    private readonly IReadOnlyList<(string Role, Process Process)> processes;
    private readonly double[] before;

    private CpuWatch(IReadOnlyList<(string Role, Process Process)> processes)
    {
        this.processes = processes;
        before = [.. processes.Select(entry => Seconds(entry.Process))];
    }

    public static CpuWatch Start(IReadOnlyList<(string Role, Process Process)> processes) => new(processes);

    /// <summary>Seconds of processor time by role since the start.</summary>
    public IReadOnlyDictionary<string, double> Read() => processes
        .Select((entry, place) => (entry.Role, Seconds: Seconds(entry.Process) - before[place]))
        .GroupBy(entry => entry.Role)
        .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Seconds));

    private static double Seconds(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
