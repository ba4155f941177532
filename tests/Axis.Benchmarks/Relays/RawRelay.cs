using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Axis.Benchmarks.Relays;

/// <summary>
/// The least a relay can do on RabbitMQ: quorum queues, persistent messages, every publish confirmed before the message that
/// caused it is acknowledged. No identity, no ledger, no seal, no state.
/// </summary>
internal sealed class RawRelay : IAsyncDisposable
{
    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    private readonly IConnection connection;
    private readonly IChannel publisher;

    private RawRelay(IConnection connection, IChannel publisher)
    {
        this.connection = connection;
        this.publisher = publisher;
    }

    public static async Task<RawRelay> ConnectAsync(Uri broker)
    {
        var factory = new ConnectionFactory { Uri = broker, ConsumerDispatchConcurrency = RelayNames.Concurrency };
        var connection = await factory.CreateConnectionAsync();
        return new(connection, await OpenAsync(connection));
    }

    public async Task DeclareAsync(int receivers)
    {
        foreach (var queue in Enumerable.Range(0, receivers).Select(RelayNames.Out).Append(RelayNames.Submit).Append(RelayNames.Status).Append(RelayNames.Back))
        {
            await publisher.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments: Quorum);
            await publisher.QueuePurgeAsync(queue);
        }
    }

    public ValueTask PublishAsync(string queue, ReadOnlyMemory<byte> body) =>
        publisher.BasicPublishAsync("", queue, mandatory: true, new BasicProperties { Persistent = true }, body);

    public async Task ConsumeAsync(string queue, Func<ReadOnlyMemory<byte>, Task> handle)
    {
        var channel = await OpenAsync(connection);
        await channel.BasicQosAsync(0, RelayNames.Concurrency * 2, global: false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            await handle(delivery.Body);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
    }

    /// <summary>The hub's part: every submission to f receivers, every status back to the sender.</summary>
    public async Task RunHubAsync(int receivers)
    {
        await ConsumeAsync(RelayNames.Submit, body => Task.WhenAll(
            Enumerable.Range(0, receivers).Select(receiver => PublishAsync(RelayNames.Out(receiver), body).AsTask())));
        await ConsumeAsync(RelayNames.Status, body => PublishAsync(RelayNames.Back, body).AsTask());
    }

    /// <summary>A receiver's part: every document is answered with a small status.</summary>
    public Task RunReceiverAsync(int receiver) =>
        ConsumeAsync(RelayNames.Out(receiver), body => PublishAsync(RelayNames.Status, RelayPackage.Answer(body)).AsTask());

    public async ValueTask DisposeAsync()
    {
        await publisher.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static Task<IChannel> OpenAsync(IConnection connection) =>
        connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, consumerDispatchConcurrency: RelayNames.Concurrency));
}
