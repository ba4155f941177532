namespace Axis.Benchmarks.Measuring;

/// <summary>What a path is asked to carry; the same for every path of a run.</summary>
/// <param name="PackageBytes">Size of one package.</param>
/// <param name="FanOut">Receivers of each.</param>
/// <param name="Documents">Documents that are measured.</param>
/// <param name="WarmUp">How long documents that are not measured go before them.</param>
/// <param name="Open">Most documents under way at once: submitted, and not every status back.</param>
internal sealed record Load(int PackageBytes, int FanOut, int Documents, TimeSpan WarmUp, int Open)
{
    /// <summary>Passages through a queue that a document to so many receivers makes: in, f times out, f statuses in, f out.</summary>
    public static int PassagesOf(int fanOut) => 1 + (3 * fanOut);
}
