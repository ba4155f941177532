using Axis.Contracts.Edxml;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Statements;

/// <summary>Refused packages and receivers as errors of their senders (statement.md 1 and 3), from a real ledger. It is Tuesday 24/11/2026, 10:00 in Vietnam.</summary>
public sealed class RefusalCaseTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_package_that_is_refused_again_and_again_is_one_send_error_until_its_mended_document_is_accepted(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var wrong = new Draft { To = ["X99"] };
        await host.SubmitAsync(wrong, wrong with { Try = 2 });
        await host.SubmitOneAsync(wrong with { Try = 3 });
        await IssueAsync(host, Tuesday);
        await host.SubmitOneAsync(new Draft());

        await IssueAsync(host, Tuesday.AddDays(1));

        var first = await FindAsync(host, Tuesday);
        (first.Figures.SendErrors.In, first.Figures.SendErrors.Closing, first.Figures.SendErrorParts).ShouldBe((1, 1, new SendErrorParts(1, 0, 0)));
        var item = first.Items.SendErrors.ShouldHaveSingleItem();
        (item.Kind, item.Document, item.Count).ShouldBe((StatementItemKind.RefusedSubmission, "7816/VPCP-TTĐT", 3));
        var second = await FindAsync(host, Tuesday.AddDays(1));
        (second.Figures.SendErrors.Opening, second.Figures.SendErrors.Left.SentAgain, second.Figures.SendErrors.Closing).ShouldBe((1, 1, 0));
        second.Books.ShouldAllBe(check => check.Holds);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_receiver_turned_away_from_an_accepted_document_is_a_send_error_until_somebody_closes_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var draft = new Draft { To = ["H37", "X99", "G22"] };
        await host.SubmitOneAsync(draft);
        await IssueAsync(host, Tuesday);
        (await host.Get<ResendSubmission>().CloseAsync("G22", draft.SubmissionId, "đã gửi giấy", TestContext.Current.CancellationToken)).ShouldNotBeNull();

        await IssueAsync(host, Tuesday.AddDays(1));

        var first = await FindAsync(host, Tuesday);
        first.Figures.SendErrorParts.ShouldBe(new SendErrorParts(0, 2, 0));
        first.Items.SendErrors.Select(item => item.Counterpart!.Code).ShouldBe(["G22", "X99"], ignoreOrder: true);
        first.Figures.AsSender.Created.ShouldBe(1);
        var second = await FindAsync(host, Tuesday.AddDays(1));
        (second.Figures.SendErrors.Left.Closed, second.Figures.SendErrors.Closing).ShouldBe((2, 0));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Other_bytes_under_the_id_of_an_accepted_submission_are_closed_with_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var draft = new Draft();
        await host.SubmitOneAsync(draft);
        (await host.SubmitOneAsync(draft with { Subject = "khác" })).Outcome.ShouldBe(ReceiptOutcome.Conflict);
        await IssueAsync(host, Tuesday);

        (await host.Get<ResendSubmission>().CloseAsync("G22", draft.SubmissionId, "kho tệp được phục hồi", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await IssueAsync(host, Tuesday.AddDays(1));

        (await FindAsync(host, Tuesday)).Figures.SendErrors.Closing.ShouldBe(1);
        var second = await FindAsync(host, Tuesday.AddDays(1));
        (second.Figures.SendErrors.Left.Closed, second.Figures.SendErrors.Closing).ShouldBe((1, 0));
    }

    /// <summary>The same bytes went properly under another id meanwhile; a receiver was turned away from them there.</summary>
    [Fact]
    public async Task What_was_turned_away_from_another_submission_is_not_closed_with_it()
    {
        await using var host = await FlowHost.StartAsync();
        var draft = new Draft();
        var other = draft with { Subject = "khác", Number = "7817", To = ["H37", "X99"] };
        await host.SubmitOneAsync(draft);
        (await host.SubmitOneAsync(other)).Outcome.ShouldBe(ReceiptOutcome.Conflict);
        (await host.SubmitOneAsync(other with { SubmissionId = Guid.CreateVersion7() })).Outcome.ShouldBe(ReceiptOutcome.Accepted);

        await host.Get<ResendSubmission>().CloseAsync("G22", draft.SubmissionId, "nhầm mã", TestContext.Current.CancellationToken);
        await IssueAsync(host, Tuesday);

        (await FindAsync(host, Tuesday)).Items.SendErrors.ShouldHaveSingleItem().Counterpart!.Code.ShouldBe("X99");
    }

    [Fact]
    public async Task A_copy_of_a_conflict_is_answered_as_before_and_is_no_new_refusal()
    {
        await using var host = await FlowHost.StartAsync();
        var draft = new Draft();
        await host.SubmitOneAsync(draft);
        var other = await (draft with { Subject = "khác" }).SealAsync(host.Nation, host.Time);
        var first = (await host.SubmitAsync(other)).ShouldHaveSingleItem();
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.Get<ResendSubmission>().CloseAsync("G22", draft.SubmissionId, "kho tệp được phục hồi", TestContext.Current.CancellationToken);

        host.Time.Advance(TimeSpan.FromMinutes(5));
        var again = (await host.SubmitAsync(other)).ShouldHaveSingleItem();
        await IssueAsync(host, Tuesday);

        (again.Outcome, again.DecidedAt).ShouldBe((ReceiptOutcome.Conflict, first.DecidedAt));
        var errors = (await FindAsync(host, Tuesday)).Figures.SendErrors;
        (errors.In, errors.Left.Closed, errors.Closing).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task A_repeat_after_it_was_mended_opens_it_again()
    {
        await using var host = await FlowHost.StartAsync();
        var wrong = new Draft { To = ["X99"] };
        await host.SubmitOneAsync(wrong);
        host.Time.AdjustTime(host.Time.GetUtcNow().AddMinutes(5));
        await host.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);
        await host.SubmitOneAsync(wrong with { Try = 2 });

        await IssueAsync(host, Tuesday.AddDays(2));

        var stocks = new List<StockFigures>();
        for (var day = Tuesday; day <= Tuesday.AddDays(2); day = day.AddDays(1))
        {
            stocks.Add((await FindAsync(host, day)).Figures.SendErrors);
        }

        stocks.Select(stock => (stock.Opening, stock.In, stock.Left.SentAgain, stock.Closing)).ShouldBe([(0, 1, 1, 0), (0, 1, 0, 1), (1, 0, 0, 1)]);
    }

    [Fact]
    public async Task A_recall_mends_nothing_and_a_refused_status_is_in_no_column()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft());
        await host.SubmitOneAsync(new Draft { To = ["X99"], Subject = "khác" });
        (await host.SubmitOneAsync(new Draft { Type = BusinessDocType.Recall })).Outcome.ShouldBe(ReceiptOutcome.Accepted);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "404", Status = "03" });

        await IssueAsync(host, Tuesday);

        (await FindAsync(host, Tuesday)).Figures.SendErrorParts.ShouldBe(new SendErrorParts(1, 0, 0));
        (await host.Get<StatementStore>().FindAsync(FlowNation.Province, Tuesday, null, TestContext.Current.CancellationToken))
            .ShouldNotBeNull().Content.ShouldSatisfyAllConditions(content => StatementJson.Read(content).Figures.SendErrors.Closing.ShouldBe(0));
    }

    [Fact]
    public async Task What_is_refused_for_its_hash_counts_for_the_sender_that_its_adapter_serves()
    {
        await using var host = await FlowHost.StartAsync();
        var sound = await new Draft().SealAsync(host.Nation, host.Time);
        var package = sound.Message.Package!.ToArray();
        package[^3] ^= 1;
        await host.SubmitAsync(sound with { Message = sound.Message with { Package = package } });

        await IssueAsync(host, Tuesday);

        var item = (await FindAsync(host, Tuesday)).Items.SendErrors.ShouldHaveSingleItem();
        (item.Document, item.WhyEn.Contains("AXS-", StringComparison.Ordinal)).ShouldBe(("", true));
    }

    private static async Task IssueAsync(FlowHost host, DateOnly day)
    {
        host.Time.AdjustTime(new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7)));
        (await host.Get<IssueStatements>().RunAsync(day, null, TestContext.Current.CancellationToken)).ShouldBeOfType<IssueOutcome.Issued>().Mismatches.ShouldBe(0);
    }

    private static async Task<Statement> FindAsync(FlowHost host, DateOnly day) => StatementJson.Read(
        (await host.Get<StatementStore>().FindAsync(FlowNation.Vpcp, day, null, TestContext.Current.CancellationToken)).ShouldNotBeNull().Content);
}
