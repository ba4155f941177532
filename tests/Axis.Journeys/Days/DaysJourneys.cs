using System.Diagnostics;
using Axis.Contracts.Calendar;
using Axis.Simulator.Days;
using Axis.Simulator.Faults;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Days;

/// <summary>
/// Fourteen days of twenty agencies, 11 to 24 February 2026, nine of them off for Tết, with faults planned from a seed. Statements and alerts are held against what the plan says by the words of
/// the law: nothing may be missing, nothing be there besides, and every check of the books holds on every version.
/// </summary>
public sealed class DaysJourneys(ITestOutputHelper output)
{
    private static readonly DaysOptions Fortnight = new(new(2026, 2, 11), 14, Seed: 11, WithFaults: true, LettersEach: 1);
    private static readonly NationOptions Twenty = new() { Agencies = 20, Seed = 11 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fourteen_days_over_Tet_show_every_planned_fault_on_the_right_statements_with_its_age_and_a_second_run_shows_the_same()
    {
        var first = await LiveAsync();
        var second = await LiveAsync();

        second.ShouldBe(first);
    }

    private async Task<IReadOnlyList<string>> LiveAsync()
    {
        var watch = Stopwatch.StartNew();
        var lived = await LivedDays.LiveAsync(Twenty, Fortnight, static _ => { }, static _ => { }, Cancellation);
        await using var nation = lived.Nation;

        // What is meant to be shown is there at all: every kind of fault, every list, alerts that close and alerts that stay.
        lived.Plan.Faults.Select(fault => fault.Kind).Distinct().Count().ShouldBe(Enum.GetValues<FaultKind>().Length);
        lived.Plan.All.Count(WorkingCalendar.National.IsWorkingDay).ShouldBe(5);
        var verdict = await lived.CompareBooksAsync(await nation.ReadHubBooksAsync(Cancellation), Cancellation);
        verdict.Differences.ShouldBeEmpty();
        output.WriteLine($"{lived.Plan.Letters.Count} letters, {lived.Plan.Faults.Count} faults, {lived.Statements.Count} statements, {lived.Alerts.Count} alerts in {watch.Elapsed.TotalSeconds:0} s");
        return LivedRun.LinesOf(lived);
    }
}
