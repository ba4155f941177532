using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Ledger;

namespace Axis.Hub.Operate.Doctor;

/// <summary>The working calendar can be read, covers today, and will for a while: beyond it due times go by the plain week.</summary>
internal sealed class CalendarCheck(HubOptions options, TimeProvider time)
{
    private const string Name = "working calendar";

    /// <summary>The Government decides the next year's days in autumn.</summary>
    private const int Notice = 60;

    private const string Remedy = "apply a file that has the next year (axis-hub calendar preview, then apply; working-calendar.md): until then its due times are provisional";

    /// <param name="newest">The newest version in the ledger; null: there is no ledger to ask.</param>
    public IReadOnlyList<Diagnosis> Run(CalendarState? newest = null)
    {
        var faults = HubCalendar.FaultsOf(options);
        return faults.Count > 0
            ? [.. faults.Select(fault => Diagnosis.Wrong(Name, $"{fault.Code} {fault.English}", "mend the file or the setting: the hub does not start with it"))]
            : [Look(newest?.Over(HubCalendar.Load(options)) ?? HubCalendar.Load(options), newest?.Days is not null, VietnamTime.DateOf(time.GetUtcNow()))];
    }

    private Diagnosis Look(HubCalendar calendar, bool isApplied, DateOnly today)
    {
        var days = calendar.Days;
        var last = days.Days.Where(day => days.Covers(day.Date)).Select(day => day.Date.Year).DefaultIfEmpty().Max();
        var computed = days.Days.Count(day => day.Date >= today && day.Confidence == CalendarConfidence.Computed);
        var found = string.Create(CultureInfo.InvariantCulture,
            $"{(isApplied ? $"version {calendar.Version}" : options.CalendarPath.Length > 0 ? Path.GetFullPath(options.CalendarPath) : "national")}, covered to the end of {last}, {computed} days ahead only computed, office hours {calendar.Hours}");
        return !days.Covers(today) ? Diagnosis.Wrong(Name, $"{found}; {today.Year} is not covered", Remedy)
            : !days.Covers(today.AddDays(Notice)) ? Diagnosis.Doubtful(Name, $"{found}; ends in less than {Notice} days", Remedy)
            : Diagnosis.Well(Name, found);
    }
}
