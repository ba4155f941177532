using Axis.Benchmarks.Measuring;

namespace Axis.Benchmarks.Checks;

/// <summary>What the rules take of the full path. They have no switch, so their own time is measured and taken out of the path's.</summary>
/// <param name="JudgeMs">All rules over one package that was read, by the hub's facts.</param>
/// <param name="Path">The full path in the same run.</param>
internal sealed record RuleShare(double JudgeMs, Measurement Path)
{
    /// <summary>Processor time that the rules add, hub and sender's adapter, each of which judges once: 0.15 is fifteen in a hundred.</summary>
    public double Added => Path.CpuMs / (Path.CpuMs - (2 * JudgeMs)) - 1;

    /// <summary>The same of the hub's own time.</summary>
    public double AddedAtHub => HubMs / (HubMs - JudgeMs) - 1;

    private double HubMs => Path.Cpu[Roles.Hub] * 1000 / Path.Documents;
}
