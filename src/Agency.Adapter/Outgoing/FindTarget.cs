using System.Globalization;
using Agency.Adapter.Incoming;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Dapper;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// Finds the delivery that a status of this agency answers: among those it has taken and not answered with FAIL (protocol.md 3),
/// by document id, else by printed code and date; the newest, recalls left out. A 13 speaks of an own sending and is left to the hub's search.
/// </summary>
internal sealed class FindTarget(SpoolDatabase database, AgencyDirectory directory)
{
    /// <summary>The target, or <c>null</c> when none is certain enough to be named.</summary>
    public StatusTarget? Find(string agency, StatusHeader status)
    {
        if (status.StatusCode == StatusCodes.TakeBack)
        {
            return null;
        }

        var reference = status.ResponseFor;
        var known = ListNamed(agency, reference).Where(row => IsOf(row, reference.OrganId) && !IsRecall(row));

        // Of a destroyed one the hub says what became of it; nobody means it while there is another.
        var target = known.FirstOrDefault(row => row.DestroyedAt is null) ?? known.FirstOrDefault();
        return target is null ? null : Of(target);
    }

    /// <summary>One delivery, if this agency has taken it and not failed it; else <c>null</c>.</summary>
    public (StatusTarget Target, PackageMetadata Metadata, string Receiver)? Find(string agency, Guid deliveryId)
    {
        var row = database.Read(spool => spool.QueryFirstOrDefault<DeliveryRow>(SpoolSql.FindDelivery, new { DeliveryId = deliveryId.Key() }));
        return row is { Taken: true, Phase: DeliveryPhase.Available or DeliveryPhase.Placing or DeliveryPhase.Done } && row.Agency == agency
            ? (Of(row), Metadata(row), row.Receiver)
            : null;
    }

    /// <summary>By document id, then by printed code and date, which are only looked for when they are needed.</summary>
    private IEnumerable<DeliveryRow> ListNamed(string agency, ResponseReference reference)
    {
        foreach (var row in reference.DocumentId is null ? [] : List(SpoolSql.ListTargetsByNumber, agency, reference))
        {
            yield return row;
        }

        foreach (var row in reference.Code is null || reference.PromulgationDate is null ? [] : List(SpoolSql.ListTargetsByCode, agency, reference))
        {
            yield return row;
        }
    }

    private List<DeliveryRow> List(string statement, string agency, ResponseReference reference) =>
        database.Read(spool => spool.Query<DeliveryRow>(statement, new
        {
            Agency = agency,
            DocumentNumber = reference.DocumentId,
            DocumentCode = reference.Code,
            DocumentDate = reference.PromulgationDate?.ToString("O", CultureInfo.InvariantCulture),
        }).AsList());

    private bool IsOf(DeliveryRow row, string? organId) => organId is null || directory.AreSame(Metadata(row).SenderCode, organId);

    /// <summary>A recall, also one by an update that drops this receiver, stands under the id of its document and brings none.</summary>
    private static bool IsRecall(DeliveryRow row) => Metadata(row) is { BusinessDocType: (int)BusinessDocType.Recall } or { Command: ChangeCommand.Drop };

    private static PackageMetadata Metadata(DeliveryRow row) => OutgoingStore.ReadJson<PackageMetadata>(row.Metadata!);

    private static StatusTarget Of(DeliveryRow row) =>
        new(row.Id, row.Phase == DeliveryPhase.Done ? row.ClosedAt?.Time() : null);
}
