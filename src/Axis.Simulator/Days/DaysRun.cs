using System.Diagnostics;
using System.Globalization;
using Axis.Simulator.Nation;
using Spectre.Console;

namespace Axis.Simulator.Days;

/// <summary>Lives a nation through days of its own clock, and leaves the statements as files.</summary>
internal static class DaysRun
{
    /// <param name="options">What the nation is made of.</param>
    /// <param name="days">What it lives through.</param>
    /// <param name="folder">Where the statements go.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>0: everybody's books agree, and statements and alerts are as planned.</returns>
    public static async Task<int> RunAsync(NationOptions options, DaysOptions days, string folder, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var lived = await LivedDays.LiveAsync(options, days, DaysScreen.Begin, DaysScreen.Show, cancellation);
        await using var nation = lived.Nation;
        await StatementShelf.SaveAsync(nation, lived.Statements, folder, cancellation);
        var hub = await nation.ReadHubBooksAsync(cancellation);
        var verdict = await lived.CompareBooksAsync(hub, cancellation);
        var report = NationReport.Of(nation, options, hub, verdict, watch.Elapsed) with
        {
            Days = days.Days,
            Faults = lived.Plan.Faults.Count,
            Statements = lived.Statements.DistinctBy(one => (one.Arrived.Agency, one.Arrived.Day)).Count(),
            Versions = lived.Statements.Count,
            BooksMismatches = lived.Statements.Sum(one => one.Content.Books.Count(check => !check.Holds)),
            AlertsOpened = lived.Alerts.Count,
            AlertsClosed = lived.Alerts.Count(alert => alert.ClosedAt is not null),
        };
        NationScreen.Show(report);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Báo cáo ngày (statements): [link]{Path.GetFullPath(folder)}[/]");
        if (options.Report is { } path)
        {
            await report.WriteAsync(path, cancellation);
        }

        return verdict.Agree ? 0 : 1;
    }
}
