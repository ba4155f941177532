using Axis.Contracts.Calendar;
using Axis.Simulator.Faults;

namespace Axis.Simulator.Days;

/// <summary>Everything that is to happen in a nation over some days: who writes to whom, when clerks take in and answer, and what goes wrong.</summary>
/// <param name="Start">First day.</param>
/// <param name="Days">How many.</param>
/// <param name="Agencies">Codes, in the nation's order.</param>
/// <param name="Letters">Letters by their place.</param>
/// <param name="Absences">Adapters that are off for a while.</param>
/// <param name="Faults">What is to go wrong, by number.</param>
internal sealed record DaysPlan(
    DateOnly Start, int Days, IReadOnlyList<string> Agencies, IReadOnlyList<PlannedLetter> Letters, IReadOnlyList<PlannedAbsence> Absences, IReadOnlyList<PlannedFault> Faults)
{
    /// <summary>When the statements of a day are issued, on the next one.</summary>
    public static readonly TimeOnly StatementHour = new(6, 30);

    public DateOnly Last => Start.AddDays(Days - 1);

    /// <summary>The days, in order.</summary>
    public IEnumerable<DateOnly> All => Enumerable.Range(0, Days).Select(Start.AddDays);

    /// <summary>When the nation begins to live: before any office opens.</summary>
    public DateTimeOffset Begins => VietnamTime.At(Start, new(7, 0));

    /// <summary>When it ends: the statements of the last day are with everybody.</summary>
    public DateTimeOffset Ends => VietnamTime.At(Last.AddDays(1), new(6, 40));
}

/// <summary>An adapter that is off.</summary>
/// <param name="Adapter">Its code, which is its agency's.</param>
/// <param name="From">When it is switched off.</param>
/// <param name="Until">When it is switched on.</param>
internal sealed record PlannedAbsence(string Adapter, DateTimeOffset From, DateTimeOffset Until);
