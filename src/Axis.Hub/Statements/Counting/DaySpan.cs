using Axis.Contracts.Calendar;

namespace Axis.Hub.Statements.Counting;

/// <summary>A day in Vietnam as instants: <see cref="End"/> is E of statement.md and does not belong to it.</summary>
internal readonly record struct DaySpan(DateOnly Day)
{
    public DateTimeOffset Start => VietnamTime.At(Day, TimeOnly.MinValue).ToUniversalTime();

    public DateTimeOffset End => VietnamTime.EndOf(Day).ToUniversalTime();

    public bool Contains(DateTimeOffset? at) => Start <= at && at < End;
}
