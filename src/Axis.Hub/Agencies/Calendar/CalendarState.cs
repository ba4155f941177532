using Axis.Contracts.Calendar;
using Axis.Hub.Ledger;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>The newest version as the ledger has it.</summary>
/// <param name="Version">Its number; 0: nobody has changed anything.</param>
/// <param name="Days">Its days; null: those of the settings.</param>
/// <param name="Hours">Hours of the agencies that have others than the settings'.</param>
internal sealed record CalendarState(int Version, WorkingCalendar? Days, IReadOnlyDictionary<Guid, OfficeHours> Hours)
{
    /// <summary>What clocks go by under these settings.</summary>
    public HubCalendar Over(HubCalendar settings) => settings.Under(Version, Days, Hours);

    /// <summary>The version that would follow with these days.</summary>
    public CalendarState With(WorkingCalendar days) => this with { Version = Version + 1, Days = days };
}
