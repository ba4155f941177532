namespace Axis.Hub.Watch.Reconcile;

/// <summary>One comparison at a time in a hub: each holds the books of both sides in memory and writes under a lock. Who does not get in within <see cref="Patience"/> comes again.</summary>
internal sealed class CompareGate(TimeProvider time) : IDisposable
{
    /// <summary>How long a post waits for those before it; well within the patience of an adapter's call.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim one = new(1, 1);
    private int waiting;

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Does a comparison when no other is done.</summary>
    /// <param name="compare">The comparison.</param>
    /// <param name="cancellation">The end of patience of whoever asks.</param>
    /// <returns>What it came to; null when others took too long, and nothing was done.</returns>
    public async Task<T?> PassAsync<T>(Func<Task<T>> compare, CancellationToken cancellation) where T : class
    {
        if (!await EnterAsync(cancellation))
        {
            return null;
        }

        try
        {
            return await compare();
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<bool> EnterAsync(CancellationToken cancellation)
    {
        if (one.Wait(0, CancellationToken.None))
        {
            return true;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        Interlocked.Increment(ref waiting);
        try
        {
            await one.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
