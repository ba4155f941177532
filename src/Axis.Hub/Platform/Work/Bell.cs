using System.Threading.Channels;

namespace Axis.Hub.Platform.Work;

/// <summary>Wakes one waiting loop. Rings while nobody waits are kept as one.</summary>
internal sealed class Bell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1)
    {
        FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true,
    });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or after <paramref name="period"/>.</summary>
    public async Task WaitAsync(TimeSpan period, TimeProvider time, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ring = rings.Reader.WaitToReadAsync(either.Token).AsTask();
        await Task.WhenAny(ring, Task.Delay(period, time, either.Token));
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        rings.Reader.TryRead(out _);
    }
}
