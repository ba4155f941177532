namespace Axis.Benchmarks.Statements;

/// <summary>One morning: the statements of the day before.</summary>
/// <param name="Ms">What issuing took.</param>
/// <param name="CpuMs">Processor time of it.</param>
/// <param name="MemoryMiB">The most managed memory it used above what was in use.</param>
/// <param name="Versions">Statements that were issued.</param>
internal sealed record Morning(double Ms, double CpuMs, double MemoryMiB, int Versions);
