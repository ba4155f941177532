using Agency.Adapter.Incoming;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Marks;

/// <summary>
/// Does what the hub's marks say (Decree 30, Annex VI): what was sent and recalled is frozen, what was received and recalled loses its bytes, and the trail
/// stays on both sides. When the task ends the mark is durable, so the broker may forget the message; it is answered once nothing is left to remove.
/// </summary>
internal sealed class ApplyMarks(
    SpoolDatabase database, ContentStore contents, ServedAgencies served, Pulses pulses, TimeProvider time, ILogger<ApplyMarks> log)
{
    public Task ApplyAsync(MarkBody mark) => mark.Mark == MarkKind.Freeze ? FreezeAsync(mark) : DestroyAsync(mark);

    private Task FreezeAsync(MarkBody mark) => database.WriteAsync(transaction =>
    {
        var now = time.Now();
        MarkStore.Save(transaction, mark, now, null);
        MarkStore.Settle(transaction, mark.DeliveryId, MarkKind.Freeze, now);
        transaction.AfterCommit(pulses.Acknowledge.Set);
        MarkLog.Frozen(log, mark.DeliveryId, mark.Command);
    });

    private async Task DestroyAsync(MarkBody mark)
    {
        var removed = await database.WriteAsync(transaction =>
        {
            var now = time.Now();
            var row = IncomingStore.Find(transaction.Connection, mark.DeliveryId);
            var waits = MarkStore.Find(transaction.Connection, mark.DeliveryId, MarkKind.Destroy) is { } before ? before.DueAt is not null : IsPlaced(row);
            MarkStore.Save(transaction, mark, now, waits ? now : null);

            // Void is final: no attempt ever passes.
            IncomingStore.AddTombstone(transaction, mark.DeliveryId, int.MaxValue);
            if (waits)
            {
                transaction.AfterCommit(pulses.Place.Set);
            }
            else
            {
                MarkStore.Settle(transaction, mark.DeliveryId, MarkKind.Destroy, now);
                transaction.AfterCommit(pulses.Acknowledge.Set);
            }

            MarkLog.Destroyed(log, mark.DeliveryId, mark.Command);
            return row is null ? (null, null) : Remove(transaction, row, now);
        });

        CrashPoint.Pass(AdapterCrashPoints.DestroyedNotRemoved);

        // A crash before this leaves a file without a row, which the next start sweeps, and half a content, which goes after a day.
        if (removed.Content is { } content)
        {
            contents.RemoveFile(content);
        }

        if (removed.Half is { } half)
        {
            contents.RemoveHalf(half);
        }
    }

    private static (string? Content, string? Half) Remove(SpoolTransaction transaction, DeliveryRow row, DateTimeOffset now)
    {
        var content = ContentStore.Destroy(transaction, row, now);
        var isHalf = row.Phase == DeliveryPhase.ContentPending && transaction.Find<int>(SpoolSql.CountPending, new { row.PackageSha256 }) == 0;
        return (content, isHalf ? row.PackageSha256 : null);
    }

    /// <summary>True when the package may lie in its agency's folder, which has a loop of its own.</summary>
    private bool IsPlaced(DeliveryRow? row) =>
        row is { Agency: { } code, Metadata: not null } && served.Find(code) is { Interface: InboundInterface.Folder };
}
