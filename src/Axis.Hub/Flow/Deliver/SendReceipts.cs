using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using Axis.Contracts;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// Answers submissions: arrays of receipts, sealed once per message. Fresh ones are handed over by the consumer that decided them;
/// what is still owed, because this or another hub died, is swept from the ledger.
/// </summary>
internal sealed class SendReceipts(
    ILedger ledger, IAdapterQueues queues, Sealer sealer, AdapterPauses pauses, HubMetrics metrics, PumpStates states,
    TimeProvider time, ILogger<SendReceipts> logger) : Pump("receipts", TimeSpan.FromSeconds(5), states, time, logger)
{
    private const int PerMessage = 500;
    private const int PerTurn = 4 * PerMessage;

    /// <summary>Receipts of one moment share a message, a seal and a commit (protocol.md 3).</summary>
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);

    private readonly ConcurrentQueue<OwedReceipt> fresh = new();
    private long? sweptAt;

    /// <summary>Takes receipts over that were decided and committed just now.</summary>
    public void Hand(IEnumerable<OwedReceipt> receipts)
    {
        foreach (var receipt in receipts)
        {
            fresh.Enqueue(receipt);
        }

        Ring();
    }

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var owed = new List<OwedReceipt>();
        if (fresh.Count is > 0 and < PerMessage)
        {
            await Task.Delay(GatherFor, TimeProvider.System, cancellation);
        }

        while (owed.Count < PerTurn && fresh.TryDequeue(out var receipt))
        {
            owed.Add(receipt);
        }

        if (owed.Count == 0 && (sweptAt is not { } last || Time.GetElapsedTime(last) >= SweepEvery))
        {
            sweptAt = Time.GetTimestamp();
            owed.AddRange(await ledger.WriteAsync(
                "receipts", static (transaction, token) => transaction.ListOwedReceiptsAsync(PerTurn, token), cancellation));
        }

        if (owed.Count == 0)
        {
            return false;
        }

        CrashPoint.Pass(HubCrashPoints.ReceiptNotSent);
        var sent = (await Task.WhenAll(owed.GroupBy(receipt => receipt.AdapterCode)
            .SelectMany(group => group.Chunk(PerMessage), (group, chunk) => SendAsync(group.Key, chunk, cancellation))))
            .SelectMany(chunk => chunk).ToArray();
        CrashPoint.Pass(HubCrashPoints.ReceiptNotMarked);
        if (sent.Length > 0)
        {
            await ledger.WriteAsync("receipts-sent", async (transaction, token) =>
            {
                await transaction.MarkReceiptsSentAsync(sent, token);
                return sent.Length;
            }, cancellation);
        }

        return !fresh.IsEmpty;
    }

    private async Task<IReadOnlyList<OwedReceipt>> SendAsync(string adapter, OwedReceipt[] chunk, CancellationToken cancellation)
    {
        if (pauses.IsPaused(adapter))
        {
            return [];
        }

        var body = Join(chunk);
        var since = TimeProvider.System.GetUtcNow();
        try
        {
            await queues.SendAsync(adapter, WireNames.Receipts, new SealedMessage(body, sealer.Seal(body)), cancellation);
            Array.ForEach(chunk, receipt => HubActivity.Step("answer", receipt.SubmissionId, adapter, ActivityKind.Producer, since)?.Dispose());
            return chunk;
        }
        catch (PublishRefusedException refused)
        {
            // They stay owed in the ledger; the sweep comes back to them.
            metrics.PublishRefused(WireNames.Receipts);
            DeliverLog.PublishRefused(Logger, refused, adapter, chunk.Length, pauses.Refused(adapter));
            return [];
        }
    }

    /// <summary>A <see cref="ReceiptsBody"/> from the receipts' stored bytes, which are never written anew.</summary>
    private static byte[] Join(OwedReceipt[] receipts)
    {
        var body = new ArrayBufferWriter<byte>(receipts.Sum(receipt => receipt.Receipt.Length + 1) + 16);
        body.Write("{\"items\":["u8);
        for (var index = 0; index < receipts.Length; index++)
        {
            body.Write(index == 0 ? default : ","u8);
            body.Write(receipts[index].Receipt);
        }

        body.Write("]}"u8);
        return body.WrittenSpan.ToArray();
    }
}
