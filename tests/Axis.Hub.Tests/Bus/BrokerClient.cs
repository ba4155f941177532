using Axis.Contracts.Wire;
using Axis.TestKit;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Axis.Hub.Tests.Bus;

/// <summary>A client of any language as the broker sees it: RabbitMQ.Client under an adapter's user.</summary>
internal sealed class BrokerClient : IAsyncDisposable
{
    private readonly IConnection connection;

    private BrokerClient(IConnection connection, IChannel channel)
    {
        this.connection = connection;
        Channel = channel;
    }

    public IChannel Channel { get; private set; }

    public static async Task<BrokerClient> ConnectAsync(string amqp, CancellationToken cancellation)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(amqp), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(cancellation);
        return new(connection, await OpenAsync(connection, cancellation));
    }

    /// <summary>A refused act closes the channel; the next one needs another.</summary>
    public async Task<IChannel> ReopenAsync(CancellationToken cancellation) => Channel = await OpenAsync(connection, cancellation);

    /// <summary>Mandatory and confirmed, as an adapter publishes.</summary>
    public async Task PublishAsync(
        string exchange, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation,
        Dictionary<string, object?>? headers = null, string? messageId = null, string? version = "1")
    {
        headers ??= [];
        if (version is not null)
        {
            headers[WireNames.VersionHeader] = version;
        }

        var properties = new BasicProperties { ContentType = WireNames.ContentType, Persistent = true, Headers = headers, MessageId = messageId };
        await Channel.BasicPublishAsync(exchange, key, mandatory: true, properties, body, cancellation);
    }

    /// <summary>Takes the next message of a queue as its consumer; a queue with a single active consumer has no other way.</summary>
    public async Task<BasicDeliverEventArgs> TakeAsync(string queue, CancellationToken cancellation)
    {
        var taken = new TaskCompletionSource<BasicDeliverEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(Channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            // The client takes the body's memory back when this handler returns.
            taken.TrySetResult(new(
                message.ConsumerTag, message.DeliveryTag, message.Redelivered, message.Exchange, message.RoutingKey,
                message.BasicProperties, message.Body.ToArray(), message.CancellationToken));
            return Task.CompletedTask;
        };
        await Channel.BasicQosAsync(0, 1, global: false, cancellation);
        await Channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellation);
        return await taken.Task.WaitAsync(Eventually.DefaultTimeout, TimeProvider.System, cancellation);
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private static Task<IChannel> OpenAsync(IConnection connection, CancellationToken cancellation) =>
        connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
}
