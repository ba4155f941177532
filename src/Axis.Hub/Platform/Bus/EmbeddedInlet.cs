using System.Globalization;
using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

internal sealed class EmbeddedInlet(IBus bus) : IEmbeddedInlet
{
    private static readonly string VersionText = WireNames.Version.ToString(CultureInfo.InvariantCulture);

    public async Task SendAsync(string adapter, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var queue = key switch
        {
            WireNames.Submit => WireNames.SubmitQueue,
            WireNames.Acknowledge => WireNames.AcknowledgeQueue,
            WireNames.Heartbeat => WireNames.HeartbeatQueue,
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, "No hub queue is bound with this key."),
        };
        var endpoint = await bus.GetSendEndpoint(new Uri("exchange:" + queue));
        await endpoint.Send(new WireBody(body.ToArray()), send =>
        {
            send.Headers.Set(Origin.EmbeddedHeader, adapter);
            send.Headers.Set(WireNames.KindHeader, key);
            send.Headers.Set(WireNames.VersionHeader, VersionText);
        }, cancellation);
    }
}
