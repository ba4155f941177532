namespace Axis.Contracts.Statements;

/// <summary>How long deliveries took, by arrivals and answers of the day; <c>null</c> where there were none.</summary>
/// <param name="ArriveAsReceiver">From acceptance to arrival at this agency.</param>
/// <param name="AnswerAsReceiver">From arrival to this agency's first answer.</param>
/// <param name="ArriveAsSender">From acceptance to arrival, of what this agency sent.</param>
/// <param name="AnswerAsSender">From arrival to the first answer, of what this agency sent.</param>
public sealed record StatementTimes(
    Spread? ArriveAsReceiver = null, Spread? AnswerAsReceiver = null, Spread? ArriveAsSender = null, Spread? AnswerAsSender = null);

/// <summary>Median and 95th percentile by nearest rank, in whole seconds.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="MedianSeconds">Median.</param>
/// <param name="P95Seconds">95th percentile.</param>
public sealed record Spread(int Count, long MedianSeconds, long P95Seconds)
{
    /// <summary>The spread of some durations, which are sorted in place; <c>null</c> of none.</summary>
    /// <param name="seconds">Whole seconds.</param>
    public static Spread? Of(List<long> seconds)
    {
        if (seconds.Count == 0)
        {
            return null;
        }

        seconds.Sort();
        return new(seconds.Count, Rank(50), Rank(95));

        // Nearest rank: the smallest value that at least that share does not exceed.
        long Rank(int percent) => seconds[(int)((((long)percent * seconds.Count) + 99) / 100) - 1];
    }
}
