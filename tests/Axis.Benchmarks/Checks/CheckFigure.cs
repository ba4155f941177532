namespace Axis.Benchmarks.Checks;

/// <summary>What the check before sending costs beside the reader alone on the same bytes. Every round measured all three, one after the other.</summary>
/// <param name="PackageBytes">Size of the package.</param>
/// <param name="ReaderMs">The streaming reader alone, from the staged bytes.</param>
/// <param name="CheckMs">The adapter's check of the staged bytes: reading, facts of directory and spool, all rules; the hub away.</param>
/// <param name="WholeMs">The same with taking the bytes in and staging them.</param>
internal sealed record CheckFigure(int PackageBytes, IReadOnlyList<double> ReaderMs, IReadOnlyList<double> CheckMs, IReadOnlyList<double> WholeMs)
{
    /// <summary>Check to reader, medians.</summary>
    public double Ratio => Median(CheckMs) / Median(ReaderMs);

    /// <summary>The same with staging.</summary>
    public double WholeRatio => Median(WholeMs) / Median(ReaderMs);

    public static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);
}
