using Axis.Contracts.Calendar;

namespace Axis.Simulator.Days;

/// <summary>
/// Office time, counted minute by minute by the words of domain.md 6 and by nothing of the hub's: what a hub that counts wrongly is held against. Instants are whole minutes in Vietnam's zone.
/// </summary>
internal sealed class OfficeMinutes(WorkingCalendar calendar)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>07:30-11:30 and 13:30-17:30: hours of an agency that has none of its own.</summary>
    private static readonly (TimeOnly From, TimeOnly To)[] Sessions = [(new(7, 30), new(11, 30)), (new(13, 30), new(17, 30))];

    /// <summary>End of office hours.</summary>
    public static TimeOnly Close { get; } = Sessions[^1].To;

    public bool IsWorking(DateOnly day) => calendar.IsWorkingDay(day);

    /// <summary>The first working day after another.</summary>
    public DateOnly NextWorking(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsWorking(day));
        return day;
    }

    /// <summary>The earliest instant when that much office time has passed.</summary>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan span)
    {
        var at = start;
        while (span > TimeSpan.Zero)
        {
            if (!IsOffice(at))
            {
                at += Minute;
            }
            else if (span < Minute)
            {
                return at + span;
            }
            else
            {
                (at, span) = (at + Minute, span - Minute);
            }
        }

        return at;
    }

    /// <summary>Office time between two instants.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var minutes = 0;
        for (var at = from; at < to; at += Minute)
        {
            minutes += IsOffice(at) ? 1 : 0;
        }

        return minutes * Minute;
    }

    /// <summary>True when the minute that begins then is worked.</summary>
    private bool IsOffice(DateTimeOffset at) =>
        IsWorking(VietnamTime.DateOf(at)) && Sessions.Any(session => VietnamTime.TimeOf(at) >= session.From && VietnamTime.TimeOf(at) < session.To);
}
