using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Ledger;

/// <summary>
/// What a change of rows means for alerts, pure: causes that begin and causes that have ended. Asked of everything that a transaction writes, by whom ever, so no stage can forget it.
/// </summary>
internal sealed class AlertsOf
{
    private readonly List<AlertCause> begun = [];
    private readonly List<AlertEnd> ended = [];

    public IReadOnlyList<AlertCause> Begun => begun;

    public IReadOnlyList<AlertEnd> Ended => ended;

    /// <summary>Takes a delivery.</summary>
    /// <param name="before">As it was read; null when it is new.</param>
    /// <param name="after">As it will be written.</param>
    /// <param name="isDealtWith">True when its failure was closed since it last failed.</param>
    public void Take(DeliveryRow? before, DeliveryRow after, bool isDealtWith)
    {
        Move(
            after.DeliveryId, AlertKinds.DeliveryFailed, HasFailed(before), HasFailed(after) && !isDealtWith,
            after.FailedBy?.ToString().ToLowerInvariant() ?? "");
        Move(after.DeliveryId, AlertKinds.Returned, IsReturned(before), IsReturned(after), StatusCodes.Refused);
    }

    /// <summary>Takes a request.</summary>
    /// <param name="before">As it was read; null when it is new.</param>
    /// <param name="after">As it will be written.</param>
    /// <param name="wasVoid">Whether its target was void.</param>
    /// <param name="isVoid">Whether its target is void.</param>
    public void Take(ChangeRow? before, ChangeRow after, bool wasVoid, bool isVoid)
    {
        var cause = after.Command.ToString().ToLowerInvariant();
        Move(after.CarrierId, AlertKinds.AmendmentUnanswered, before?.Status == ChangeStatus.Overdue, after.Status == ChangeStatus.Overdue, cause);
        Move(
            after.CarrierId, AlertKinds.AmendmentRefused, before?.Status == ChangeStatus.Refused && !wasVoid, after.Status == ChangeStatus.Refused && !isVoid, cause);
    }

    /// <summary>Takes deliveries whose cause ended with something that happened to another row.</summary>
    public void End(IEnumerable<Guid> deliveries, string kind) => ended.AddRange(deliveries.Select(delivery => new AlertEnd(delivery, kind)));

    private static bool HasFailed(DeliveryRow? row) => row is { Transport: TransportState.Fail, VoidAs: null };

    private static bool IsReturned(DeliveryRow? row) => row is { Kind: Manifest.Edoc, Business: BusinessMachine.Refused, VoidAs: null };

    private void Move(Guid delivery, string kind, bool was, bool @is, string cause)
    {
        switch (was, @is)
        {
            case (false, true):
                begun.Add(new(delivery, kind, cause));
                break;
            case (true, false):
                ended.Add(new(delivery, kind));
                break;
        }
    }
}
