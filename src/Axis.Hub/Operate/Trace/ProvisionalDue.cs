using Axis.Hub.Ledger;

namespace Axis.Hub.Operate.Trace;

/// <summary>
/// Which open due times rest on days of which the calendar may still change: a year that it does not cover, or a row that is only computed. Judged when they are shown, by the calendar
/// in force; it never fails anything.
/// </summary>
internal sealed class ProvisionalDue(HubCalendar calendar)
{
    /// <summary>Names of the due times of a delivery that are provisional.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="started">When the clock of its attempt started.</param>
    /// <param name="dueDate">The document's due date.</param>
    public IReadOnlyList<string> Of(DeliveryRow row, DateTimeOffset started, DateOnly? dueDate)
    {
        var deadlines = calendar.DeadlinesOf(row.ReceiverAgencyId);
        return
        [
            .. new[]
            {
                OpenClocks.Arrival(row) && deadlines.OfArrival(started, row.Priority).Done.IsProvisional ? "arrive" : null,
                OpenClocks.Answer(row) && deadlines.OfAnswer(row.ArrivedAt ?? started, row.Priority).IsProvisional ? "answer" : null,
                OpenClocks.Work(row) && deadlines.OfProcessing(dueDate, row.Priority) is { IsProvisional: true } ? "process" : null,
            }.OfType<string>(),
        ];
    }

    /// <summary>True when the due time of an awaited answer is.</summary>
    public bool Of(ChangeRow request, DeliveryRow? carrier) =>
        request is { IsAwaited: true, DeliveredAt: { } delivered } && carrier is not null
        && calendar.DeadlinesOf(carrier.ReceiverAgencyId).OfAmendment(delivered, carrier.Priority).IsProvisional;
}
