using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Axis.TestKit;

/// <summary>
/// TLS in front of a server that speaks none: relays what it decrypts to a port of loopback. Its certificate can be changed while it stands, so
/// a test sees a client refuse it and come back.
/// </summary>
public sealed class TlsFront : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly int target;
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private volatile SslStreamCertificateContext shown;
    private int handshakes;

    private TlsFront(IPAddress address, int target, SslStreamCertificateContext shown)
    {
        this.target = target;
        this.shown = shown;
        listener = new TcpListener(address, 0);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Handshakes that clients began.</summary>
    public int Handshakes => handshakes;

    /// <param name="target">Port of 127.0.0.1 behind it.</param>
    /// <param name="certificate">With its key.</param>
    /// <param name="issuers">Sent along.</param>
    /// <param name="address">An address of loopback; 127.0.0.1 unless given.</param>
    public static TlsFront Start(int target, X509Certificate2 certificate, IEnumerable<X509Certificate2> issuers, string address = "127.0.0.1") =>
        new(IPAddress.Parse(address), target, Context(certificate, issuers));

    /// <summary>Shows this certificate from the next handshake on.</summary>
    public void Show(X509Certificate2 certificate, IEnumerable<X509Certificate2> issuers) => shown = Context(certificate, issuers);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private static SslStreamCertificateContext Context(X509Certificate2 certificate, IEnumerable<X509Certificate2> issuers) =>
        SslStreamCertificateContext.Create(certificate, [.. issuers], offline: true);

    private async Task AcceptAsync()
    {
        var relays = new List<Task>();
        try
        {
            while (true)
            {
                relays.Add(RelayAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        finally
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var accepted = client;
        using var behind = new TcpClient();
        try
        {
            await using var outside = new SslStream(accepted.GetStream());
            Interlocked.Increment(ref handshakes);
            await outside.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = shown }, stop.Token);
            await behind.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            await using var inside = behind.GetStream();
            await Task.WhenAny(outside.CopyToAsync(inside, stop.Token), inside.CopyToAsync(outside, stop.Token));
        }
        catch (Exception ended) when (ended is IOException or AuthenticationException or SocketException or OperationCanceledException)
        {
            // The client has refused, either side has gone, or the test has ended.
        }
    }
}
