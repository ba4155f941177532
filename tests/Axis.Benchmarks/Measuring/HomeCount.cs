using System.Diagnostics;

namespace Axis.Benchmarks.Measuring;

/// <summary>Counts the statuses of some numbered documents home and takes the time of each document.</summary>
internal sealed class HomeCount(int first, int documents, int fanOut)
{
    private readonly long[] started = new long[documents];
    private readonly double[] took = new double[documents];
    private readonly int[] left = [.. Enumerable.Repeat(fanOut, documents)];
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int open = documents;

    /// <summary>Ends when every status of every document is back.</summary>
    public Task All => all.Task;

    /// <summary>How many documents are not wholly back.</summary>
    public int Open => Volatile.Read(ref open);

    public void Sent(int number) => started[number - first] = Stopwatch.GetTimestamp();

    /// <summary>True when this was the document's last status.</summary>
    /// <exception cref="InvalidOperationException">One status more than the document has receivers.</exception>
    public bool Back(int number)
    {
        var place = number - first;
        switch (Interlocked.Decrement(ref left[place]))
        {
            case > 0:
                return false;
            case < 0:
                throw new InvalidOperationException($"Document {number} got more statuses than it has receivers.");
        }

        took[place] = Stopwatch.GetElapsedTime(started[place]).TotalMilliseconds;
        if (Interlocked.Decrement(ref open) == 0)
        {
            all.TrySetResult();
        }

        return true;
    }

    /// <summary>The time within which this share of the documents was home.</summary>
    public double Percentile(double share) => took.Order().ElementAt((int)Math.Min(took.Length - 1, took.Length * share));
}
