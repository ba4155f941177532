using System.Text.Json;
using Axis.Contracts.Wire;
using Axis.Hub.Flow;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Work;

namespace Axis.Hub.Operate.Stuck;

/// <summary>
/// Takes back what operators have handed over: a message is fed to its stage from the store under the origin recorded with it, never through a
/// queue (protocol.md 2); a failed delivery gets a new attempt. A hub that dies in between does it again, which changes nothing.
/// </summary>
internal sealed class RetryStuck(
    ILedger ledger, IDatabase database, IBatchHandler<SubmitMessage> submissions, IBatchHandler<SealedMessage> acknowledgements, DispatchBacklog dispatch,
    IDueTimes dueTimes, HubOptions options, PumpStates states, TimeProvider time, ILogger<RetryStuck> logger)
    : Pump("retry-stuck", Period, states, time, logger)
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var rows = await ledger.ReadAsync("list-retries", (reader, token) => reader.ListStuckAsync(StuckDesk.RetryStatus, AtOnce, token), cancellation);
        foreach (var row in rows)
        {
            var objection = row.DeliveryId is { } deliveryId
                ? await ResendAsync(row, deliveryId, cancellation)
                : await FeedAsync(row, cancellation);
            await database.WriteAsync("finish-retry", (session, token) => session.ExecuteAsync(StuckTraceSql.FinishRetry, new
            {
                stuckId = row.StuckId,
                status = objection is null ? StuckDesk.RetriedStatus : StuckDesk.OpenStatus,
                reason = objection ?? row.ClosedReason,
            }, token), cancellation);
            StuckLog.Retried(Logger, row.StuckId, objection ?? "taken back");
        }

        return rows.Count == AtOnce;
    }

    private async Task<string?> FeedAsync(StuckRow row, CancellationToken cancellation)
    {
        try
        {
            if (row is { Queue: WireNames.SubmitQueue, AdapterCode: { } sender })
            {
                await submissions.HandleAsync([new(sender, WireJson.Read<SubmitMessage>(row.Body), 0)], cancellation);
                return null;
            }

            if (row is { Queue: WireNames.AcknowledgeQueue, AdapterCode: { } answering })
            {
                await acknowledgements.HandleAsync([new(answering, WireJson.Read<SealedMessage>(row.Body), 0)], cancellation);
                return null;
            }

            return StuckDesk.WhyNotRetried(row);
        }
        catch (JsonException unreadable)
        {
            return "not retried: unreadable at " + unreadable.Path;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !HoldPolicy.IsInfrastructure(failure))
        {
            return "not retried: the hub failed on it again: " + failure.GetType().Name;
        }
    }

    private async Task<string?> ResendAsync(StuckRow row, Guid deliveryId, CancellationToken cancellation)
    {
        var objection = await ledger.WriteAsync("retry-delivery", async (transaction, token) =>
        {
            // The delivery's other items are settled with the first, and an arrival settles all.
            if (await transaction.FindStuckAsync(row.StuckId, token) is not { Status: StuckDesk.RetryStatus })
            {
                return null;
            }

            if (await transaction.FindDeliveriesAsync([deliveryId], token) is not [var delivery])
            {
                return "not retried: the delivery is not known";
            }

            if ((await transaction.FindReplacedAsync([deliveryId], token)).Count > 0)
            {
                return "not retried: a mended document has taken its place, or waits to (axis-hub cancel list)";
            }

            var book = new DeliveryBook(dueTimes, options, SqlTime.Cut(Time.GetUtcNow()));
            book.Read(delivery);
            var decision = book.Decide(deliveryId, new DeliveryInput.Resent(row.ClosedBy ?? "operator", row.ClosedReason ?? ""));
            await book.WriteAsync(transaction, token);
            return decision.Outcome == DecisionOutcome.Changed ? null : Objection(delivery);
        }, cancellation);
        dispatch.Ring();
        return objection;
    }

    private static string Objection(DeliveryRow delivery) =>
        $"not retried: only a failed delivery is sent again, and this one is {(delivery.VoidAs is { } cause ? "void (" + cause + ")" : delivery.Transport.ToString())}";
}
