using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Operate;

/// <summary><c>statement books</c> over statements that were issued: one document arrived on 24/11/2026 and is overdue at the end of 25/11, one waits.</summary>
public sealed class StatementBooksCommandTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Books_that_hold_are_shown_with_both_numbers_and_end_with_0()
    {
        await using var host = await IssueAsync();

        var shown = await BooksAsync(host, "2026-11-25");
        var json = await BooksAsync(host, "2026-11-25", "--json");

        (shown.Code, shown.Error, json.Code).ShouldBe((0, "", 0));
        CellsOf(shown, "noReply").ShouldBe(["", "noReply", "1", "1", ""]);
        CellsOf(shown, "content").ShouldBe(["", "content", "4", "4", ""]);
        shown.Output.ShouldContain("4 statements");
        shown.Output.ShouldNotContain("does not hold");
        (json.Json.GetProperty("day").GetString(), json.Json.GetProperty("statements").GetInt32(), json.Json.GetProperty("agencies").GetArrayLength()).ShouldBe(("2026-11-25", 4, 0));
    }

    [Fact]
    public async Task Books_that_do_not_hold_name_the_check_and_the_agency_and_end_with_1()
    {
        await using var host = await IssueAsync();
        var row = (await host.Get<StatementStore>().FindAsync(FlowNation.Province, Day, null, Cancellation))!;
        var statement = StatementJson.Read(row.Content);
        var content = StatementJson.Write(statement with { Figures = statement.Figures with { NoReply = StockFigures.None } });
        await using (var connection = new SqliteConnection(host.Options.Ledger))
        {
            await connection.OpenAsync(Cancellation);
            (await connection.ExecuteAsync("UPDATE Statement SET Content = @content WHERE Sha256 = @sha256", new { content, sha256 = row.Sha256 })).ShouldBe(1);
        }

        var shown = await BooksAsync(host, "2026-11-25");
        var json = await BooksAsync(host, "2026-11-25", "--json");

        (shown.Code, json.Code).ShouldBe((1, 1));
        CellsOf(shown, "noReply").ShouldBe(["", "noReply", "1", "0", "does not hold"]);
        CellsOf(shown, "content", "H37").ShouldBe(["H37", "content", "1", "0", "does not hold"]);
        CellsOf(shown, "backlog")[^1].ShouldBe("");
        json.Json.GetProperty("agencies").EnumerateArray().Select(one => one.GetProperty("agency").GetString()).ShouldBe(["H37", "H37"]);
    }

    [Fact]
    public async Task A_day_without_statements_has_no_books_that_could_hold()
    {
        await using var host = await IssueAsync();

        var answer = await BooksAsync(host, "2026-12-03");

        (answer.Code, answer.Output).ShouldBe((1, ""));
        answer.Error.ShouldContain("there is no statement of 2026-12-03");
    }

    private static Task<CommandLine.Answer> BooksAsync(FlowHost host, params string[] arguments) =>
        CommandLine.RunWithAsync(["--ledger", host.Options.Ledger], ["statement", "books", .. arguments], Cancellation);

    /// <summary>The cells of the row of a check, of the axis where no agency is named.</summary>
    private static string[] CellsOf(CommandLine.Answer answer, string check, string agency = "") =>
        answer.Output.Split('\n').Select(line => line.Split('│')).Where(parts => parts.Length == 7).Select(parts => parts[1..^1].Select(part => part.Trim()).ToArray())
            .Single(cells => cells[0] == agency && cells[1] == check);

    private static async Task<FlowHost> IssueAsync()
    {
        var host = await FlowHost.StartAsync();
        await host.RecordAgenciesAsync();
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2", To = ["H14"] });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        host.Time.AdjustTime(new DateTimeOffset(Day.AddDays(1).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7)));
        (await host.Get<IssueStatements>().RunAsync(Day, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>();
        return host;
    }
}
