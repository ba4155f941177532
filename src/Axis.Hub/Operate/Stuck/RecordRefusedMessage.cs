using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Operate.Stuck;

/// <summary>Keeps what no stage could take among the stuck items, with its exact bytes.</summary>
internal sealed class RecordRefusedMessage(ILedger ledger, TimeProvider time) : IRefusedMessageHandler
{
    public Task HandleAsync(RefusedMessage message, CancellationToken cancellation)
    {
        var row = new StuckRow
        {
            StuckId = StuckOnce.IdOf(message.Queue, message.AdapterCode, message.Headers, message.Body.Span),
            Kind = message.Malformed ? "malformed" : "dead-letter",
            Queue = message.Queue,
            AdapterCode = message.AdapterCode,
            Body = message.Body.ToArray(),
            Headers = message.Headers,
            Reason = message.Reason,
            RecordedAt = time.GetUtcNow(),
        };
        return ledger.WriteAsync("record-refused", (transaction, token) => transaction.InsertStuckOnceAsync(row, token), cancellation);
    }
}
