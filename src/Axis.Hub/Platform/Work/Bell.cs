using System.Threading.Channels;

namespace Axis.Hub.Platform.Work;

/// <summary>Wakes one waiting loop. Rings while nobody waits are kept as one.</summary>
internal sealed class Bell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true,
    });

    private volatile Task? period;

    /// <summary>True while the loop waits and neither a ring nor the end of its period has come.</summary>
    public bool IsAwaited => period is { IsCompleted: false } && rings.Reader.Count == 0;

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or after <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ring = rings.Reader.WaitToReadAsync(either.Token).AsTask();
        var over = Task.Delay(longest, time, either.Token);
        period = over;
        await Task.WhenAny(ring, over);
        period = null;
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        rings.Reader.TryRead(out _);
    }
}
