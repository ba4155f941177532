using Axis.Contracts.Errors;

namespace Axis.Contracts.Calendar;

/// <summary>What reading a calendar file ended in.</summary>
public abstract record CalendarOutcome
{
    private CalendarOutcome()
    {
    }

    /// <summary>The file is a calendar.</summary>
    /// <param name="Calendar">The calendar.</param>
    public sealed record Read(WorkingCalendar Calendar) : CalendarOutcome;

    /// <summary>The file is refused; a calendar with holes would give wrong deadlines, so nothing of it counts.</summary>
    /// <param name="Findings">Every fault, each with its line as path.</param>
    public sealed record Refused(IReadOnlyList<Finding> Findings) : CalendarOutcome;
}
