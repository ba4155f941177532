namespace Axis.Benchmarks.Statements;

/// <summary>The most managed memory that was in use since it began, above what was in use then; looked at every ten milliseconds.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer timer;
    private long most;

    public MemoryWatch() => timer = new Timer(_ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(10));

    /// <summary>In MiB.</summary>
    public double MostMiB => Math.Max(0, most - before) / (1024d * 1024);

    public void Dispose() => timer.Dispose();
}
