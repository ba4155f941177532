using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Reconcile;

/// <summary>Writes what becomes of differences, inside a transaction that holds the adapter's books.</summary>
internal static class DifferenceStore
{
    /// <summary>Key of the alert that an agency has differences for people.</summary>
    public static string AlertOf(string adapter, Guid? agency) => $"{AlertKinds.BooksDiffer}/{adapter}/{agency}";

    /// <summary>Writes new rows, changed rows and their events.</summary>
    public static async Task SaveAsync(
        ISqlSession session, IReadOnlyList<BookDifferenceRow> opened, IReadOnlyList<BookDifferenceRow> changed, IReadOnlyList<BookDifferenceEventRow> events,
        CancellationToken cancellation)
    {
        await WriteAsync(session, ReconcileSql.InsertDifferences, opened, cancellation);
        await WriteAsync(session, ReconcileSql.SaveDifferences, changed, cancellation);
        await WriteAsync(session, ReconcileSql.AppendDifferenceEvents, events, cancellation);
    }

    private static async Task WriteAsync<T>(ISqlSession session, SqlText text, IReadOnlyList<T> rows, CancellationToken cancellation)
    {
        if (rows.Count > 0)
        {
            await session.ExecuteAsync(text, new { rows = SqlJson.Write(rows) }, cancellation);
        }
    }
}
