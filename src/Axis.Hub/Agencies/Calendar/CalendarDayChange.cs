using Axis.Contracts.Calendar;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>A day whose row differs between two calendars.</summary>
/// <param name="Day">Day in Vietnam.</param>
/// <param name="Before">Its row without the date, as the file writes it; null: none.</param>
/// <param name="After">The same afterwards.</param>
internal sealed record CalendarDayChange(DateOnly Day, string? Before, string? After)
{
    /// <summary>Every day that differs, in order.</summary>
    public static IReadOnlyList<CalendarDayChange> Between(WorkingCalendar before, WorkingCalendar after) =>
    [
        .. before.Days.Concat(after.Days).Select(day => day.Date).Distinct().Order()
            .Select(date => new CalendarDayChange(date, TextOf(before.Find(date)), TextOf(after.Find(date))))
            .Where(change => change.Before != change.After),
    ];

    private static string? TextOf(CalendarDay? day) => day is null ? null : CalendarFile.Write(day)[11..];
}
