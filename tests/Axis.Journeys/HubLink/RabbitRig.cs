using System.Globalization;
using Agency.Adapter;
using Agency.Adapter.HubLink;
using Axis.Contracts.Tls;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using Axis.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;

namespace Axis.Journeys.HubLink;

/// <summary>The link on real RabbitMQ under an adapter's rights; the hub's side is a plain administrator's channel.</summary>
internal sealed class RabbitRig : ILinkRig
{
    private const string Code = "LINK.01";
    private const string Password = "only-of-this-test";

    private readonly BrokerHost host;
    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly RabbitHubLink link;

    private RabbitRig(BrokerHost host, IConnection connection, IChannel channel)
    {
        this.host = host;
        this.connection = connection;
        this.channel = channel;
        var options = new AdapterOptions
        {
            Code = Code,
            Broker = host.AmqpOf(Code, Password),
            RetryFirst = TimeSpan.FromMilliseconds(100),
            RetryLongest = TimeSpan.FromSeconds(1),
        };
        link = new RabbitHubLink(options, ServerTrust.Load(host.Roots), TimeProvider.System, NullLogger<RabbitHubLink>.Instance);
    }

    public IHubLink Link => link;

    public static async Task<RabbitRig> StartAsync(bool tls, CancellationToken cancellation)
    {
        var host = await (await (tls ? PrivateBroker.SharedTlsAsync() : PrivateBroker.SharedAsync())).CreateHostAsync(cancellation);
        await host.Topology.EnsureHubAsync(cancellation);
        await host.Topology.EnsureAdapterAsync(Code, cancellation);
        await host.Topology.EnsureAdapterUserAsync(Code, Password, cancellation);
        var connection = await BrokerTls.Factory(BrokerAddress.Parse(host.Amqp), ServerTrust.Load(host.Roots).For("127.0.0.1")).CreateConnectionAsync(cancellation);
        return new RabbitRig(host, connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation));
    }

    public async Task<IReadOnlyList<byte[]>> TakeArrivedAsync(CancellationToken cancellation)
    {
        var arrived = new List<byte[]>();
        while (await channel.BasicGetAsync(WireNames.SubmitQueue, autoAck: true, cancellation) is { } message)
        {
            message.Exchange.ShouldBe(WireNames.InboundExchange(Code));
            message.BasicProperties.UserId.ShouldBeNull();
            arrived.Add(message.Body.ToArray());
        }

        return arrived;
    }

    public async Task SendAsync(string kind, byte[] body, CancellationToken cancellation)
    {
        var properties = new BasicProperties
        {
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?>
            {
                [WireNames.KindHeader] = kind,
                [WireNames.VersionHeader] = WireNames.Version.ToString(CultureInfo.InvariantCulture),
            },
        };
        await channel.BasicPublishAsync("", WireNames.OutboundQueue(Code), mandatory: true, properties, body, cancellation);
    }

    public Task RefuseAsync(CancellationToken cancellation) => host.Api.DeleteQueueAsync(host.Name, WireNames.SubmitQueue, cancellation);

    public async Task AcceptAsync(CancellationToken cancellation)
    {
        await host.Topology.EnsureHubAsync(cancellation);
        await host.Topology.EnsureAdapterAsync(Code, cancellation);
    }

    public async Task DisconnectAsync(CancellationToken cancellation)
    {
        // The link connects again by itself: one that is back before it was looked at is ended again.
        await Eventually.Async(async () =>
        {
            await host.Api.CloseConnectionsAsync(Code, "test", cancellation);
            return link.State == LinkState.Disconnected;
        }, cancellation: cancellation);
    }

    public Task SuspendAsync(CancellationToken cancellation) => host.Topology.SuspendAdapterAsync(Code, cancellation);

    public Task ResumeAsync(CancellationToken cancellation) => host.Topology.ResumeAdapterAsync(Code, cancellation);

    public async Task<int> CountDeadAsync(CancellationToken cancellation) =>
        (int)await channel.MessageCountAsync(WireNames.OutboundDeadQueue, cancellation);

    public async ValueTask DisposeAsync()
    {
        link.Dispose();
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
