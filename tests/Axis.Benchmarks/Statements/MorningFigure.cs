namespace Axis.Benchmarks.Statements;

/// <summary>Mornings of one kind, one after the other; what counts is the middle one.</summary>
/// <param name="Agencies">Agencies in the directory.</param>
/// <param name="Active">Of them with traffic.</param>
/// <param name="Traffic">Deliveries a day.</param>
/// <param name="Ledger">Deliveries in the ledger on the first of them.</param>
/// <param name="Mornings">What was measured.</param>
internal sealed record MorningFigure(int Agencies, int Active, int Traffic, int Ledger, IReadOnlyList<Morning> Mornings)
{
    public double Ms => Median(morning => morning.Ms);

    public double CpuMs => Median(morning => morning.CpuMs);

    public double MemoryMiB => Mornings.Max(morning => morning.MemoryMiB);

    private double Median(Func<Morning, double> of) => Mornings.Select(of).Order().ElementAt(Mornings.Count / 2);
}
