using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;

namespace Axis.Hub.Platform.Bus;

/// <summary>
/// A socket of the broker's client on which the connection's end is an error. RabbitMQ.Client 7.2 waits without end for the rest of a frame whose
/// connection has ended; during the handshake nothing else ends that wait, neither a time limit nor the bus, and the hub would stay away for good.
/// </summary>
internal sealed class CutIsError : ITcpClient
{
    private readonly Socket socket;
    private NetworkStream? stream;

    private CutIsError(AddressFamily family) => socket = new(family, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public bool Connected => socket.Connected;

    public Socket Client => socket;

    public TimeSpan ReceiveTimeout
    {
        get => TimeSpan.FromMilliseconds(socket.ReceiveTimeout);
        set => socket.ReceiveTimeout = (int)value.TotalMilliseconds;
    }

    /// <summary>Lets a factory make its connections so.</summary>
    public static void Apply(ConnectionFactory factory) => factory.SocketFactory = family => new CutIsError(family);

    public async Task ConnectAsync(IPAddress host, int port, CancellationToken cancellationToken) => await socket.ConnectAsync(host, port, cancellationToken);

    public NetworkStream GetStream() => stream ??= new EndingStream(socket);

    public void Close() => Dispose();

    public void Dispose()
    {
        stream?.Dispose();
        socket.Dispose();
    }

    private sealed class EndingStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
    {
        public override int Read(Span<byte> buffer) => Went(base.Read(buffer), buffer.Length);

        public override int Read(byte[] buffer, int offset, int count) => Went(base.Read(buffer, offset, count), count);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Went(await base.ReadAsync(buffer, cancellationToken), buffer.Length);

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Went(await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken), count);

        private static int Went(int read, int wanted) => read > 0 || wanted == 0 ? read : throw new EndOfStreamException("The broker's connection has ended.");
    }
}
