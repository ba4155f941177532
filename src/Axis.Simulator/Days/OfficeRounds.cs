using Axis.Contracts.Calendar;

namespace Axis.Simulator.Days;

/// <summary>When clerks go to their inboxes: every twenty minutes of office hours, their ends included: often enough for urgent letters, which are warned of after 22.</summary>
internal static class OfficeRounds
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(20);

    private static readonly TimeOnly[] OfDay = [.. Session(new(7, 30), new(11, 30)), .. Session(new(13, 30), new(17, 30))];

    /// <summary>Rounds of a day that is worked.</summary>
    public static IEnumerable<DateTimeOffset> Of(DateOnly day) => OfDay.Select(time => VietnamTime.At(day, time));

    /// <summary>The round that comes <paramref name="count"/> rounds after an instant; 1: the next.</summary>
    public static DateTimeOffset After(this OfficeMinutes office, DateTimeOffset at, int count)
    {
        var day = VietnamTime.DateOf(at);
        for (day = office.IsWorking(day) ? day : office.NextWorking(day); ; day = office.NextWorking(day))
        {
            foreach (var round in Of(day).Where(round => round > at))
            {
                if (--count == 0)
                {
                    return round;
                }
            }
        }
    }

    private static IEnumerable<TimeOnly> Session(TimeOnly from, TimeOnly to)
    {
        for (var at = from; at <= to; at = at.Add(Every))
        {
            yield return at;
        }
    }
}
