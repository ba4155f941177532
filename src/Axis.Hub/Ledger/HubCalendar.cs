using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;

namespace Axis.Hub.Ledger;

/// <summary>The working calendar and the office hours that this hub's clocks go by.</summary>
/// <param name="Days">Which days are worked.</param>
/// <param name="Hours">When agencies work on them.</param>
internal sealed record HubCalendar(WorkingCalendar Days, OfficeHours Hours)
{
    /// <summary>The limits of domain.md 6 by this calendar.</summary>
    public Deadlines Deadlines { get; } = new(Days, Hours);

    /// <summary>Everything that is wrong with the settings, each with its code.</summary>
    public static IReadOnlyList<Finding> FaultsOf(HubOptions options) => Read(options).Faults;

    /// <summary>Reads what the settings say.</summary>
    /// <exception cref="InvalidDataException">They cannot be used (<see cref="FaultsOf"/>).</exception>
    public static HubCalendar Load(HubOptions options)
    {
        var (calendar, faults) = Read(options);
        return calendar ?? throw new InvalidDataException(string.Join("; ", faults.Select(fault => $"{fault.Code} {fault.English}")));
    }

    private static (HubCalendar? Calendar, IReadOnlyList<Finding> Faults) Read(HubOptions options)
    {
        var (days, faults) = ReadDays(options.CalendarPath);
        var hours = OfficeHours.Read(options.OfficeHours);
        return days is not null && hours is not null
            ? (new(days, hours), [])
            : (null, hours is null ? [.. faults, Finding.Refuse(ErrorCatalogue.OfficeHoursWrong, "", options.OfficeHours)] : faults);
    }

    private static (WorkingCalendar? Days, IReadOnlyList<Finding> Faults) ReadDays(string path)
    {
        if (path.Length == 0)
        {
            return (WorkingCalendar.National, []);
        }

        try
        {
            return CalendarFile.Read(File.ReadAllText(path)) switch
            {
                CalendarOutcome.Read read => (read.Calendar, []),
                CalendarOutcome.Refused refused => (null, refused.Findings),
                _ => throw new InvalidOperationException("A calendar is read or refused."),
            };
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, [Finding.Refuse(ErrorCatalogue.CalendarUnreadable, "", path)]);
        }
    }
}
