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
            after.DeliveryId, after.SenderAgencyId == HubAgency.Id ? AlertKinds.StatementUndelivered : AlertKinds.DeliveryFailed, HasFailed(before), HasFailed(after) && !isDealtWith,
            after.FailedBy?.ToString().ToLowerInvariant() ?? "");
        Move(after.DeliveryId, AlertKinds.Returned, IsReturned(before), IsReturned(after), StatusCodes.Refused);
        ended.AddRange(Clocks.Ended(before, after).Select(kind => new AlertEnd(after.DeliveryId, kind)));
    }

    /// <summary>Takes a request.</summary>
    /// <param name="before">As it was read; null when it is new.</param>
    /// <param name="after">As it will be written.</param>
    /// <param name="wasVoid">Whether its target was void.</param>
    /// <param name="isVoid">Whether its target is void.</param>
    public void Take(ChangeRow? before, ChangeRow after, bool wasVoid, bool isVoid)
    {
        var cause = after.Command.ToString().ToLowerInvariant();
        var (was, @is) = (WeightOf(before), WeightOf(after));
        if (@is is { } weight && (was is null || weight > was))
        {
            begun.Add(new(after.CarrierId, AlertKinds.AmendmentUnanswered, cause, weight, was is null));
        }
        else if (was is not null && @is is null)
        {
            ended.Add(new(after.CarrierId, AlertKinds.AmendmentUnanswered));
        }

        Move(
            after.CarrierId, AlertKinds.AmendmentRefused, before?.Status == ChangeStatus.Refused && !wasVoid, after.Status == ChangeStatus.Refused && !isVoid, cause);
    }

    /// <summary>Takes what clocks have to say.</summary>
    public void Begin(IEnumerable<AlertCause> causes) => begun.AddRange(causes);

    /// <summary>Takes deliveries whose cause ended with something that happened to another row.</summary>
    public void End(IEnumerable<Guid> deliveries, string kind) => ended.AddRange(deliveries.Select(delivery => new AlertEnd(delivery, kind)));

    /// <summary>How much it weighs that a request has no answer; null: nothing yet, or no longer.</summary>
    private static AlertSeverity? WeightOf(ChangeRow? request) => request switch
    {
        { Status: ChangeStatus.Overdue } => AlertSeverity.Breach,
        { Status: ChangeStatus.Delivered, Warned: true } => AlertSeverity.Warn,
        _ => null,
    };

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
