using System.CommandLine;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Ledger;
using Spectre.Console;
using Outcome = Axis.Hub.Agencies.Calendar.CalendarDesk.Outcome;

namespace Axis.Hub.Commands;

/// <summary><c>calendar preview|apply|amend|show|history</c>: on which days agencies work.</summary>
internal static class CalendarCommand
{
    public static Command Create(HubCommand hub) => new("calendar", "The working calendar, by which due times are counted")
    {
        Preview(hub), Apply(hub), Amend(hub), Show(hub), History(hub),
    };

    private static Command Preview(HubCommand hub)
    {
        var file = Csv();
        return hub.Does(new Command("preview", "Say what a calendar file would change, and which open due times would move") { file }, async (run, cancellation) =>
        {
            var next = Require(CalendarFile.Read(await File.ReadAllTextAsync(run.Parsed.GetRequiredValue(file), cancellation)));
            return await PreviewAsync(run, _ => next, cancellation);
        });
    }

    private static Command Apply(HubCommand hub)
    {
        var (file, reason) = (Csv(), Reason());
        return hub.Does(new Command("apply", "Put a whole calendar file in the place of the calendar; open due times move") { file, reason }, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            var path = run.Parsed.GetRequiredValue(file);
            var text = await File.ReadAllTextAsync(path, cancellation);
            await run.RequireDatabaseAsync(cancellation);
            return Tell(run, await run.Get<CalendarDesk>().ApplyAsync(text, Path.GetFileName(path), run.Actor, why, cancellation));
        });
    }

    private static Command Amend(HubCommand hub)
    {
        var days = new Argument<string[]>("day=kind")
        {
            Description = $"2026-04-20=swapped_off, holiday, compensation or worked_saturday; {DayOrder.Plain} takes a day's row away", Arity = ArgumentArity.OneOrMore,
        };
        var vietnamese = new Option<string?>("--name-vi") { Description = "Name of these days for people; by their kind if left out" };
        var english = new Option<string?>("--name-en") { Description = "The same in English" };
        var confidence = new Option<string>("--confidence") { Description = "How well they are known", DefaultValueFactory = _ => "verified" };
        confidence.AcceptOnlyFromAmong("verified", "derived", "memory", "computed");
        var preview = new Option<bool>("--preview") { Description = "Only say what would move" };
        var reason = Reason();
        var command = new Command("amend", "Change single days, all in one version; open due times move") { days, vietnamese, english, confidence, preview, reason };
        return hub.Does(command, async (run, cancellation) =>
        {
            var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
            DayOrder[] orders =
            [
                .. run.Parsed.GetRequiredValue(days).Select(day => CalendarDays.Order(
                    day, run.Parsed.GetValue(vietnamese), run.Parsed.GetValue(english), run.Parsed.GetRequiredValue(confidence), why)),
            ];
            if (orders.GroupBy(order => order.Day).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
            {
                throw new CommandFailedException($"{CalendarDays.Iso(twice)} is named more than once");
            }

            if (run.Parsed.GetValue(preview))
            {
                return await PreviewAsync(run, current => Require(CalendarDesk.Amend(current, orders)), cancellation);
            }

            await run.RequireDatabaseAsync(cancellation);
            return Tell(run, await run.Get<CalendarDesk>().AmendAsync(orders, run.Actor, why, cancellation));
        });
    }

    private static Command Show(HubCommand hub)
    {
        var version = new Option<int?>("--version") { Description = "Number of a version; the one in force if left out" };
        var csv = new Option<bool>("--csv") { Description = "The days as a file that apply takes" };
        return hub.Does(new Command("show", "Show the days of a version") { version, csv }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var store = run.Get<CalendarStore>();
            var newest = await store.FindVersionAsync(cancellation);
            var number = run.Parsed.GetValue(version) ?? newest;
            if (number < 0 || number > newest)
            {
                throw new CommandFailedException($"there is no version {number}; the newest is {newest}");
            }

            var calendar = await store.FindDaysAsync(number, cancellation) ?? run.Get<CalendarInForce>().Settings.Days;
            if (run.Parsed.GetValue(csv))
            {
                run.WriteText(CalendarFile.Write(calendar));
                return 0;
            }

            run.Write(new CalendarShown(number, run.Options.OfficeHours, calendar.Days), terminal =>
            {
                var table = Tables.New("Day", "Kind", "Name", "Known", "Source");
                foreach (var day in calendar.Days)
                {
                    table.AddRow([.. CalendarDays.Fields(day).Select(Tables.Text)]);
                }

                terminal.Write(table);
                terminal.MarkupLineInterpolated($"version {number}, office hours {run.Options.OfficeHours} where an agency has none of its own (axis-hub agency list)");
            });
            return 0;
        });
    }

    private static Command History(HubCommand hub) => hub.Does(new Command("history", "List the versions, newest first"), async (run, cancellation) =>
    {
        await run.RequireDatabaseAsync(cancellation);
        var versions = (await run.Get<CalendarStore>().ListAsync(cancellation)).Reverse().ToList();
        run.Write(versions, terminal =>
        {
            var table = Tables.New("Version", "Applied", "By", "What", "Why", "SHA-256");
            foreach (var version in versions)
            {
                table.AddRow(
                    Tables.Number(version.Number), Tables.Time(version.AppliedAt), Tables.Text(version.Actor), Tables.Text(version.Subject), Tables.Text(version.Reason),
                    Tables.Text(version.Sha256));
            }

            terminal.Write(table);
        });
        return 0;
    });

    private static async Task<int> PreviewAsync(CommandRun run, Func<WorkingCalendar, WorkingCalendar> propose, CancellationToken cancellation)
    {
        await run.RequireDatabaseAsync(cancellation);
        var preview = await run.Get<PreviewCalendar>().OfDaysAsync(propose, cancellation);
        run.Write(preview, terminal => CalendarDays.Show(terminal, preview));
        return 0;
    }

    private static int Tell(CommandRun run, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Refused refused:
                throw new CommandFailedException(Faults(refused.Findings));
            case Outcome.Unchanged unchanged:
                run.Write(new { unchanged.Version, Days = Array.Empty<CalendarDayChange>() }, terminal => terminal.MarkupLineInterpolated(
                    $"nothing to do: these are the days of version {unchanged.Version} already"));
                return 0;
            default:
                var done = (Outcome.Done)outcome;
                run.Write(done, terminal =>
                {
                    CalendarDays.Show(terminal, done.Days);
                    terminal.MarkupLineInterpolated($"version [green]{done.Version}[/]; hubs follow within seconds and move open due times");
                });
                return 0;
        }
    }

    private static WorkingCalendar Require(CalendarOutcome outcome) => outcome is CalendarOutcome.Read read
        ? read.Calendar
        : throw new CommandFailedException(Faults(((CalendarOutcome.Refused)outcome).Findings));

    private static IReadOnlyList<string> Faults(IReadOnlyList<Finding> findings) => [.. findings.Select(finding => $"{finding.Code} {finding.English}")];

    private static Argument<string> Csv() => new("file") { Description = "CSV file (working-calendar.md says its columns)" };

    private static Option<string> Reason() => new("--reason") { Description = "Why; recorded with the version and in the audit trail", Required = true };
}

/// <summary>What <c>calendar show --json</c> answers.</summary>
internal sealed record CalendarShown(int Version, string OfficeHours, IReadOnlyList<CalendarDay> Days);
