using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Statements;

/// <summary>The books of the whole axis, checked again from what was issued (statement.md 5). It is Tuesday 24/11/2026, 10:00 in Vietnam, a day off.</summary>
public sealed class CheckAxisTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Books_of_days_that_were_issued_hold_with_both_numbers_of_every_sum(string database)
    {
        await using var host = await StartAsync(database);

        var books = await host.Get<CheckAxis>().RunAsync(Tuesday.AddDays(1), Cancellation);

        books.Hold.ShouldBeTrue(string.Join(", ", books.Agencies.Concat(books.Checks.Where(check => !check.Holds).Select(check => new AgencyCheck("", check)))));
        Of(books, "noReply").ShouldBe((1, 1));
        Of(books, "notAtRest").ShouldBe((2, 2));
        Of(books, "asSender.opening").ShouldBe((2, 2));
        Of(books, "content").ShouldBe((books.Statements, books.Statements));
        (await host.Get<CheckAxis>().RunAsync(Tuesday.AddDays(9), Cancellation)).Statements.ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_was_changed_in_the_ledger_is_named()
    {
        await using var host = await StartAsync(TestDatabases.Sqlite);
        var row = (await host.Get<StatementStore>().FindAsync(FlowNation.Province, Tuesday.AddDays(1), null, Cancellation))!;
        var statement = StatementJson.Read(row.Content);
        var content = StatementJson.Write(statement with { Figures = statement.Figures with { NoReply = StockFigures.None } });
        await using var connection = new SqliteConnection(host.Options.Ledger);
        await connection.OpenAsync(Cancellation);
        (await connection.ExecuteAsync("UPDATE Statement SET Content = @content WHERE Sha256 = @sha256", new { content, sha256 = row.Sha256 })).ShouldBe(1);

        var books = await host.Get<CheckAxis>().RunAsync(Tuesday.AddDays(1), Cancellation);

        books.Hold.ShouldBeFalse();
        Of(books, "noReply").ShouldBe((1, 0));
        Of(books, "content").ShouldBe((books.Statements, books.Statements - 1));
        books.Agencies.Select(one => (one.Agency, one.Check.Name)).ShouldBe([("H37", "noReply.list"), ("H37", "content")]);
    }

    private static (long, long) Of(AxisBooks books, string name)
    {
        var check = books.Checks.Single(one => one.Name == name);
        return (check.Left, check.Right);
    }

    /// <summary>One document arrived and one waits; Tuesday and Wednesday are issued, and the one that arrived is overdue at the end.</summary>
    private static async Task<FlowHost> StartAsync(string database)
    {
        var host = await FlowHost.StartAsync(database);
        await host.RecordAgenciesAsync();
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2", To = ["H14"] });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        host.Time.AdjustTime(new DateTimeOffset(Tuesday.AddDays(2).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7)));
        (await host.Get<IssueStatements>().RunAsync(Tuesday.AddDays(1), null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>().Mismatches.ShouldBe(0);
        return host;
    }
}
