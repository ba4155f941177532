using Agency.Adapter.Spool;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Incoming;

/// <summary>Writes what the rules decided into the spool: the answers, the tombstone, the attempt the copy stands for.</summary>
internal static class Answering
{
    /// <summary>Answers a repeated <c>deliver</c> or a line of a <c>query</c> with what is held.</summary>
    public static void AnswerCurrent(
        SpoolTransaction transaction, Reply reply, DeliveryRow? row, Guid deliveryId, int asked, DateTimeOffset now, long? query = null)
    {
        var attempt = DeliveryRules.AttemptOf(reply, IncomingStore.CopyOf(row), asked);
        if (reply is Reply.Processing or Reply.Done && attempt > row!.Attempt)
        {
            // The copy stands for the newer attempt from now on; a FAIL under the old one would be history at the hub.
            transaction.Execute(SpoolSql.RaiseAttempt, new { row.DeliveryId, Attempt = attempt });
        }

        var closedAt = row?.ClosedAt?.Time() ?? now;
        IncomingStore.Owe(transaction, reply switch
        {
            Reply.Processing => new(deliveryId, attempt, AcknowledgeKind.Processing, row!.ReceivedAt.Time(), row.PackageSha256, QueryNumber: query),
            Reply.Done => new(deliveryId, attempt, AcknowledgeKind.Done, closedAt, row!.PackageSha256, QueryNumber: query),
            Reply.Fail => new(deliveryId, attempt, AcknowledgeKind.Fail, closedAt, row!.PackageSha256, row.Reason, row.Cause, query),
            Reply.Cancelled => new(deliveryId, attempt, AcknowledgeKind.Cancelled, closedAt, row?.PackageSha256, QueryNumber: query),
            Reply.TakeIn => new(deliveryId, attempt, AcknowledgeKind.Unknown, now, QueryNumber: query),
            _ => throw new InvalidOperationException($"{reply} answers no deliver."),
        });
    }

    /// <summary>Answers a <c>cancel</c>, and leaves its tombstone.</summary>
    public static void AnswerCancel(SpoolTransaction transaction, CancelBody cancel, DateTimeOffset now)
    {
        var row = IncomingStore.Find(transaction.Connection, cancel.DeliveryId);
        var reply = DeliveryRules.OnCancel(IncomingStore.CopyOf(row), cancel.Attempt);
        if (reply == Reply.Ignored)
        {
            return;
        }

        IncomingStore.AddTombstone(transaction, cancel.DeliveryId, cancel.Attempt);
        var attempt = DeliveryRules.AttemptOf(reply, IncomingStore.CopyOf(row), cancel.Attempt);
        if (reply == Reply.Cancelled)
        {
            if (row is { Phase: not DeliveryPhase.Cancelled })
            {
                IncomingStore.Close(transaction, row, DeliveryPhase.Cancelled, now);
            }

            IncomingStore.Owe(transaction, new(cancel.DeliveryId, attempt, AcknowledgeKind.Cancelled, now, row?.PackageSha256));
            return;
        }

        transaction.Execute(SpoolSql.RaiseAttempt, new { row!.DeliveryId, Attempt = attempt });
        IncomingStore.Owe(transaction, new(cancel.DeliveryId, attempt, AcknowledgeKind.Taken, now, row.PackageSha256));
        if (reply == Reply.TakenAndDone)
        {
            IncomingStore.Owe(transaction, new(cancel.DeliveryId, attempt, AcknowledgeKind.Done, row.ClosedAt!.Value.Time(), row.PackageSha256));
        }
    }
}
