using System.CommandLine;
using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Security;
using Axis.Hub.Platform.Work;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Explain;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.Render;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary><c>statement issue|show|check|books|explain</c>.</summary>
internal static class StatementCommand
{
    public static Command Create(HubCommand hub) =>
        new("statement", "The daily statement to every agency") { Issue(hub), Show(hub), Check(hub), StatementBooksCommand.Create(hub), Explain(hub) };

    private static Command Issue(HubCommand hub)
    {
        var through = new Option<DateOnly?>("--through") { Description = "Last day, yyyy-MM-dd; yesterday when it is left out" };
        return hub.Does(new Command("issue", "Issue what is missing or has changed, up to a day; the running hub sends it") { through }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var day = run.Parsed.GetValue(through) ?? VietnamTime.DateOf(run.Get<TimeProvider>().GetUtcNow()).AddDays(-1);
            var outcome = await run.WatchAsync($"statements through {Shown(day)}", progress =>
                run.Get<IssueStatements>().RunAsync(day, (read, of) => progress.Report(new Step(read, of)), cancellation));
            if (outcome is not IssueOutcome.Issued issued)
            {
                throw new CommandFailedException(outcome is IssueOutcome.Busy
                    ? "another hub is issuing statements; try again when it has done so"
                    : $"{Shown(day)} has not ended in Vietnam");
            }

            run.Write(issued, terminal => terminal.WriteLine(issued.First is { } first
                ? $"{issued.Versions} versions issued, computed from {Shown(first)} to {Shown(issued.Through)}; {issued.Mismatches} checks of the books do not hold"
                : $"nothing has happened up to {Shown(issued.Through)}"));
            return issued.Mismatches == 0 ? 0 : 1;
        });
    }

    private static Command Show(HubCommand hub)
    {
        var agency = new Argument<string>("agency") { Description = "Code of any generation" };
        var day = new Argument<DateOnly>("day") { Description = "yyyy-MM-dd" };
        var version = new Option<int?>("--version-number") { Description = "The newest when it is left out" };
        var file = new Option<string?>("--file") { Description = "Write it to a file instead: .json, .csv, .xlsx or .pdf" };
        return hub.Does(new Command("show", "Show one statement; with --json its exact content") { agency, day, version, file }, async (run, cancellation) =>
        {
            var row = await FindAsync(run, run.Parsed.GetValue(agency)!, run.Parsed.GetValue(day), run.Parsed.GetValue(version), cancellation);
            var statement = StatementJson.Read(row.Content);
            if (run.Parsed.GetValue(file) is { } path)
            {
                await SaveAsync(run, row.ToStatement(), row, path, cancellation);
                return 0;
            }

            run.Write(statement, terminal =>
            {
                terminal.WriteLine($"{statement.Agency.Code} {statement.Agency.NameVi}, {Shown(statement.Day)}, version {row.Version} of {VietnamTime.Show(row.IssuedAt)}");
                var stocks = Tables.New("", "Opening", "In", "Out", "Closing", "Oldest");
                foreach (var (name, stock) in StocksOf(statement.Figures))
                {
                    stocks.AddRow(
                        Tables.Text(name), Tables.Number(stock.Opening), Tables.Number(stock.In), Tables.Number(stock.Out), Tables.Number(stock.Closing), Tables.Time(stock.Oldest));
                }

                terminal.Write(stocks);
                if (row.Changes is { } changes)
                {
                    terminal.WriteLine($"differs from version {row.Version - 1}: {changes}");
                }

                foreach (var item in statement.Differences?.Items ?? [])
                {
                    terminal.WriteLine($"books differ: {item.Document}  {item.Id}  {VietnamTime.Show(item.Since)}  {item.Code} {item.WhatEn}");
                }

                foreach (var item in statement.Differences?.Closed ?? [])
                {
                    terminal.WriteLine($"books differed: {item.Document}  {item.Id}  {item.Code} closed {VietnamTime.Show(item.At)} by {item.By}: {item.Reason}");
                }

                foreach (var item in ListsOf(statement.Items).SelectMany(list => list))
                {
                    terminal.WriteLine($"{item.Document}  {item.Counterpart?.Code}  {VietnamTime.Show(item.Since)}  {item.WhyEn}");
                }
            });
            return 0;
        });
    }

    private static Command Check(HubCommand hub)
    {
        var agency = new Argument<string>("agency") { Description = "Code of any generation" };
        var day = new Argument<DateOnly>("day") { Description = "yyyy-MM-dd" };
        return hub.Does(new Command("check", "Show the checks of the books of one statement, both numbers each; 1 when one does not hold") { agency, day }, async (run, cancellation) =>
        {
            var row = await FindAsync(run, run.Parsed.GetValue(agency)!, run.Parsed.GetValue(day), null, cancellation);
            var books = StatementJson.Read(row.Content).Books;
            run.Write(books, terminal =>
            {
                var table = Tables.New("Check", "Left", "Right", "");
                foreach (var check in books)
                {
                    table.AddRow(Tables.Text(check.Name), Tables.Number(check.Left), Tables.Number(check.Right), Tables.Text(check.Holds ? "" : "does not hold"));
                }

                terminal.Write(table);
            });
            return books.All(check => check.Holds) ? 0 : 1;
        });
    }

    private static Command Explain(HubCommand hub)
    {
        var agency = new Argument<string>("agency") { Description = "Code of any generation" };
        var day = new Argument<DateOnly>("day") { Description = "yyyy-MM-dd" };
        var figure = new Argument<string>("figure") { Description = "Such as noReply.in" };
        return hub.Does(new Command("explain", "Name the events behind one figure, by all that is known now") { agency, day, figure }, async (run, cancellation) =>
        {
            await run.RequireDatabaseAsync(cancellation);
            var directory = await run.Get<IAgencyRegistry>().CurrentAsync(cancellation);
            var whose = AgencyOf(run, directory, run.Parsed.GetValue(agency)!);
            var lines = await run.Get<ExplainStatement>().FindAsync(whose.AgencyId, run.Parsed.GetValue(day), run.Parsed.GetValue(figure)!, cancellation)
                ?? throw new CommandFailedException($"{run.Parsed.GetValue(figure)} is no figure; there are {string.Join(", ", ExplainFigure.Names)}");
            run.Write(lines, terminal =>
            {
                var table = Tables.New("Document", "Other side", "Entered", "By", "Left", "By");
                foreach (var line in lines)
                {
                    table.AddRow(
                        Tables.Text($"{line.Document} {line.Id}"), Tables.Text(line.Counterpart is { } other ? directory.Find(other)?.Code : ""), Tables.Time(line.From),
                        Tables.Text(line.Entered.Count == 0 ? "fell due" : string.Join(", ", line.Entered)), Tables.Time(line.Until), Tables.Text($"{line.By} {string.Join(", ", line.Left)}"));
                }

                terminal.Write(table);
                terminal.WriteLine($"{lines.Count}");
            });
            return 0;
        });
    }

    private static async Task SaveAsync(CommandRun run, Statement statement, StatementRow row, string path, CancellationToken cancellation)
    {
        if (!Enum.TryParse<StatementFormat>(Path.GetExtension(path).TrimStart('.'), ignoreCase: true, out var format) || !Enum.IsDefined(format))
        {
            throw new CommandFailedException($"--file: {path} ends in none of .json, .csv, .xlsx, .pdf");
        }

        using var certificates = HubCertificates.Load(run.Options.CertificateFolder);
        using var files = new StatementFiles(certificates.Seal, run.Get<TimeProvider>(), certificates.Anchors.Intermediates);
        await File.WriteAllBytesAsync(path, files.Of(statement, row.Version, row.IssuedAt, format), cancellation);
    }

    private static AgencyEntry AgencyOf(CommandRun run, AgencyDirectory directory, string code) =>
        directory.Resolve(code, run.Get<TimeProvider>().GetUtcNow()) ?? throw new CommandFailedException($"there is no agency {code}");

    private static async Task<StatementRow> FindAsync(CommandRun run, string code, DateOnly day, int? version, CancellationToken cancellation)
    {
        await run.RequireDatabaseAsync(cancellation);
        var directory = await run.Get<IAgencyRegistry>().CurrentAsync(cancellation);
        var agency = AgencyOf(run, directory, code);
        return await run.Get<StatementStore>().FindAsync(agency.AgencyId, day, version, cancellation)
            ?? throw new CommandFailedException($"{agency.Code} has no statement of {Shown(day)}{(version is null ? "" : $" in version {version}")}");
    }

    private static IEnumerable<(string Name, StockFigures Stock)> StocksOf(StatementFigures figures) =>
    [
        ("Send errors", figures.SendErrors), ("Receive errors", figures.ReceiveErrors), ("Backlog", figures.Backlog), ("No reply", figures.NoReply),
        ("Not arrived, by sender", figures.NotArrived), ("Unanswered, by sender", figures.Unanswered),
    ];

    private static IEnumerable<IReadOnlyList<StatementItem>> ListsOf(StatementItems items) =>
        [items.SendErrors, items.ReceiveErrors, items.Backlog, items.NoReply, items.NotArrived, items.Unanswered];

    private static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
