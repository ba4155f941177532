using System.Net;
using System.Net.Sockets;

namespace Axis.TestKit;

/// <summary>
/// A connection to a server that stands but does not carry: it can be cut after so many bytes of the server, or carry nothing on, as a network
/// does that loses what it takes. Neither end is told before it looks.
/// </summary>
public sealed class FrailWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int target;
    private readonly Task accepting;
    private volatile int cutAfter = int.MaxValue;
    private volatile bool isHeld;
    private int cuts;

    /// <param name="target">Port of 127.0.0.1 behind it.</param>
    public FrailWire(int target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Port of 127.0.0.1 that it listens on.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Connections that were cut.</summary>
    public int Cuts => Volatile.Read(ref cuts);

    /// <summary>Connections made from now on are cut when the server has said so many bytes.</summary>
    public void CutAfter(int bytes) => cutAfter = bytes;

    /// <summary>From now on nothing gets through, either way; the connections stand.</summary>
    public void Hold() => isHeld = true;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relays = new List<Task>();
        try
        {
            while (true)
            {
                relays.Add(RelayAsync(await listener.AcceptTcpClientAsync(stop.Token), cutAfter));
            }
        }
        finally
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(TcpClient client, int upTo)
    {
        using var outside = client;
        using var inside = new TcpClient();
        try
        {
            await inside.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            await Task.WhenAny(
                CopyAsync(outside.GetStream(), inside.GetStream(), int.MaxValue), CopyAsync(inside.GetStream(), outside.GetStream(), upTo));
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
        {
            // Either side has gone, or the test has ended.
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, int upTo)
    {
        var block = new byte[8192];
        while (upTo > 0)
        {
            var count = await from.ReadAsync(block.AsMemory(0, Math.Min(block.Length, upTo)), stop.Token);
            if (count == 0)
            {
                return;
            }

            if (isHeld)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
            }

            await to.WriteAsync(block.AsMemory(0, count), stop.Token);
            upTo -= count;
        }

        Interlocked.Increment(ref cuts);
    }
}
