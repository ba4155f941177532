using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Counting;

/// <summary>One stock of one agency while a day is counted.</summary>
internal sealed class StockTally
{
    private readonly int[] left = new int[Enum.GetValues<LeftBy>().Length];
    private int opening;
    private int entered;
    private int closing;
    private DateTimeOffset? oldest;

    /// <summary>Counts a stay; true when it stands in the stock at the end of the day.</summary>
    public bool Add(Stay stay, DaySpan day)
    {
        opening += stay.IsIn(day.Start) ? 1 : 0;
        entered += stay.EntersIn(day.Start, day.End) ? 1 : 0;
        if (stay.LeavesIn(day.Start, day.End))
        {
            left[(int)stay.By!]++;
        }

        if (!stay.IsIn(day.End))
        {
            return false;
        }

        closing++;
        oldest = oldest < stay.From ? oldest : stay.From;
        return true;
    }

    public StockFigures Figures() => new(
        opening, entered, left.Sum(), closing,
        new(Of(LeftBy.Arrived), Of(LeftBy.Answered), Of(LeftBy.Failed), Of(LeftBy.SentAgain), Of(LeftBy.Recalled), Of(LeftBy.Closed), Of(LeftBy.DueMoved)), oldest);

    private int Of(LeftBy by) => left[(int)by];
}
