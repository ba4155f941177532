using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Counting;

/// <summary>All deliveries of one agency, on one side, while a day is counted.</summary>
internal sealed class TrafficTally
{
    private readonly int[] open = new int[Enum.GetValues<DeliveryClass>().Length];
    private int opening;
    private int created;
    private int reopened;
    private int rested;

    public void Add(DeliveryCount delivery, DaySpan day)
    {
        created += day.Contains(delivery.CreatedAt) ? 1 : 0;
        foreach (var stay in delivery.Stays)
        {
            if (stay.Stock == Stock.NotAtRest)
            {
                opening += stay.IsIn(day.Start) ? 1 : 0;
                reopened += stay.From != delivery.CreatedAt && stay.EntersIn(day.Start, day.End) ? 1 : 0;
                rested += stay.LeavesIn(day.Start, day.End) ? 1 : 0;
            }
        }

        if (delivery.StateAt(day.End) is { IsAtRest: false } state)
        {
            open[(int)state.Class]++;
        }
    }

    public TrafficFigures Figures() => new(opening, created, reopened, rested, open.Sum(), new(Of(DeliveryClass.NotArrived), Of(DeliveryClass.Arrived), Of(DeliveryClass.Failed)));

    private int Of(DeliveryClass standing) => open[(int)standing];
}
