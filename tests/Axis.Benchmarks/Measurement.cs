using System.Collections.Concurrent;
using System.Diagnostics;

namespace Axis.Benchmarks;

/// <summary>One figure: so many documents, each done when all f statuses were back at the sender.</summary>
internal sealed record Measurement(string Path, int PackageBytes, int FanOut, int Documents, double Seconds, double MedianMs, double P95Ms)
{
    public double PerSecond => Documents / Seconds;
}

/// <summary>Counts statuses home and takes the times.</summary>
internal sealed class StatusCount(int documents, int fanOut)
{
    private readonly ConcurrentDictionary<long, (long Started, int Left)> open = new();
    private readonly ConcurrentQueue<double> latencies = new();
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int done;

    public Task All => all.Task;

    public void Sent(long number) => open[number] = (Stopwatch.GetTimestamp(), fanOut);

    public void Back(long number)
    {
        var entry = open.AddOrUpdate(number, _ => throw new InvalidOperationException($"Document {number} was never sent."), (_, old) => (old.Started, old.Left - 1));
        if (entry.Left == 0)
        {
            latencies.Enqueue(Stopwatch.GetElapsedTime(entry.Started).TotalMilliseconds);
            if (Interlocked.Increment(ref done) == documents)
            {
                all.TrySetResult();
            }
        }
    }

    public Measurement Measure(string path, int bytes, TimeSpan took)
    {
        var sorted = latencies.Order().ToArray();
        return new(path, bytes, fanOut, documents, took.TotalSeconds, sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.95)]);
    }
}
