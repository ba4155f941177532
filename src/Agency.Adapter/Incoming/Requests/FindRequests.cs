using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Incoming.Requests;

/// <summary>Finds the request that an answer of an agency means.</summary>
internal sealed class FindRequests(SpoolDatabase database)
{
    /// <summary>The request that a delivery has brought, else all that are about it, those of a 13 first, then the oldest: the order in which the hub hears an answer too.</summary>
    /// <returns>Empty when nothing is asked; <c>null</c> when this agency was not offered such a delivery.</returns>
    public IReadOnlyList<Request>? Find(string agency, Guid deliveryId) => database.Read(spool =>
        IncomingStore.Find(spool, deliveryId) is not { Metadata: not null } row || row.Agency != agency ? null
        : RequestStore.Find(spool, row) is { } brought ? [brought]
        : (IReadOnlyList<Request>)[.. RequestStore.ListAbout(spool, deliveryId).OrderBy(request => request.Command != ChangeCommand.TakeBack)]);

    /// <summary>The same, and the carrier counts as handed out from now on: its agency speaks of it.</summary>
    public async Task<StatusTarget> TakeAsync(Request request)
    {
        await database.WriteAsync(transaction => transaction.Find<DeliveryRow>(SpoolSql.MarkTaken, new { request.Carrier.DeliveryId, request.Carrier.Agency }));
        return TargetOf(request);
    }

    /// <summary>What an answer to a request names in its manifest: the carrier, for a 13 the document that is asked back.</summary>
    public StatusTarget TargetOf(Request request)
    {
        var document = request.Command == ChangeCommand.TakeBack
            ? database.Read(spool => request.About.Select(delivery => IncomingStore.Find(spool, delivery)).FirstOrDefault(row => row is not null))
            : null;
        var named = document ?? request.Carrier;
        return new(named.Id, named.Phase == DeliveryPhase.Done ? named.ClosedAt?.Time() : null, request.Carrier.Id);
    }
}
