using System.Text.Json;
using Agency.Adapter.Alerts;
using Agency.Adapter.Incoming;
using Agency.Adapter.Marks;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Telemetry;
using Axis.Contracts.Wire;

namespace Agency.Adapter.HubLink;

/// <summary>Reads the adapter's queue and hands each kind to the stage that spools it.</summary>
internal sealed class ReadQueue(IHubLink link, Receive receive, ApplyReceipts receipts, ApplyMarks marks, TakeAlerts alerts, HubSeal seal, AdapterMetrics metrics) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => link.RunAsync(HandleAsync, stoppingToken);

    /// <summary>Spools one message. A kind or version that is not spoken here is refused by name.</summary>
    internal async Task HandleAsync(InboundMessage message, CancellationToken cancellation)
    {
        var outcome = MessageOutcome.Held;
        try
        {
            await TakeAsync(message, cancellation);
            outcome = MessageOutcome.Taken;
        }
        catch (MessageRejectedException)
        {
            outcome = MessageOutcome.Rejected;
            throw;
        }
        finally
        {
            metrics.MessageHandled(message.Kind, outcome);
        }
    }

    private Task TakeAsync(InboundMessage message, CancellationToken cancellation)
    {
        if (message.Version is < 1 or > WireNames.Version)
        {
            throw new MessageRejectedException($"Wire version {message.Version} is not spoken here.");
        }

        try
        {
            return message.Kind switch
            {
                WireNames.Deliver => receive.DeliverAsync(WireJson.Read<DeliverMessage>(message.Body.Span)),
                WireNames.Cancel => CancelAsync(WireJson.Read<SealedMessage>(message.Body.Span), cancellation),
                WireNames.Mark => MarkAsync(WireJson.Read<SealedMessage>(message.Body.Span), cancellation),
                WireNames.Query => receive.QueryAsync(WireJson.Read<QueryMessage>(message.Body.Span)),
                WireNames.Receipts => ReceiptsAsync(WireJson.Read<SealedMessage>(message.Body.Span), cancellation),
                WireNames.States => receipts.ApplyAsync(WireJson.Read<StatesMessage>(message.Body.Span)),
                WireNames.Alerts => AlertsAsync(WireJson.Read<SealedMessage>(message.Body.Span), cancellation),
                _ => throw new MessageRejectedException($"Kind '{message.Kind}' is not known here."),
            };
        }
        catch (JsonException broken)
        {
            throw new MessageRejectedException($"A {message.Kind} message cannot be read: {broken.Message}", broken);
        }
    }

    private async Task CancelAsync(SealedMessage message, CancellationToken cancellation) =>
        await receive.CancelAsync(await OpenAsync<CancelBody>(message, cancellation));

    private async Task MarkAsync(SealedMessage message, CancellationToken cancellation) =>
        await marks.ApplyAsync(await OpenAsync<MarkBody>(message, cancellation));

    private async Task ReceiptsAsync(SealedMessage message, CancellationToken cancellation) =>
        await receipts.ApplyAsync(await OpenAsync<ReceiptsBody>(message, cancellation));

    private async Task AlertsAsync(SealedMessage message, CancellationToken cancellation) =>
        await alerts.TakeAsync(await OpenAsync<AlertsBody>(message, cancellation));

    private async ValueTask<T> OpenAsync<T>(SealedMessage message, CancellationToken cancellation) where T : class
    {
        try
        {
            return await seal.OpenAsync<T>(message, cancellation);
        }
        catch (JsonException broken)
        {
            throw new MessageRejectedException("A sealed body cannot be read: " + broken.Message, broken);
        }
    }
}
