using Axis.Contracts.Wire;
using Axis.TestKit;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Axis.Journeys.Faults;

/// <summary>
/// Somebody with an administrator's rights reads an adapter's queue: every delivery ends at the dead letters, everything else is thrown away. The first
/// delivery's copy can be put back, as if it had been underway all the time.
/// </summary>
internal sealed class QueueThief : IAsyncDisposable
{
    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly string queue;
    private string consumerTag = "";
    private (ReadOnlyMemory<byte> Body, IDictionary<string, object?>? Headers)? first;

    private QueueThief(IConnection connection, IChannel channel, string queue)
    {
        this.connection = connection;
        this.channel = channel;
        this.queue = queue;
    }

    public static async Task<QueueThief> StartAsync(BrokerHost broker, string adapter, CancellationToken cancellation)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker.Amqp) }.CreateConnectionAsync(cancellation);
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellation);
        var thief = new QueueThief(connection, channel, WireNames.OutboundQueue(adapter));
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) => thief.TakeAsync(message);
        thief.consumerTag = await channel.BasicConsumeAsync(thief.queue, autoAck: false, consumer, cancellation);
        return thief;
    }

    /// <summary>Reads no more, and puts the first delivery's copy into the queue again.</summary>
    public async Task PutBackAsync(CancellationToken cancellation)
    {
        await channel.BasicCancelAsync(consumerTag, noWait: false, cancellation);
        var (body, headers) = first ?? throw new InvalidOperationException("No delivery has come by.");
        await channel.BasicPublishAsync(
            queue, "", mandatory: true,
            new BasicProperties { ContentType = WireNames.ContentType, Persistent = true, Headers = headers }, body, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task TakeAsync(BasicDeliverEventArgs message)
    {
        var headers = message.BasicProperties.Headers;
        if (headers?[WireNames.KindHeader] is byte[] kind && kind.AsSpan().SequenceEqual("deliver"u8))
        {
            first ??= (message.Body.ToArray(), headers);
            await channel.BasicRejectAsync(message.DeliveryTag, requeue: false);
        }
        else
        {
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        }
    }
}
