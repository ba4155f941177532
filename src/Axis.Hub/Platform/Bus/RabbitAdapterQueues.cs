using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>The adapters' queues on RabbitMQ. Sends may run concurrently; confirms are awaited per message.</summary>
internal sealed class RabbitAdapterQueues(IBus bus, TimeProvider time) : IAdapterQueues
{
    /// <summary>A broker that has not confirmed by then is taken for away; the row waits and is published again under the same attempt.</summary>
    private static readonly TimeSpan ConfirmLimit = TimeSpan.FromSeconds(15);

    private static readonly string VersionText = WireNames.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task SendAsync<T>(string adapter, string kind, T message, CancellationToken cancellation) where T : class
    {
        var queue = WireNames.OutboundQueue(adapter);
        using var limit = new CancellationTokenSource(ConfirmLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            // "exchange:", because "queue:" declares the queue again without its type and is refused.
            var endpoint = await bus.GetSendEndpoint(new Uri("exchange:" + queue));
            await endpoint.Send(new WireBody(WireJson.Write(message)), send =>
            {
                send.Headers.Set(WireNames.KindHeader, kind);
                send.Headers.Set(WireNames.VersionHeader, VersionText);
                if (send.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                {
                    rabbit.Mandatory = true;
                }
            }, either.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new PublishRefusedException($"{queue}: the broker did not confirm within {ConfirmLimit.TotalSeconds:0} s.", late);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            throw new PublishRefusedException($"{queue}: {refused.Message}", refused);
        }
    }
}
