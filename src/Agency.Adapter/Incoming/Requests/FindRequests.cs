using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Incoming.Requests;

/// <summary>Finds the request that an answer of an agency means.</summary>
internal sealed class FindRequests(SpoolDatabase database)
{
    /// <summary>
    /// The request that a delivery has brought and those that are about it, what waits for an answer first. Among these a withdrawal comes before a new version, and a 13 before a recall.
    /// </summary>
    /// <param name="agency">The agency that answers.</param>
    /// <param name="deliveryId">What it names.</param>
    /// <param name="asCarrier">True where it names the delivery itself and not by its document's id, which all versions share: what that delivery has brought then comes first of all.</param>
    /// <returns>Empty when nothing is asked; <c>null</c> when this agency was not offered such a delivery.</returns>
    public IReadOnlyList<Request>? Find(string agency, Guid deliveryId, bool asCarrier) => database.Read(spool =>
    {
        if (IncomingStore.Find(spool, deliveryId) is not { Metadata: not null } row || row.Agency != agency)
        {
            return null;
        }

        var brought = RequestStore.Find(spool, row);
        return (IReadOnlyList<Request>)[.. RequestStore.ListAbout(spool, deliveryId).Prepend(brought).OfType<Request>()
            .OrderBy(request => !request.IsOpen).ThenBy(request => ReferenceEquals(request, brought) ? (asCarrier ? 0 : 3) : Rank(request.Command))];
    });

    /// <summary>What an answer to a request names in its manifest; the carrier counts as handed out from now on, for its agency speaks of it.</summary>
    public async Task<StatusTarget> TakeAsync(Request request)
    {
        await database.WriteAsync(transaction => transaction.Find<DeliveryRow>(SpoolSql.MarkTaken, new { request.Carrier.DeliveryId, request.Carrier.Agency }));
        return TargetOf(request);
    }

    /// <summary>What an answer to a request names in its manifest: the carrier, for a document may be the carrier of another request itself.</summary>
    public static StatusTarget TargetOf(Request request) =>
        new(request.Carrier.Id, request.Carrier.Phase == DeliveryPhase.Done ? request.Carrier.ClosedAt?.Time() : null, request.Carrier.Id);

    private static int Rank(ChangeCommand command) => command switch
    {
        ChangeCommand.TakeBack => 1,
        ChangeCommand.Recall or ChangeCommand.Drop => 2,
        _ => 4,
    };
}
