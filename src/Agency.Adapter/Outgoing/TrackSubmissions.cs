using Agency.Adapter.HubLink;
using Agency.Adapter.Marks;
using Agency.Adapter.Spool;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Outgoing;

/// <summary>Shows submissions from the spool, with the states last told.</summary>
internal sealed class TrackSubmissions(SpoolDatabase database, LinkWatch watch) : ITrackSubmissions
{
    public SubmissionView? Find(string agency, Guid submissionId) => database.Read(spool =>
        OutgoingStore.Find(spool, submissionId) is { } row && row.Agency == agency ? Show(spool, row) : null);

    public IReadOnlyList<SubmissionView> List(string agency, long after, int limit) => database.Read(spool => spool
        .Query<SubmissionRow>(SpoolSql.ListSubmissions, new { Agency = agency, After = after, Limit = limit })
        .AsList().ConvertAll(row => Show(spool, row)));

    private SubmissionView Show(SqliteConnection spool, SubmissionRow row)
    {
        var receipt = OutgoingStore.ReadReceipt(row);
        return new SubmissionView(
            row.Id, row.Cursor, row.Kind, row.PackageSha256, row.PackageLength, row.State, row.Try, row.HandedOverAt.Time(), Manifest.Read(row.Manifest).Manifest?.CheckedBy,
            OutgoingStore.ReadFindings(row.Findings), receipt, row.WaitsFor,
            [.. (receipt?.Receivers ?? []).Select(line => Show(spool, line))],
            MarkStore.ListFrozen(spool, row.Id), watch.AsOf);
    }

    private static ReceiverView Show(SqliteConnection spool, ReceiptReceiver line)
    {
        var history = line.DeliveryId is { } delivery ? OutgoingStore.ListStates(spool, delivery) : [];
        return new ReceiverView(line, history is [.., var latest] ? latest : null, history);
    }
}
