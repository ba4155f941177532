using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Ledger;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Statements;

/// <summary>What stands in the stocks now, what agencies do about it, and that the next statement shows it. It is Tuesday 24/11/2026, 10:00 in Vietnam.</summary>
public sealed class OpenItemTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Both_sides_of_a_failure_see_it_in_their_stocks_with_what_they_can_do(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host, new Draft());

        var sender = (await ListAsync(host, "G22")).Items.ShouldHaveSingleItem();
        var receiver = (await ListAsync(host, "H37")).Items.ShouldHaveSingleItem();

        (sender.List, sender.Id, sender.Document, sender.Counterpart!.Code).ShouldBe((OpenItemList.SendErrors, delivery, "7816/VPCP-TTĐT", "H37"));
        (receiver.List, receiver.Id, receiver.Counterpart!.Code, receiver.SubmissionId).ShouldBe((OpenItemList.ReceiveErrors, delivery, "G22", null));
        sender.Can.ShouldBe([ItemAct.Resend, ItemAct.Close, ItemAct.Promise, ItemAct.Wait]);
        (sender.Why.Party, sender.Why.Cause).ShouldBe(("sender", "failed-by-agency"));
        (await ListAsync(host, "G22")).Counts.ShouldHaveSingleItem().SendErrors.ShouldBe(1);
        (await ListAsync(host, "H37")).Counts.ShouldHaveSingleItem().ReceiveErrors.ShouldBe(1);
        (await ListAsync(host, "H14")).Items.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_not_overdue_stands_in_no_stock_and_what_is_does_until_it_is_answered(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        (await ListAsync(host, "H37")).Items.ShouldBeEmpty();

        host.Time.AdjustTime(host.Time.GetUtcNow().AddDays(2));
        (await ListAsync(host, "H37")).Items.ShouldHaveSingleItem().List.ShouldBe(OpenItemList.Backlog);
        (await ListAsync(host, "G22")).Items.ShouldHaveSingleItem().List.ShouldBe(OpenItemList.NotArrived);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        host.Time.AdjustTime(host.Time.GetUtcNow().AddDays(2));
        var waiting = (await ListAsync(host, "H37")).Items.ShouldHaveSingleItem();
        (waiting.List, waiting.Can.Contains(ItemAct.Close)).ShouldBe((OpenItemList.NoReply, false));
        (await ListAsync(host, "G22")).Counts.ShouldHaveSingleItem().Unanswered.ShouldBe(1);

        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03", Target = receipt.Receivers[0].DeliveryId });
        (await ListAsync(host, "H37")).Counts.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_each_side_says_is_an_event_and_shows_on_the_next_statement_until_the_state_changes(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host, new Draft());
        var promise = new ActRequest(ItemAct.Promise, "H37", "máy chủ đang sửa", new DateOnly(2026, 11, 26), "Trần Thị B");
        (await ActAsync(host, "H37", delivery, promise)).ShouldBeNull();
        (await ActAsync(host, "H37", delivery, promise)).ShouldBeNull();
        (await ActAsync(host, "G22", delivery, new(ItemAct.Wait, "G22", "chờ bên nhận sửa"))).ShouldBeNull();

        await IssueAsync(host, Tuesday);

        var item = (await StatementAsync(host, FlowNation.Vpcp, Tuesday)).Items.SendErrors.ShouldHaveSingleItem();
        item.Acts.ShouldNotBeNull().Select(act => (act.Side, act.Kind, act.Note, act.PromisedOn, act.By)).ShouldBe(
        [
            (StatementSide.Sender, StatementActKind.WaitsForOther, "chờ bên nhận sửa", null, null),
            (StatementSide.Receiver, StatementActKind.Promised, "máy chủ đang sửa", new DateOnly(2026, 11, 26), "Trần Thị B"),
        ]);
        (await StatementAsync(host, FlowNation.Province, Tuesday)).Items.ReceiveErrors.ShouldHaveSingleItem().Acts.ShouldBe(item.Acts);
        (await EventsAsync(host, delivery)).Count(kind => kind is EventKinds.Promised).ShouldBe(1, "the same said again is no second event");
        (await ListAsync(host, "H37")).Items.ShouldHaveSingleItem().Acts.ShouldBe(item.Acts);

        (await ActAsync(host, "H37", delivery, new(ItemAct.Resend, "H37"))).ShouldBeNull();
        await host.TurnAsync<DispatchBacklog>();
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Fail, cause: FailCause.Agency);
        (await ListAsync(host, "H37")).Items.ShouldHaveSingleItem().Acts.ShouldBeNull("it failed anew");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_receiver_that_has_mended_its_system_asks_for_what_failed_there(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host, new Draft());

        (await ActAsync(host, "H37", delivery, new(ItemAct.Resend, "H37", "đã sửa xong"))).ShouldBeNull();
        await host.TurnAsync<DispatchBacklog>();

        var again = host.Queues.Deliveries("H37")[^1];
        (again.DeliveryId, again.Attempt).ShouldBe((delivery, 2));
        await IssueAsync(host, Tuesday);
        var stock = (await StatementAsync(host, FlowNation.Province, Tuesday)).Figures.ReceiveErrors;
        (stock.In, stock.Left.SentAgain, stock.Closing).ShouldBe((1, 1, 0));
        (await ActAsync(host, "H37", delivery, new(ItemAct.Resend, "H37"))).ShouldNotBeNull().Code.ShouldBe(ErrorCatalogue.ResendNotFailed.Code);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_failure_is_closed_by_either_side_with_a_reason_and_then_nobody_can_act_on_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host, new Draft());
        (await ActAsync(host, "H37", delivery, new(ItemAct.Close, "H37", " "))).ShouldNotBeNull().Code.ShouldBe(ErrorCatalogue.ReasonRequired.Code);

        (await ActAsync(host, "H37", delivery, new(ItemAct.Close, "H37", "đã nhận bản giấy", By: "Lê Văn C"))).ShouldBeNull();

        (await ListAsync(host, "G22")).Counts.ShouldBeEmpty();
        await host.TurnAsync<SendStates>();
        host.Queues.States("G22")[^1].ShouldSatisfyAllConditions(
            state => state.Transport.ShouldBe("FAIL"), state => state.ClosedAt.ShouldBe(host.Time.GetUtcNow()), state => state.FailedBy.ShouldBeNull());
        (await ActAsync(host, "G22", delivery, new(ItemAct.Wait, "G22", "x"))).ShouldNotBeNull().Code.ShouldBe(ErrorCatalogue.ItemAtRest.Code);
        await IssueAsync(host, Tuesday);
        (await StatementAsync(host, FlowNation.Vpcp, Tuesday)).Figures.SendErrors.Left.Closed.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refused_package_is_spoken_of_closed_by_its_item_or_by_its_submission(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var (one, other) = (new Draft { Number = "1", To = ["X99"] }, new Draft { Number = "2", To = ["X99"] });
        await host.SubmitAsync(one, other);
        var items = (await ListAsync(host, "G22")).Items.OrderBy(item => item.Document, StringComparer.Ordinal).ToArray();
        items.Select(item => (item.Kind, item.List, item.Why.Cause)).ShouldBe(Enumerable.Repeat((StatementItemKind.RefusedSubmission, OpenItemList.SendErrors, "refused"), 2));
        (await ActAsync(host, "G22", items[0].Id, new(ItemAct.Resend, "G22"))).ShouldNotBeNull().Code.ShouldBe(ErrorCatalogue.ResendRefused.Code);
        (await ActAsync(host, "G22", items[0].Id, new(ItemAct.Promise, "G22", null, Tuesday.AddDays(1)))).ShouldBeNull();
        await IssueAsync(host, Tuesday);

        (await ActAsync(host, "G22", items[0].Id, new(ItemAct.Close, "G22", "gửi nhầm"))).ShouldBeNull();
        (await host.Get<ResendSubmission>().CloseAsync("G22", other.SubmissionId, "gửi nhầm", Cancellation)).ShouldNotBeNull();

        (await ListAsync(host, "G22")).Counts.ShouldBeEmpty();
        var statement = await StatementAsync(host, FlowNation.Vpcp, Tuesday);
        statement.Items.SendErrors.Single(item => item.Id == items[0].Id).Acts.ShouldNotBeNull().Select(act => act.PromisedOn).ShouldBe([Tuesday.AddDays(1)]);
        statement.Items.SendErrors.Select(item => item.Count).ShouldBe([1, 1], "what is said of it is no other refusal");
        await IssueAsync(host, Tuesday.AddDays(1));
        (await StatementAsync(host, FlowNation.Vpcp, Tuesday.AddDays(1))).Figures.SendErrors.Left.Closed.ShouldBe(2);
    }

    [Fact]
    public async Task Items_of_others_are_unknown_and_wrong_requests_are_told_apart()
    {
        await using var host = await FlowHost.StartAsync();
        var delivery = await FailAsync(host, new Draft());
        async Task<string?> CodeAsync(string adapter, ActRequest request) => (await ActAsync(host, adapter, delivery, request))?.Code;

        (await CodeAsync("H14", new(ItemAct.Resend, "H14"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        (await CodeAsync("H14", new(ItemAct.Resend, "H37"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        (await CodeAsync("H37", new(ItemAct.Promise, "H37"))).ShouldBe(ErrorCatalogue.PromiseDayInvalid.Code);
        (await CodeAsync("H37", new(ItemAct.Promise, "H37", null, Tuesday.AddDays(-1)))).ShouldBe(ErrorCatalogue.PromiseDayInvalid.Code);
        (await CodeAsync("H37", new(ItemAct.Promise, "H37", null, Tuesday.AddDays(400)))).ShouldBe(ErrorCatalogue.PromiseDayInvalid.Code);
        (await CodeAsync("H37", new(ItemAct.Wait, "H37", new string('x', 1001)))).ShouldBe(ErrorCatalogue.NoteTooLong.Code);
        (await CodeAsync("H37", new(ItemAct.Wait, "H37", "x", By: "N/A"))).ShouldBe(ErrorCatalogue.ActorUnnamed.Code);
        (await CodeAsync("H37", new(ItemAct.Wait, "H37", "x", By: new string('B', 121)))).ShouldBe(ErrorCatalogue.ActorUnnamed.Code);
        (await EventsAsync(host, delivery)).ShouldNotContain(EventKinds.WaitsForOther);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Pages_follow_each_other_without_a_gap_and_by_stock(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync([.. Enumerable.Range(1, 7).Select(number => new Draft { Number = $"{number}" })]);
        foreach (var (one, place) in host.Queues.Deliveries("H37").Select((one, place) => (one, place)))
        {
            host.Time.AdjustTime(host.Time.GetUtcNow().AddSeconds(place % 3));
            await host.AcknowledgeAsync(one, AcknowledgeKind.Fail, cause: FailCause.Agency);
        }

        var seen = new List<Guid>();
        ItemCursor? cursor = null;
        do
        {
            var page = await ListAsync(host, "H37", OpenItemList.ReceiveErrors, cursor, 3);
            seen.AddRange(page.Items.Select(item => item.Id));
            cursor = page.Next is { } next ? ItemCursor.Read(next) : null;
        }
        while (cursor is not null);

        seen.ShouldBe(host.Queues.Deliveries("H37").Select(one => one.DeliveryId), ignoreOrder: true);
        (await ListAsync(host, "H37", OpenItemList.Backlog)).Items.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Refusals_and_deliveries_follow_each_other_page_by_page_also_when_some_are_closed_meanwhile(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync([.. Enumerable.Range(1, 7).Select(number => new Draft { Number = $"{number}", To = ["X99"] })]);
        await host.SubmitAsync([.. Enumerable.Range(11, 5).Select(number => new Draft { Number = $"{number}", To = ["H37", "X99"] })]);
        foreach (var sent in host.Queues.Deliveries("H37"))
        {
            await host.AcknowledgeAsync(sent, AcknowledgeKind.Fail, cause: FailCause.Agency);
        }

        var pages = new List<OpenItemPage> { await ListAsync(host, "G22", limit: 5) };
        (await ActAsync(host, "G22", pages[0].Items[0].Id, new(ItemAct.Close, "G22", "gửi nhầm"))).ShouldBeNull();
        while (pages[^1].Next is { } next)
        {
            pages.Add(await ListAsync(host, "G22", after: ItemCursor.Read(next).ShouldNotBeNull(), limit: 5));
        }

        pages.Select(page => page.Items.Count).ShouldBe([5, 5, 5, 2]);
        var seen = pages.SelectMany(page => page.Items).ToArray();
        seen.Select(item => item.Id).ShouldBeUnique();
        seen.Select(item => item.Kind == StatementItemKind.Delivery).ShouldBe([.. Enumerable.Repeat(false, 12), .. Enumerable.Repeat(true, 5)]);
        (await ListAsync(host, "G22", OpenItemList.Unanswered, limit: 5)).Items.ShouldBeEmpty();
        (await ListAsync(host, "G22", OpenItemList.SendErrors, ItemCursor.Read(pages[1].Next!), 500)).Items.Select(item => item.Id).ShouldBe(seen.Skip(10).Select(item => item.Id));
    }

    [Theory]
    [InlineData("r")]
    [InlineData("r.x")]
    [InlineData("s.00000000000000000000000000000000")]
    [InlineData("-1.00000000000000000000000000000000")]
    [InlineData("999999999999999.00000000000000000000000000000000")]
    public void A_cursor_that_no_page_gave_is_none(string text) => ItemCursor.Read(text).ShouldBeNull();

    [Theory, MemberData(nameof(Databases))]
    public async Task Every_agency_is_counted_the_most_first_and_those_with_nothing_at_zero(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await FailAsync(host, new Draft { Number = "1" });
        await FailAsync(host, new Draft { Number = "2" });
        await host.SubmitOneAsync(new Draft { Number = "3", To = ["X99"] });
        await host.SubmitOneAsync(new Draft { Adapter = "H14", Sender = "H14", Number = "4" });

        var counts = await host.Get<OpenItemStore>().CountAsync(Cancellation);

        counts.Take(2).Select(count => (count.Agency, OpenItemStore.Standing(count))).ShouldBe([("G22", 3), ("H37", 2)]);
        counts.Skip(2).ShouldAllBe(count => OpenItemStore.Standing(count) == 0 && count.NotArrived == 0);
        counts.Select(count => count.Agency).ShouldContain("H14");
        await IssueAsync(host, Tuesday);
        (await host.Get<OpenItemStore>().ListStatementsAsync(FlowNation.Vpcp, Tuesday.AddDays(-30), Cancellation)).Select(day => (day.Day, day.Version)).ShouldBe([(Tuesday, 1L)]);
    }

    [Fact]
    public async Task An_agency_without_an_English_name_is_called_by_its_Vietnamese_one_in_English_too()
    {
        await using var host = await FlowHost.StartAsync();
        host.Nation.Change([FlowNation.Agency(Guid.CreateVersion7(), "H55", "H37") with { NameVi = "Sở Nội vụ", NameEn = "" }]);
        await host.SubmitOneAsync(new Draft { To = ["H55"] });
        host.Time.AdjustTime(host.Time.GetUtcNow().AddDays(2));

        var item = (await ListAsync(host, "G22")).Items.ShouldHaveSingleItem();

        item.Counterpart.ShouldBe(new StatementAgency("H55", "Sở Nội vụ", "Sở Nội vụ"));
        item.Why.English.ShouldContain("Sở Nội vụ");
        item.Why.English.ShouldNotContain("H55");
        (await host.Get<OpenItemStore>().CountAsync(Cancellation)).Single(count => count.Agency == "H55").NameEn.ShouldBe("Sở Nội vụ");
        (await AgencyEndpoints.FindAsync("H55", null, host.Get<OpenItemStore>(), host.Nation, host.Time, Cancellation))!.Agency.NameEn.ShouldBe("Sở Nội vụ");
    }

    private static async Task<Guid> FailAsync(FlowHost host, Draft draft)
    {
        await host.SubmitOneAsync(draft);
        var sent = host.Queues.Deliveries("H37")[^1];
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Fail, cause: FailCause.Agency);
        host.Time.AdjustTime(host.Time.GetUtcNow().AddMinutes(1));
        return sent.DeliveryId;
    }

    private static async Task<OpenItemPage> ListAsync(FlowHost host, string adapter, OpenItemList? list = null, ItemCursor? after = null, int limit = 100)
    {
        var directory = await host.Get<IAgencyRegistry>().CurrentAsync(Cancellation);
        return await host.Get<OpenItemStore>().ListAsync([.. directory.ServedBy(adapter)], list, after, limit, Cancellation);
    }

    private static Task<Finding?> ActAsync(FlowHost host, string adapter, Guid item, ActRequest request) => host.Get<ActOnItem>().ActAsync(adapter, item, request, Cancellation);

    private static async Task<IReadOnlyList<string>> EventsAsync(FlowHost host, Guid delivery) =>
        [.. (await host.Ledger.ReadAsync("test", (reader, token) => reader.ListEventsAsync(delivery, token), Cancellation)).Select(entry => entry.Kind)];

    private static async Task IssueAsync(FlowHost host, DateOnly day)
    {
        host.Time.AdjustTime(new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7)));
        (await host.Get<IssueStatements>().RunAsync(day, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>().Mismatches.ShouldBe(0);
    }

    private static async Task<Statement> StatementAsync(FlowHost host, Guid agency, DateOnly day) =>
        StatementJson.Read((await host.Get<StatementStore>().FindAsync(agency, day, null, Cancellation)).ShouldNotBeNull().Content);
}
