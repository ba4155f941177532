using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Tests.Agencies;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using MassTransit;

namespace Axis.Hub.Tests.Statements;

/// <summary>What H14 left open when it was merged into H37. It is Tuesday 24/11/2026, 10:00 in Vietnam.</summary>
public sealed class MergedItemTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_merged_agency_left_open_stands_before_its_successor_and_its_own_adapter_and_nobody_else(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host);
        (await ListAsync(host, "H37")).Items.ShouldBeEmpty();
        host.Nation.Succeed("H14", "H37", host.Time.GetUtcNow());

        foreach (var (adapter, named) in new[] { ("H37", []), ("H37", ["H37"]), ("H37", ["H14"]), ("H14", []), ("H14", new[] { "H14" }) })
        {
            var page = await ListAsync(host, adapter, named);
            page.Items.Select(item => (item.Id, item.Agency, item.List)).ShouldBe([(delivery, "H14", OpenItemList.ReceiveErrors)], $"{adapter} of {string.Join(',', named)}");
            page.Counts.Select(count => (count.Agency, count.ReceiveErrors)).ShouldBe([("H14", 1)]);
        }

        (await ListAsync(host, "G22", "H14")).Items.ShouldBeEmpty();
        (await ListAsync(host, "H37", "H37.02")).Items.ShouldBeEmpty();
        (await host.Get<OpenItemStore>().CountAsync(Cancellation)).Single(count => count.Agency == "H14").ReceiveErrors.ShouldBe(1);
        foreach (var code in new[] { "H37", "H14" })
        {
            var work = (await AgencyEndpoints.FindAsync(code, null, host.Get<OpenItemStore>(), host.Nation, host.Time, Cancellation)).ShouldNotBeNull();
            (work.Agency.Code, work.Open.Items.ShouldHaveSingleItem().Id, work.Open.Counts.ShouldHaveSingleItem().Agency).ShouldBe(("H37", delivery, "H14"));
        }
    }

    [Fact]
    public async Task An_agency_that_has_given_up_an_older_spelling_only_keeps_what_is_open_there()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft { Adapter = "H14", Sender = "H14", To = ["000.00.00.G22"] });
        await host.AcknowledgeAsync(host.Queues.Deliveries("G22")[^1], AcknowledgeKind.Fail, cause: FailCause.Agency);
        host.Nation.Succeed("000.00.00.G22", "H37");

        (await ListAsync(host, "H37")).Items.ShouldBeEmpty();
        var kept = (await ListAsync(host, "G22")).Items.ShouldHaveSingleItem();
        (await ListAsync(host, "H37", "000.00.00.G22")).Items.ShouldBeEmpty();
        (await ListAsync(host, "G22", "000.00.00.G22")).Items.ShouldHaveSingleItem().Id.ShouldBe(kept.Id);
        foreach (var name in new[] { "H37", "000.00.00.G22", "G22" })
        {
            (await ActAsync(host, "H37", kept.Id, new(ItemAct.Wait, name, "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        }

        (await ActAsync(host, "G22", kept.Id, new(ItemAct.Wait, "000.00.00.G22", "x"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_merger_that_is_to_come_gives_its_successor_nothing_yet()
    {
        await using var host = await FlowHost.StartAsync();
        var delivery = await FailAsync(host);
        host.Nation.Succeed("H14", "H37", host.Time.GetUtcNow().AddHours(1));

        (await ListAsync(host, "H37")).Items.ShouldBeEmpty();
        (await ActAsync(host, "H37", delivery, new(ItemAct.Wait, "H37", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        host.Time.AdjustTime(host.Time.GetUtcNow().AddHours(1));
        (await ListAsync(host, "H37")).Items.ShouldHaveSingleItem().Id.ShouldBe(delivery);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_successor_acts_on_it_in_its_own_name_and_the_old_adapter_in_the_old_one(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = await FailAsync(host);
        (await ActAsync(host, "H37", delivery, new(ItemAct.Wait, "H37", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        host.Nation.Succeed("H14", "H37", host.Time.GetUtcNow());

        (await ActAsync(host, "H14", delivery, new(ItemAct.Wait, "H14", "đang bàn giao"))).ShouldBeNull();
        (await ActAsync(host, "H37", delivery, new(ItemAct.Promise, "H14", null, Tuesday.AddDays(1)))).ShouldBeNull();
        (await ActAsync(host, "G22", delivery, new(ItemAct.Wait, "H14", "x"))).ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        (await ActAsync(host, "H37", delivery, new(ItemAct.Close, "H37", "đã nhận bản giấy"))).ShouldBeNull();

        var events = await host.Ledger.ReadAsync("test", (reader, token) => reader.ListEventsAsync(delivery, token), Cancellation);
        events.Skip(events.Count - 3).Select(entry => (entry.Kind, entry.Source)).ShouldBe(
            [(EventKinds.WaitsForOther, "agency:H14"), (EventKinds.Promised, "agency:H37"), (EventKinds.Closed, "agency:H37")]);
        (await ListAsync(host, "H37")).Counts.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task From_the_merger_on_it_stands_below_its_successor_which_counts_it_and_the_books_hold(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await RecordAsync(host, DateTimeOffset.UnixEpoch, null);
        await FailAsync(host);
        var midnight = new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(7));
        await RecordAsync(host, host.Time.GetUtcNow(), midnight);
        for (var day = Tuesday; day <= Tuesday.AddDays(2); day = day.AddDays(1))
        {
            host.Time.AdjustTime(new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(6, 30)), TimeSpan.FromHours(7)));
            (await host.Get<IssueStatements>().RunAsync(day, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>().Mismatches.ShouldBe(0);
        }

        (await StatementAsync(host, FlowNation.Province, Tuesday.AddDays(1))).Rollup.ShouldBeNull("the merger begins with Thursday");
        var successor = await StatementAsync(host, FlowNation.Province, Tuesday.AddDays(2));
        successor.Figures.ReceiveErrors.Closing.ShouldBe(0, "what was the merged agency's stays under its name");
        var rollup = successor.Rollup.ShouldNotBeNull();
        (rollup.Total.ReceiveErrors.Opening, rollup.Total.ReceiveErrors.Closing, rollup.TreeChanges.ReceiveErrors).ShouldBe((1, 1, 1));
        rollup.Lines.Select(line => (line.Agency.Code, line.Figures.ReceiveErrors.Closing)).ShouldBe([("H14", 1)]);
        var merged = await StatementAsync(host, FlowNation.Other, Tuesday.AddDays(2));
        merged.Items.ReceiveErrors.ShouldHaveSingleItem();
        merged.Books.Concat(successor.Books).ShouldAllBe(check => check.Holds);
    }

    private static Task<int> RecordAsync(FlowHost host, DateTimeOffset at, DateTimeOffset? merged) => host.Get<IDatabase>().WriteAsync(
        "test", (session, token) => session.ExecuteAsync(RegistrySql.InsertAgencyEvents, new
        {
            rows = SqlJson.Write([.. host.Nation.Registry.Agencies.Where(agency => merged is null || agency.AgencyId == FlowNation.Other).Select(agency =>
                new RecordedAgency(NewId.NextSequentialGuid(), agency, merged is null ? null : FlowNation.Province, merged?.ToUniversalTime()))]),
            at,
        }, token), Cancellation);

    private static async Task<Guid> FailAsync(FlowHost host)
    {
        await host.SubmitOneAsync(new Draft { To = ["H14"] });
        var sent = host.Queues.Deliveries("H14")[^1];
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Fail, cause: FailCause.Agency);
        host.Time.AdjustTime(host.Time.GetUtcNow().AddMinutes(1));
        return sent.DeliveryId;
    }

    private static Task<OpenItemPage> ListAsync(FlowHost host, string adapter, params string[] named) => host.Get<OpenItemStore>().ListAsync(
        OpenItemEndpoints.AgenciesOf(host.Nation.Registry, adapter, named, host.Time.GetUtcNow()), null, null, 100, Cancellation);

    private static async Task<string?> ActAsync(FlowHost host, string adapter, Guid item, ActRequest request) =>
        (await host.Get<ActOnItem>().ActAsync(adapter, item, request, Cancellation))?.Code;

    private static async Task<Statement> StatementAsync(FlowHost host, Guid agency, DateOnly day) =>
        StatementJson.Read((await host.Get<StatementStore>().FindAsync(agency, day, null, Cancellation)).ShouldNotBeNull().Content);
}
