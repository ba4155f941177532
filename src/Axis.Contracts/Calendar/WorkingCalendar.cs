using System.Collections.Frozen;

namespace Axis.Contracts.Calendar;

/// <summary>
/// On which days state agencies work: Monday to Friday, but for the rows of the calendar. Immutable, safe for concurrent use; answers for every day and never
/// throws: beyond the years it covers it knows the plain week only and says so.
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly Lazy<WorkingCalendar> Embedded = new(CalendarFile.ReadEmbedded);

    private readonly FrozenDictionary<DateOnly, CalendarDay> rows;
    private readonly FrozenSet<int> years;

    /// <summary>A calendar of these rows, at most one for a day.</summary>
    public WorkingCalendar(IEnumerable<CalendarDay> days)
    {
        Days = [.. days];
        rows = Days.ToFrozenDictionary(day => day.Date);

        // Every year has its 1 January (Labour Code Art. 112), also on a weekend; a year without that row is there for a swap of its neighbour only.
        years = Days.Where(day => day is { Kind: CalendarDayKind.Holiday, Date: { Month: 1, Day: 1 } }).Select(day => day.Date.Year).ToFrozenSet();
    }

    /// <summary>The calendar that comes with this library; an installation may have a newer file.</summary>
    public static WorkingCalendar National => Embedded.Value;

    /// <summary>The rows, in order.</summary>
    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>The row of a day, or <c>null</c> for a day of the plain week.</summary>
    public CalendarDay? Find(DateOnly date) => rows.GetValueOrDefault(date);

    /// <summary>True when the year of <paramref name="date"/> is in the calendar.</summary>
    public bool Covers(DateOnly date) => years.Contains(date.Year);

    /// <summary>True when what is said of the day may still change: a year that is not covered, or a row that is only computed.</summary>
    public bool IsProvisional(DateOnly date) => Find(date) is { } row ? row.Confidence == CalendarConfidence.Computed : !Covers(date);

    /// <summary>True when agencies work on <paramref name="date"/>.</summary>
    public bool IsWorkingDay(DateOnly date) => Find(date) is { } row
        ? row.Kind == CalendarDayKind.WorkedSaturday
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
