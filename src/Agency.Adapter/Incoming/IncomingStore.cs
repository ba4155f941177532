using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Incoming;

/// <summary>The spool's side of receiving: deliveries, tombstones and what is owed to the hub.</summary>
internal static class IncomingStore
{
    public static DeliveryRow? Find(SqliteConnection spool, Guid deliveryId) =>
        spool.QueryFirstOrDefault<DeliveryRow>(SpoolSql.FindDelivery, new { DeliveryId = deliveryId.Key() });

    public static int? FindTombstone(SqliteConnection spool, Guid deliveryId) =>
        spool.QueryFirstOrDefault<int?>(SpoolSql.FindTombstone, new { DeliveryId = deliveryId.Key() });

    public static void AddTombstone(SpoolTransaction transaction, Guid deliveryId, int attempt) =>
        transaction.Execute(SpoolSql.AddTombstone, new { DeliveryId = deliveryId.Key(), Attempt = attempt });

    /// <summary>Owes the hub an answer; it is sent until the broker has confirmed it.</summary>
    public static void Owe(SpoolTransaction transaction, AcknowledgeItem item) => transaction.Execute(
        SpoolSql.AddOwed, new { DeliveryId = item.DeliveryId.Key(), Item = OutgoingStore.WriteJson(item) });

    /// <summary>Writes a delivery that is taken in, for the first time or anew.</summary>
    public static void Save(SpoolTransaction transaction, DeliveryRow row, bool isNew)
    {
        ContentStore.Wake(transaction, row.PackageSha256);
        transaction.Execute(isNew ? SpoolSql.AddDelivery : SpoolSql.RenewDelivery, new
        {
            row.DeliveryId,
            row.DocumentId,
            row.Attempt,
            row.Kind,
            row.Receiver,
            row.Priority,
            Phase = row.Phase.ToString(),
            row.Manifest,
            row.Seal,
            row.PackageSha256,
            row.PackageLength,
            row.Findings,
            row.Trace,
            row.ReceivedAt,
            row.ClosedAt,
            row.Reason,
            Cause = row.Cause?.ToString(),
            row.DueAt,
        });
    }

    /// <summary>Ends a delivery here.</summary>
    public static void Close(
        SpoolTransaction transaction, DeliveryRow row, DeliveryPhase phase, DateTimeOffset at, string? reason = null, FailCause? cause = null) =>
        transaction.Execute(SpoolSql.CloseDelivery, new
        {
            row.DeliveryId,
            Phase = phase.ToString(),
            Taken = phase == DeliveryPhase.Done || row.Taken,
            ClosedAt = at.Stamp(),
            Reason = reason,
            Cause = cause?.ToString(),
        });

    /// <summary>FAIL by the adapter itself: retried by the hub (protocol.md 5).</summary>
    public static void Fail(SpoolTransaction transaction, DeliveryRow row, DateTimeOffset at, string reason)
    {
        Close(transaction, row, DeliveryPhase.Failed, at, reason, FailCause.Adapter);
        Owe(transaction, new AcknowledgeItem(row.Id, row.Attempt, AcknowledgeKind.Fail, at, row.PackageSha256, reason, FailCause.Adapter));
    }

    public static Copy? CopyOf(DeliveryRow? row) => row is null ? null : new Copy(row.Phase, row.Attempt, row.Taken);

    public static InboxItem Show(DeliveryRow row) => new(
        row.Id, row.Cursor ?? 0, Guid.Parse(row.DocumentId), row.Kind, row.Receiver, row.Priority, row.Phase, row.Taken,
        row.PackageSha256, row.PackageLength, OutgoingStore.ReadJson<PackageMetadata>(row.Metadata!),
        OutgoingStore.ReadFindings(row.Findings), OutgoingStore.ReadJson<TraceEntry>(row.Trace), row.ReceivedAt.Time(),
        row.Kind == Manifest.Status ? Manifest.Read(row.Manifest).Manifest?.TargetDelivery : null);
}
