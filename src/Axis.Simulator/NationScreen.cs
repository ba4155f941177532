using System.Globalization;
using Axis.Simulator.Nation;
using Spectre.Console;

namespace Axis.Simulator;

/// <summary>What the terminal shows.</summary>
internal static class NationScreen
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs <paramref name="work"/> under progress bars.</summary>
    public static Task ProgressAsync(LiveNation nation, int documents, Func<Task> work) =>
        AnsiConsole.Progress().AutoClear(false).StartAsync(async progress =>
        {
            var sent = progress.AddTask("letters handed over", maxValue: documents);
            var received = progress.AddTask("letters taken in", maxValue: documents);
            var statuses = progress.AddTask("statuses come back", maxValue: documents);
            var running = work();
            do
            {
                sent.Value = nation.Agencies.Sum(agency => agency.Book.LettersSent);
                var taken = nation.Agencies.Sum(agency => agency.Book.LettersReceived);
                var back = nation.Agencies.Sum(agency => agency.Book.StatusesReceived);
                received.MaxValue = Math.Max(received.MaxValue, taken);
                statuses.MaxValue = Math.Max(statuses.MaxValue, back);
                received.Value = taken;
                statuses.Value = back;
                await Task.WhenAny(running, Task.Delay(Beat, TimeProvider.System));
            }
            while (!running.IsCompleted);
            sent.Value = sent.MaxValue = nation.Agencies.Sum(agency => agency.Book.LettersSent);
            received.Value = received.MaxValue = nation.Agencies.Sum(agency => agency.Book.LettersReceived);
            statuses.Value = statuses.MaxValue = nation.Agencies.Sum(agency => agency.Book.StatusesReceived);
            await running;
        });

    /// <summary>Repeats <paramref name="step"/> until cancelled, under a table that follows.</summary>
    public static async Task LiveAsync(LiveNation nation, Func<Task> step, CancellationToken cancellation)
    {
        await AnsiConsole.Live(TableOf(nation)).StartAsync(async live =>
        {
            while (!cancellation.IsCancellationRequested)
            {
                try
                {
                    await step();
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    return;
                }

                live.UpdateTarget(TableOf(nation));
            }
        });
    }

    public static void Show(NationReport report)
    {
        var table = new Table().AddColumns("Figure", "Count").HideHeaders();
        foreach (var (name, value) in new (string, object?)[]
        {
            ("submitted", report.Submitted), ("accepted", report.Accepted), ("refused", report.Refused), ("deliveries", report.Deliveries),
            ("delivered", report.Delivered), ("statuses", report.Statuses), ("lost", report.Lost), ("duplicated", report.Duplicated),
            ("days", report.Days), ("faults", report.Faults), ("statements", report.Statements), ("versions", report.Versions),
            ("books mismatches", report.BooksMismatches), ("alerts opened", report.AlertsOpened), ("alerts closed", report.AlertsClosed), ("seconds", report.Seconds),
        }.Where(figure => figure.Item2 is not null))
        {
            table.AddRow(new Text(name), new Text(FormattableString.Invariant($"{value}")));
        }

        AnsiConsole.Write(table);
        if (report.Differences.Count == 0)
        {
            AnsiConsole.MarkupLine("[green]The hub's books and the agencies' books agree.[/]");
            return;
        }

        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]The books differ in {report.Differences.Count} places:[/]");
        foreach (var difference in report.Differences.Take(20))
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {difference}");
        }
    }

    private static Table TableOf(LiveNation nation)
    {
        var table = new Table().AddColumns("Agency", "Name", "Sent", "Received", "Answered", "Statuses back");
        foreach (var agency in nation.Agencies)
        {
            table.AddRow(
                new Text(agency.Addressee.Code), new Text(agency.Addressee.Name), Count(agency.Book.LettersSent),
                Count(agency.Book.LettersReceived), Count(agency.Book.Answered), Count(agency.Book.StatusesReceived));
        }

        return table;
    }

    private static Text Count(int value) => new(FormattableString.Invariant($"{value}"));
}
