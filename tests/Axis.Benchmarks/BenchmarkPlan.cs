using Axis.Benchmarks.Measuring;

namespace Axis.Benchmarks;

/// <summary>What one run measures.</summary>
/// <param name="Sizes">Sizes of packages, bytes.</param>
/// <param name="FanOuts">Numbers of receivers.</param>
/// <param name="Documents">Documents of the smallest figure.</param>
/// <param name="Open">Most documents under way at once.</param>
/// <param name="WarmUp">How long every path carries documents before each figure.</param>
internal sealed record BenchmarkPlan(IReadOnlyList<int> Sizes, IReadOnlyList<int> FanOuts, int Documents, int Open, TimeSpan WarmUp)
{
    /// <summary>From here on a package does not travel inside its message (64 KiB), and there are fewer of them.</summary>
    private const int Large = 64 * 1024;

    /// <summary>The run whose table is published.</summary>
    public static BenchmarkPlan Whole { get; } = new([4 * 1024, 384 * 1024], [1, 4], 3000, 256, TimeSpan.FromSeconds(60));

    /// <summary>Every figure of the plan, in order. As many queue passages each, so that no figure is short of time.</summary>
    public IEnumerable<Load> Loads()
    {
        foreach (var size in Sizes)
        {
            foreach (var fanOut in FanOuts)
            {
                var documents = Math.Max(1, Documents * Load.PassagesOf(1) / Load.PassagesOf(fanOut) / (size > Large ? 5 : 1));
                yield return new(size, fanOut, documents, WarmUp, Math.Max(1, size > Large ? Open / 4 : Open));
            }
        }
    }
}
