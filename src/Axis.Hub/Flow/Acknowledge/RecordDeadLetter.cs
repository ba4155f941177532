using System.Text.Json;
using Axis.Contracts;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>
/// What an adapter's queue gave up: kept among the stuck items with its exact bytes; a delivery counts as a failed attempt
/// (protocol.md 5). Receipts, states, queries and cancels are derived from rows and come again by themselves.
/// </summary>
internal sealed class RecordDeadLetter(
    ILedger ledger, IDueTimes dueTimes, DispatchBacklog dispatch, SendCancels cancels, HubOptions options, TimeProvider time,
    ILogger<RecordDeadLetter> logger) : IDeadLetterHandler
{
    public async Task HandleAsync(DeadLetter letter, CancellationToken cancellation)
    {
        var message = letter.Kind == WireNames.Deliver ? Read(letter.Body.Span) : null;
        var isFresh = await ledger.WriteAsync("dead-letter", async (transaction, token) =>
        {
            var now = SqlTime.Cut(time.GetUtcNow());
            var isNew = await transaction.InsertStuckOnceAsync(new StuckRow
            {
                StuckId = StuckOnce.IdOf(WireNames.OutboundDeadQueue, letter.AdapterCode, letter.Headers, letter.Body.Span), Kind = "dead-letter", Queue = WireNames.OutboundDeadQueue, AdapterCode = letter.AdapterCode,
                DeliveryId = message?.DeliveryId, Attempt = message?.Attempt, Body = letter.Body.ToArray(), Headers = letter.Headers,
                Reason = letter.Reason, RecordedAt = now,
            }, token);
            if (!isNew || message is null || await transaction.FindDeliveriesAsync([message.DeliveryId], token) is not [var row])
            {
                return isNew;
            }

            var book = new DeliveryBook(dueTimes, options, now);
            book.Read(row);
            var decision = book.Decide(row.DeliveryId, new DeliveryInput.DeadLettered(message.Attempt, letter.Reason));
            await book.WriteAsync(transaction, token);
            await transaction.OpenCancelsAsync([.. decision.FollowUps.OfType<FollowUp.OpenCancel>().Select(open =>
                OpenCancels.Row(decision.Row, open.Purpose, now))], token);
            return true;
        }, cancellation);
        CrashPoint.Pass(HubCrashPoints.DeadLetterRecorded);
        if (!isFresh)
        {
            // The broker has handed it over again: everything that follows from it has followed.
            return;
        }

        if (message is null)
        {
            DeliverLog.OtherDeadLettered(logger, letter.Kind, letter.AdapterCode, letter.Reason);
            return;
        }

        DeliverLog.DeadLettered(logger, message.DeliveryId, message.Attempt, letter.AdapterCode, letter.Reason);
        dispatch.Ring();
        cancels.Ring();
    }

    /// <summary>The delivery in the letter, or null: what is no delivery is kept all the same.</summary>
    private static DeliverMessage? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return WireJson.Read<DeliverMessage>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
