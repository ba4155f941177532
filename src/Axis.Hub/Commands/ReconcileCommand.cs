using System.CommandLine;
using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Http;
using Axis.Hub.Watch.Reconcile;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>reconcile list|show|close</c>.</summary>
internal static class ReconcileCommand
{
    private const int Most = 500;

    public static Command Create(HubCommand hub) => new("reconcile", "What adapters' books and the hub's differ in") { List(hub), Show(hub), Close(hub) };

    private static Command List(HubCommand hub)
    {
        var adapter = new Option<string?>("--adapter") { Description = "Of one adapter; of all when it is left out" };
        var from = new Option<DateOnly?>("--from") { Description = "First day, yyyy-MM-dd; 7 days ago when it is left out" };
        return hub.Does(new Command("list", "List reconciliations, the latest first; 1 when the newest of an adapter leaves something to do") { adapter, from }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var first = run.Parsed.GetValue(from) ?? VietnamTime.DateOf(run.Get<TimeProvider>().GetUtcNow()).AddDays(-7);
            var rows = await run.Get<ReconciliationStore>().ListAsync(run.Parsed.GetValue(adapter), first, DateOnly.MaxValue, Most, cancellation);
            var open = await run.Get<ReconciliationStore>().ListOpenAsync(cancellation);
            ReconciliationAnswer[] answers = [.. rows.Select(ReconcileBooks.AnswerOf)];
            run.Write(answers.Select(one => one with { Differences = [] }), terminal =>
            {
                var table = Tables.New("Adapter", "Day", "No.", "Compared", "Sent", "Received", "Missing", "Extra", "Different", "To do");
                foreach (var one in answers)
                {
                    table.AddRow(
                        Tables.Text(one.Adapter), Tables.Text(Shown(one.Day)), Tables.Number(one.Number), Tables.Time(one.PostedAt), Tables.Number(one.Sent), Tables.Number(one.Received),
                        Tables.Number(one.Missing), Tables.Number(one.Extra), Tables.Number(one.Different), Tables.Number(ToDo(one, open)));
                }

                terminal.Write(table);
            });
            return answers.DistinctBy(one => one.Adapter).Any(one => ToDo(one, open) > 0) ? 1 : 0;
        });
    }

    private static Command Show(HubCommand hub)
    {
        var adapter = new Argument<string>("adapter") { Description = "Its code" };
        var day = new Argument<DateOnly>("day") { Description = "yyyy-MM-dd" };
        var number = new Option<int?>("--number") { Description = "Which of that day; the newest when it is left out" };
        return hub.Does(new Command("show", "Show the differences that one reconciliation found, each with what to do") { adapter, day, number }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var (whose, date, which) = (run.Parsed.GetValue(adapter)!, run.Parsed.GetValue(day), run.Parsed.GetValue(number));
            var row = (await run.Get<ReconciliationStore>().ListAsync(whose, date, date, Most, cancellation)).FirstOrDefault(one => which is null || one.Number == which)
                ?? throw new CommandFailedException($"the books of {whose} for {Shown(date)} were not compared{(which is null ? "" : $" under number {which}")}");
            var answer = ReconcileBooks.AnswerOf(row);
            run.Write(answer, terminal =>
            {
                terminal.WriteLine($"{answer.Adapter}, {Shown(answer.Day)}, #{answer.Number} of {VietnamTime.Show(answer.PostedAt)}: {answer.Sent} sent, {answer.Received} received");
                foreach (var one in answer.Differences)
                {
                    terminal.WriteLine(
                        $"{one.Code} {Word(one.Kind)} ({Word(one.Side)}) {one.Agency} {one.Document} {one.Id}: hub [{one.AtHub}], adapter [{one.AtAdapter}]; since {VietnamTime.Show(one.Since)}. {one.English}");
                }
            });
            return ToDo(answer, await run.Get<ReconciliationStore>().ListOpenAsync(cancellation)) == 0 ? 0 : 1;
        });
    }

    private static Command Close(HubCommand hub)
    {
        var adapter = new Argument<string>("adapter") { Description = "Its code" };
        var id = new Argument<Guid?>("id") { Description = "Submission or delivery that the difference is about", Arity = ArgumentArity.ZeroOrOne };
        var code = new Option<string?>("--code") { Description = "Only this difference, AXS-85xx" };
        var all = new Option<bool>("--all") { Description = "Everything that is open at the adapter, as when it is given up" };
        var reason = new Option<string>("--reason") { Description = "Why; recorded with the difference, on the statement and in the audit trail", Required = true };
        return hub.Does(
            new Command("close", "Close a difference that was dealt with; it opens again only as another fact") { adapter, id, code, all, reason }, async (run, cancellation) =>
            {
                await run.RequireDatabaseAsync(cancellation);
                var (whose, subject, which) = (run.Parsed.GetRequiredValue(adapter), run.Parsed.GetValue(id), run.Parsed.GetValue(code));
                var why = Reasons.Require(run.Parsed.GetRequiredValue(reason));
                if (subject is null != run.Parsed.GetValue(all))
                {
                    throw new CommandFailedException("name the submission or delivery, or give --all");
                }

                var outcome = await run.Get<DifferenceDesk>().CloseAsync(whose, subject, row => which is null || row.Code == which, run.Actor, why, cancellation);
                if (outcome.Closed.Count == 0)
                {
                    throw new CommandFailedException($"nothing of the kind is open at {whose}");
                }

                run.Write(outcome.Closed.Select(row => new { id = row.SubjectId, row.Code, row.Document }), terminal =>
                {
                    foreach (var row in outcome.Closed)
                    {
                        terminal.MarkupLineInterpolated($"{row.Code} {row.Document} {row.SubjectId} [green]closed[/]");
                    }
                });
                return 0;
            });
    }

    /// <summary>What somebody has to deal with and has not; what was settled or closed since then is dealt with.</summary>
    private static int ToDo(ReconciliationAnswer answer, IReadOnlySet<OpenDifference> open) => answer.Differences.Count(one =>
        !one.HealsByItself && open.Contains(new() { AdapterCode = answer.Adapter, Side = one.Side, SubjectId = one.Id, Code = one.Code }));

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
