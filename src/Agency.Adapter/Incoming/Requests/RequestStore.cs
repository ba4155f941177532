using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Incoming.Requests;

/// <summary>The spool's side of requests: which delivery speaks of which, and what was answered.</summary>
internal static class RequestStore
{
    /// <summary>Keeps which deliveries a carrier speaks of; what is kept already stays.</summary>
    public static void AddAbout(SpoolTransaction transaction, Guid carrier, IReadOnlyList<Guid> about)
    {
        foreach (var delivery in about)
        {
            transaction.Execute(SpoolSql.AddAbout, new { CarrierId = carrier.Key(), DeliveryId = delivery.Key() });
        }
    }

    /// <summary>The request that a delivery has brought; <c>null</c> when it brought none, or its agency was not offered it yet.</summary>
    public static Request? Find(SqliteConnection spool, DeliveryRow carrier) =>
        carrier.Metadata is { } metadata ? Find(spool, carrier, OutgoingStore.ReadJson<PackageMetadata>(metadata)) : null;

    /// <inheritdoc cref="Find(SqliteConnection, DeliveryRow)"/>
    public static Request? Find(SqliteConnection spool, DeliveryRow carrier, PackageMetadata metadata)
    {
        if (CommandOf(metadata) is not { } command)
        {
            return null;
        }

        Guid[] about = [.. spool.Query<string>(SpoolSql.ListAbout, new { CarrierId = carrier.DeliveryId }).Select(Guid.Parse)];
        var isOver = carrier.DestroyedAt is not null || carrier.Phase is DeliveryPhase.Cancelled or DeliveryPhase.Failed
            || HasEnded([.. about.Select(delivery => IncomingStore.Find(spool, delivery)).OfType<DeliveryRow>()]);
        return new(carrier, metadata, command, about, spool.Query<RequestAnswerRow>(SpoolSql.ListRequestAnswers, new { CarrierId = carrier.DeliveryId }).AsList(), isOver);
    }

    /// <summary>The requests about a delivery that its agency was offered, oldest first.</summary>
    public static IReadOnlyList<Request> ListAbout(SqliteConnection spool, Guid delivery) =>
        [.. spool.Query<DeliveryRow>(SpoolSql.ListCarriersOf, new { DeliveryId = delivery.Key() }).Select(carrier => Find(spool, carrier)).OfType<Request>()];

    /// <summary>True when some of it was destroyed and nothing of it is left; what never came here says nothing.</summary>
    private static bool HasEnded(DeliveryRow[] about) =>
        about.Any(row => row.DestroyedAt is not null) && !about.Any(row => row is { DestroyedAt: null, Phase: not DeliveryPhase.Cancelled });

    /// <summary>What a package asks of its receiver; <c>null</c>: nothing.</summary>
    private static ChangeCommand? CommandOf(PackageMetadata metadata) => metadata.Command ?? (metadata.StatusCode, metadata.BusinessDocType) switch
    {
        (StatusCodes.TakeBack, _) => ChangeCommand.TakeBack,
        (null, (int)BusinessDocType.Recall) => ChangeCommand.Recall,
        (null, (int)BusinessDocType.Update) => ChangeCommand.Update,
        (null, (int)BusinessDocType.Replacement) => ChangeCommand.Replace,
        _ => null,
    };
}
