namespace Axis.Benchmarks.Measuring;

/// <summary>One figure: so many documents, each done when the statuses of all its receivers were back at the sender.</summary>
/// <param name="WarmUp">What went before.</param>
/// <param name="Cpu">Seconds of processor time in that span, by what the process is.</param>
internal sealed record Measurement(
    string Path, int PackageBytes, int FanOut, int Documents, int Open, double Seconds, double MedianMs, double P95Ms, WarmUp WarmUp,
    IReadOnlyDictionary<string, double> Cpu)
{
    public double PerSecond => Documents / Seconds;

    /// <summary>Processor time of all processes for one document, milliseconds.</summary>
    public double CpuMs => Cpu.Values.Sum() * 1000 / Documents;
}
