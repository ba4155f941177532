using System.Globalization;

namespace Axis.Contracts.Calendar;

/// <summary>Time in Vietnam, whatever zone the machine is in: UTC+7 all year, no summer time.</summary>
public static class VietnamTime
{
    /// <summary>Distance from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day that it is in Vietnam at <paramref name="instant"/>.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>What the clock shows in Vietnam at <paramref name="instant"/>.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>An instant as people read it: <c>14:30 24/11/2026</c>.</summary>
    public static string Show(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The instant at which the clock in Vietnam shows <paramref name="time"/> on <paramref name="date"/>.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date.ToDateTime(time), Offset);

    /// <summary>The instant at which <paramref name="date"/> is over; it does not belong to that day any more. The last day of all has its last tick instead.</summary>
    public static DateTimeOffset EndOf(DateOnly date) =>
        date == DateOnly.MaxValue ? At(date, TimeOnly.MaxValue) : At(date.AddDays(1), TimeOnly.MinValue);
}
