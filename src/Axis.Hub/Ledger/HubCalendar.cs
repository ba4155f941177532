using System.Collections.Frozen;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;

namespace Axis.Hub.Ledger;

/// <summary>The working calendar and the office hours that clocks go by: the settings', or a version that operators have applied. Immutable.</summary>
/// <param name="Days">Which days are worked.</param>
/// <param name="Hours">When agencies work on them that have no hours of their own.</param>
internal sealed record HubCalendar(WorkingCalendar Days, OfficeHours Hours)
{
    private readonly Deadlines usual = new(Days, Hours);

    /// <summary>0: the settings.</summary>
    public int Version { get; private init; }

    private FrozenDictionary<Guid, (OfficeHours Hours, Deadlines Deadlines)> Own { get; init; } = FrozenDictionary<Guid, (OfficeHours, Deadlines)>.Empty;

    /// <summary>The limits of domain.md 6 for what an agency has to do.</summary>
    public Deadlines DeadlinesOf(Guid agencyId) => Own.TryGetValue(agencyId, out var own) ? own.Deadlines : usual;

    /// <summary>When an agency works.</summary>
    public OfficeHours HoursOf(Guid agencyId) => Own.TryGetValue(agencyId, out var own) ? own.Hours : Hours;

    /// <summary>These settings under a version of the calendar.</summary>
    /// <param name="version">Its number.</param>
    /// <param name="days">Its days; null: those of the settings.</param>
    /// <param name="hours">Hours of the agencies that have others than the settings'.</param>
    public HubCalendar Under(int version, WorkingCalendar? days, IReadOnlyDictionary<Guid, OfficeHours> hours)
    {
        var then = days ?? Days;
        return new(then, Hours) { Version = version, Own = hours.ToFrozenDictionary(pair => pair.Key, pair => (pair.Value, new Deadlines(then, pair.Value))) };
    }

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
