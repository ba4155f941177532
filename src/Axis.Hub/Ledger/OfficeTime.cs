using Axis.Contracts.Calendar;

namespace Axis.Hub.Ledger;

/// <summary>Counts office time.</summary>
internal static class OfficeTime
{
    /// <summary>Longer runs are counted by the wall clock: a due date may lie years ahead.</summary>
    private const int MostDays = 400;

    /// <summary>The instant at which a part of the office time between two instants has passed; where there is none between them, a part of the time on the wall.</summary>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="hours">The hours of whoever has to act.</param>
    /// <param name="start">Start.</param>
    /// <param name="due">The whole of it.</param>
    /// <param name="percent">The part; more than 100 lies behind <paramref name="due"/>.</param>
    public static DateTimeOffset PartOf(WorkingCalendar calendar, OfficeHours hours, DateTimeOffset start, DateTimeOffset due, int percent)
    {
        var total = due - start > TimeSpan.FromDays(MostDays) ? TimeSpan.Zero : Between(calendar, hours, start, due);
        return total == TimeSpan.Zero ? WallPartOf(start, due, percent) : After(calendar, hours, start, total * percent / 100) ?? WallPartOf(start, due, percent);
    }

    /// <summary>The instant at which a part of the time between two instants has passed.</summary>
    public static DateTimeOffset WallPartOf(DateTimeOffset start, DateTimeOffset due, int percent) => start + ((due - start) * percent / 100);

    private static TimeSpan Between(WorkingCalendar calendar, OfficeHours hours, DateTimeOffset start, DateTimeOffset due)
    {
        var total = TimeSpan.Zero;
        foreach (var (opens, closes) in Sessions(calendar, hours, start).TakeWhile(session => session.Opens < due))
        {
            total += (closes < due ? closes : due) - opens;
        }

        return total;
    }

    private static DateTimeOffset? After(WorkingCalendar calendar, OfficeHours hours, DateTimeOffset start, TimeSpan span)
    {
        foreach (var (opens, closes) in Sessions(calendar, hours, start))
        {
            if (closes - opens >= span)
            {
                return opens + span;
            }

            span -= closes - opens;
        }

        return null;
    }

    /// <summary>What is left of office time from an instant on.</summary>
    private static IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> Sessions(WorkingCalendar calendar, OfficeHours hours, DateTimeOffset start)
    {
        var day = VietnamTime.DateOf(start);
        for (var days = 0; days <= 2 * MostDays && day < DateOnly.MaxValue; days++, day = day.AddDays(1))
        {
            if (!calendar.IsWorkingDay(day))
            {
                continue;
            }

            foreach (var session in hours.Sessions)
            {
                var (opens, closes) = (VietnamTime.At(day, session.Start), VietnamTime.At(day, session.End));
                if (closes > start)
                {
                    yield return (opens > start ? opens : start, closes);
                }
            }
        }
    }
}
