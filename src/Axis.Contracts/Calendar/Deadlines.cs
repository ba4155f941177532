namespace Axis.Contracts.Calendar;

/// <summary>
/// The deadlines of domain.md 6. Pure; never throws for a day beyond the calendar, whose due times are provisional. Times come back in Vietnam's zone.
/// </summary>
/// <param name="calendar">Which days are worked.</param>
/// <param name="hours">When the agency that has to act works.</param>
public sealed class Deadlines(WorkingCalendar calendar, OfficeHours hours)
{
    private static readonly TimeOnly EndOfMorning = new(12, 0);
    private static readonly TimeSpan LastHour = TimeSpan.FromHours(1);

    // Longer than any run of days off; a custom calendar that has none worked must not hang.
    private const int Patience = 60;

    /// <summary>
    /// Sending after signing: by 12:00 of the next working day (QĐ 28 Art. 6); urgent ones on the day itself, for a date says no more of "right after signing".
    /// </summary>
    /// <param name="signedOn">Date of signing.</param>
    /// <param name="priority">0 to 4; from 1 on urgent.</param>
    public DueTime OfSending(DateOnly signedOn, int priority)
    {
        if (IsUrgent(priority))
        {
            return new(VietnamTime.EndOf(signedOn), false);
        }

        var walk = new Walk(calendar, signedOn);
        return walk.Due(walk.Next(), EndOfMorning);
    }

    /// <summary>
    /// Arrival of an attempt that starts at <paramref name="accepted"/>. PROCESSING, by the adapter: 15 minutes, urgent 2, by the clock on the wall.
    /// DONE, by the agency: 4 office hours, urgent 30 minutes.
    /// </summary>
    public (DueTime Processing, DueTime Done) OfArrival(DateTimeOffset accepted, int priority) => (
        Wall(accepted, TimeSpan.FromMinutes(IsUrgent(priority) ? 2 : 15)),
        IsUrgent(priority) ? Urgent(accepted, priority, TimeSpan.FromMinutes(30)) : Office(accepted, TimeSpan.FromHours(4)));

    /// <summary>
    /// The first of 02 to 06 after arrival: by the end of office hours of that working day (Decree 30 Art. 21.2c, "the same day"). Later than an hour before their end, or on
    /// a day off, counts to the next working day. Urgent 30 minutes.
    /// </summary>
    public DueTime OfAnswer(DateTimeOffset arrived, int priority)
    {
        if (IsUrgent(priority))
        {
            return Urgent(arrived, priority, TimeSpan.FromMinutes(30));
        }

        var day = VietnamTime.DateOf(arrived);
        var walk = new Walk(calendar, day);
        var today = walk.IsWorking(day) && VietnamTime.At(day, hours.End) - arrived >= LastHour;
        return walk.Due(today ? day : walk.Next(), hours.End);
    }

    /// <summary>
    /// End of work on a document: the end of office hours of its due date, or of the next working day when that is none and the priority counts office hours; <c>null</c> without a due date.
    /// </summary>
    public DueTime? OfProcessing(DateOnly? dueDate, int priority)
    {
        if (dueDate is not { } day)
        {
            return null;
        }

        var walk = new Walk(calendar, day);
        return walk.Due(IsWallClock(priority) || walk.IsWorking(day) ? day : walk.Next(), hours.End);
    }

    /// <summary>
    /// 15 or 16 to a recall, an update or a 13: by the end of office hours of the working day after arrival, urgent 2 hours.
    /// </summary>
    public DueTime OfAmendment(DateTimeOffset arrived, int priority)
    {
        if (IsUrgent(priority))
        {
            return Urgent(arrived, priority, TimeSpan.FromHours(2));
        }

        var walk = new Walk(calendar, VietnamTime.DateOf(arrived));
        return walk.Due(walk.Next(), hours.End);
    }

    private static bool IsUrgent(int priority) => priority >= 1;

    /// <summary>Hỏa tốc does not wait for office hours.</summary>
    private static bool IsWallClock(int priority) => priority >= 3;

    private DueTime Urgent(DateTimeOffset start, int priority, TimeSpan span) => IsWallClock(priority) ? Wall(start, span) : Office(start, span);

    private static DueTime Wall(DateTimeOffset start, TimeSpan span) => new(start.ToOffset(VietnamTime.Offset) + span, false);

    /// <summary>The earliest instant when that much office time has passed.</summary>
    private DueTime Office(DateTimeOffset start, TimeSpan span)
    {
        var day = VietnamTime.DateOf(start);
        var walk = new Walk(calendar, day);
        for (var current = walk.IsWorking(day) ? day : walk.Next(); ; current = walk.Next())
        {
            foreach (var session in hours.Sessions)
            {
                var opens = VietnamTime.At(current, session.Start);
                var from = opens > start ? opens : start.ToOffset(VietnamTime.Offset);
                var left = VietnamTime.At(current, session.End) - from;
                if (left >= span)
                {
                    return new(from + span, walk.IsProvisional);
                }

                span -= left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }

            if (current == DateOnly.MaxValue)
            {
                return walk.Due(current, hours.End);
            }
        }
    }

    /// <summary>A walk from day to day that remembers whether it has stepped on one that may still change.</summary>
    private sealed class Walk(WorkingCalendar calendar, DateOnly day)
    {
        public bool IsProvisional { get; private set; }

        public bool IsWorking(DateOnly date)
        {
            IsProvisional |= calendar.IsProvisional(date);
            return calendar.IsWorkingDay(date);
        }

        /// <summary>The next working day; where there is none, the last day of all or the one at which patience ends, provisionally.</summary>
        public DateOnly Next()
        {
            for (var steps = 0; steps <= Patience && day < DateOnly.MaxValue; steps++)
            {
                day = day.AddDays(1);
                if (IsWorking(day))
                {
                    return day;
                }
            }

            IsProvisional = true;
            return day;
        }

        public DueTime Due(DateOnly date, TimeOnly time) => new(VietnamTime.At(date, time), IsProvisional);
    }
}
