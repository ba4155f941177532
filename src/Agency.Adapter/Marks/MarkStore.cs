using Agency.Adapter.Incoming;
using Agency.Adapter.Spool;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Marks;

/// <summary>The spool's side of marks.</summary>
internal static class MarkStore
{
    public static MarkRow? Find(SqliteConnection spool, Guid deliveryId, MarkKind kind) =>
        spool.QueryFirstOrDefault<MarkRow>(SpoolSql.FindMark, new { DeliveryId = deliveryId.Key(), Kind = kind.ToString() });

    /// <summary>What the hub has frozen of a submission, in the order in which it became void.</summary>
    public static IReadOnlyList<Marking> ListFrozen(SqliteConnection spool, Guid submissionId) =>
        [.. spool.Query<MarkRow>(SpoolSql.ListFrozen, new { SubmissionId = submissionId.Key() }).Select(Show)];

    /// <summary>Why a received delivery was destroyed, or <c>null</c> when it was not.</summary>
    public static Marking? FindDestroyed(SqliteConnection spool, Guid deliveryId) =>
        Find(spool, deliveryId, MarkKind.Destroy) is { } row ? Show(row) : null;

    /// <summary>Keeps the mark; of a repeated one only the attempt.</summary>
    /// <param name="transaction">The writer's.</param>
    /// <param name="mark">As the hub sealed it.</param>
    /// <param name="now">When it came.</param>
    /// <param name="dueAt">When something outside the spool is to be removed; <c>null</c>: there is nothing.</param>
    public static void Save(SpoolTransaction transaction, MarkBody mark, DateTimeOffset now, DateTimeOffset? dueAt) =>
        transaction.Execute(SpoolSql.SaveMark, new
        {
            DeliveryId = mark.DeliveryId.Key(),
            Kind = mark.Mark.ToString(),
            mark.Attempt,
            SubmissionId = mark.SubmissionId?.Key(),
            Command = mark.Command.ToString(),
            mark.Reason,
            At = mark.At.Stamp(),
            MarkedAt = now.Stamp(),
            DueAt = dueAt?.Stamp(),
        });

    /// <summary>Nothing is left to do: the hub is owed the answer, under the attempt that it asked last.</summary>
    public static void Settle(SpoolTransaction transaction, Guid deliveryId, MarkKind kind, DateTimeOffset now)
    {
        var attempt = transaction.Find<int>(SpoolSql.SettleMark, new { DeliveryId = deliveryId.Key(), Kind = kind.ToString() });
        IncomingStore.Owe(transaction, new(
            deliveryId, attempt, kind == MarkKind.Freeze ? AcknowledgeKind.Frozen : AcknowledgeKind.Destroyed, now));
    }

    public static Marking Show(MarkRow row) => new(row.Id, row.Command, row.Reason, row.At.Time());
}
