using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Outgoing;

/// <summary>What this spool knows of documents that the same sender has handed over here: the facts of R9 and R11 while the hub is away.</summary>
internal sealed class FindSent(SpoolDatabase database, AgencyDirectory directory)
{
    /// <summary>
    /// Of every receiver the newest delivery of the document's family that is neither void nor refused by 02. A submission that the hub has not answered stands
    /// for its receivers too, with its own id in the delivery's place.
    /// </summary>
    public IReadOnlyList<EarlierDelivery> Earlier(Package package) => SentDocument.Of(package) is { Family: { } family } document
        ? database.Read(spool => (EarlierDelivery[])
        [
            .. Of(spool, SpoolSql.ListSentOfFamily, new { Family = family }, document.Sender)
                .SelectMany(row => Standing(spool, row)).DistinctBy(earlier => earlier.Agency),
        ])
        : [];

    /// <summary>Earlier documents under the same document id.</summary>
    public IReadOnlyList<EarlierDocument> SameId(Package package) => SentDocument.Of(package) is { } document
        ? database.Read(spool => (EarlierDocument[])
        [
            .. Of(spool, SpoolSql.ListSentOfId, new { document.DocumentId }, document.Sender)
                .Select(row => new EarlierDocument(row.Code, SentAt(row), row.Family == document.Family)),
        ])
        : [];

    /// <summary>
    /// The documents that the package speaks of; <c>null</c> when one of them did not go through this spool, for then only the hub can know it.
    /// </summary>
    public IReadOnlyList<AmendedDocument>? Amended(Package package) => database.Read(spool =>
    {
        AmendedDocument[] found =
        [
            .. DoorFacts.DocumentIdsOf(package)
                .Select(id => (Id: id, Rows: Of(spool, SpoolSql.ListSentOfId, new { DocumentId = id }, package.From.OrganId)))
                .Where(sent => sent.Rows.Count > 0)
                .Select(sent => new AmendedDocument(sent.Id, [.. sent.Rows.SelectMany(Receivers).Select(AgencyOf).OfType<string>().Distinct()])),
        ];
        return found.Length == DoorFacts.DocumentIdsOf(package).Count ? found : null;
    });

    private List<SentRow> Of(SqliteConnection spool, string statement, object parameters, string sender) =>
        spool.Query<SentRow>(statement, parameters).Where(row => directory.AreSame(row.Sender, sender)).AsList();

    private IEnumerable<EarlierDelivery> Standing(SqliteConnection spool, SentRow row)
    {
        foreach (var (code, delivery) in Lines(row))
        {
            var state = delivery is { } id && OutgoingStore.ListStates(spool, id) is [.., var latest] ? latest : null;
            if (AgencyOf(code) is { } agency && state is not ({ Transport: "VOID" } or { Business: "02" }))
            {
                yield return new(agency, delivery ?? row.Id, row.Code, row.PackageSha256, SentAt(row), state?.Transport == "FAIL");
            }
        }
    }

    /// <summary>The receivers for whom the submission made a delivery, or will as far as is known here.</summary>
    private static IEnumerable<(string Code, Guid? Delivery)> Lines(SentRow row) => ReceiptOf(row) is { } receipt
        ? receipt.Receivers.Where(line => line.Outcome is ReceiverOutcome.Delivery or ReceiverOutcome.NewAttempt)
            .Select(line => (line.Code, line.DeliveryId))
        : ((ManifestOutcome.Accepted)Manifest.Read(row.Manifest)).Value.Receivers.Select(code => (code, (Guid?)null));

    /// <summary>Who has the document: also those for whom an earlier delivery stood already.</summary>
    private static IEnumerable<string> Receivers(SentRow row) => ReceiptOf(row) is { } receipt
        ? receipt.Receivers.Where(line => line.DeliveryId is not null).Select(line => line.Code)
        : Lines(row).Select(line => line.Code);

    private static Receipt? ReceiptOf(SentRow row) => row.Receipt is { } json ? OutgoingStore.ReadJson<Receipt>(json) : null;

    private static DateTimeOffset SentAt(SentRow row) => ReceiptOf(row)?.DecidedAt ?? row.HandedOverAt.Time();

    /// <summary>The agency that has now what was sent to a code, as the receivers of the door's facts are named.</summary>
    private string? AgencyOf(string code) => directory.Read(code)?.Agency.AgencyId.Key();
}
