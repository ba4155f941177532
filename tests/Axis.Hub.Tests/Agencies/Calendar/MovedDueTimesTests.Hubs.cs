using Axis.Contracts.Calendar;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Flow;

namespace Axis.Hub.Tests.Agencies.Calendar;

/// <summary>Several hubs that move due times, office hours of agencies, and the preview of both.</summary>
public sealed partial class MovedDueTimesTests
{
    [Theory, MemberData(nameof(Databases))]
    public async Task A_due_time_that_a_hub_fixed_before_it_had_followed_is_moved_by_another(string database)
    {
        await using var host = await StartAsync(database);
        await using var behind = await host.StartBesideAsync();
        await AmendAsync(host, "2026-11-30=holiday");
        await host.TurnAsync<MoveDueTimes>();

        await behind.SubmitOneAsync(new Draft());
        var sent = behind.Queues.Deliveries("H37").ShouldHaveSingleItem();
        var fixedBehind = await host.DeliveryAsync(sent.DeliveryId);
        await host.TurnAsync<MoveDueTimes>();

        (Shown(fixedBehind.ArriveDue), fixedBehind.CountedBy).ShouldBe(("10:30 30/11", 0));
        (Shown((await host.DeliveryAsync(sent.DeliveryId)).ArriveDue), (await MovesAsync(host, sent.DeliveryId)).Count).ShouldBe(("10:30 01/12", 1));
    }

    /// <summary>The hub beside has found what version 1 has to count; before it locks that, version 2 has come and counted it.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_another_hub_has_counted_by_a_newer_version_meanwhile_is_left_alone(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        var sent = host.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await AmendAsync(host, "2026-11-30=holiday");
        await using var beside = await host.StartBesideAsync(async () =>
        {
            await AmendAsync(host, "2026-12-01=holiday");
            await host.Get<MoveDueTimes>().TurnAsync(Cancellation);
        });

        (await beside.Get<MoveDueTimes>().TurnAsync(Cancellation)).ShouldBeFalse();

        var row = await host.DeliveryAsync(sent.DeliveryId);
        (Shown(row.ArriveDue), row.CountedBy).ShouldBe(("10:30 02/12", 2));
        (await MovesAsync(host, sent.DeliveryId)).ShouldHaveSingleItem().Detail.ShouldEndWith("calendar version 2");
    }

    [Fact]
    public async Task A_hub_that_dies_halfway_leaves_the_rest_to_the_next_and_nothing_is_moved_twice()
    {
        await using var host = await StartAsync();
        await host.SubmitAsync([.. Enumerable.Range(1, MoveDueTimes.PerTurn + 20).Select(number => new Draft { Number = $"{number}" })]);
        var all = (await host.Ledger.ReadAsync("test", (reader, token) => reader.ListOpenClocksAsync(1, CountedDelivery.None, 1000, token), Cancellation)).Select(clock => clock.DeliveryId).ToArray();
        all.Length.ShouldBe(MoveDueTimes.PerTurn + 20);
        await AmendAsync(host, "2026-11-30=holiday");

        (await host.Get<MoveDueTimes>().TurnAsync(Cancellation)).ShouldBeTrue();
        (await host.DeliveriesAsync(all)).Count(row => row.CountedBy == 1).ShouldBe(MoveDueTimes.PerTurn);
        await using var next = await host.StartBesideAsync();
        await next.TurnAsync<MoveDueTimes>();

        (await host.DeliveriesAsync(all)).ShouldAllBe(row => row.CountedBy == 1 && Shown(row.ArriveDue) == "10:30 01/12");
        foreach (var delivery in all)
        {
            (await MovesAsync(host, delivery)).Count.ShouldBe(1);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Clocks_count_the_receivers_own_hours_or_those_of_its_nearest_ancestor(string database)
    {
        await using var host = await StartAsync(database);
        await host.Get<RegistryStore>().ChangeAgenciesAsync(
            new RegistryAct("test", "agency-import", "test", ""),
            (_, _) => (new AgencyChange(
                [Agency(FlowNation.Province, "H37"), Agency(FlowNation.Department, "H37.02", FlowNation.Province)], [],
                [Spelling(FlowNation.Province, "H37"), Spelling(FlowNation.Department, "H37.02")]), true), Cancellation);
        await host.SubmitOneAsync(new Draft { To = ["H37", "H37.02", "H14"] });
        var sent = host.Queues.Deliveries("H37").Concat(host.Queues.Deliveries("H14")).ToList();

        var preview = (await host.Get<HoursDesk>().PreviewAsync("H37", "08:00-11:30,13:00-17:00", Cancellation)).Preview.ShouldNotBeNull();
        (preview.Moves, preview.Days.Count).ShouldBe((2, 0));
        preview.First.Select(line => (line.ReceiverCode, Shown(line.From), Shown(line.To))).ShouldBe(
            [("H37", "10:30 30/11", "11:30 30/11"), ("H37.02", "10:30 30/11", "11:30 30/11")], ignoreOrder: true);
        (await host.Get<CalendarStore>().FindVersionAsync(Cancellation)).ShouldBe(0);

        (await host.Get<HoursDesk>().SetAsync("H37", "08:00-11:30,13:00-17:00", Operator, "winter", Cancellation)).ShouldBeEmpty();
        await host.TurnAsync<MoveDueTimes>();
        (await ArrivalsAsync(host, sent)).ShouldBe([("H37", "11:30 30/11"), ("H37.02", "11:30 30/11"), ("H14", "10:30 30/11")], ignoreOrder: true);

        (await host.Get<HoursDesk>().SetAsync("H37.02", "10:00-12:00,13:00-18:00", Operator, "one-stop office", Cancellation)).ShouldBeEmpty();
        await host.TurnAsync<MoveDueTimes>();
        (await ArrivalsAsync(host, sent)).ShouldBe([("H37", "11:30 30/11"), ("H37.02", "13:30 30/11"), ("H14", "10:30 30/11")], ignoreOrder: true);

        (await host.Get<HoursDesk>().SetAsync("H37", AgencyHours.Usual, Operator, "winter is over", Cancellation)).ShouldBeEmpty();
        await host.SubmitOneAsync(new Draft { To = ["H37", "H37.02"], Number = "2" });
        await host.TurnAsync<MoveDueTimes>();
        (await ArrivalsAsync(host, host.Queues.Deliveries("H37"))).ShouldBe(
            [("H37", "10:30 30/11"), ("H37.02", "13:30 30/11"), ("H37", "10:30 30/11"), ("H37.02", "13:30 30/11")], ignoreOrder: true);
        (await host.Get<CalendarStore>().ListAsync(Cancellation)).Select(version => (version.Number, version.Subject, version.Sha256)).ShouldBe(
            [(1, "agency-hours H37", null), (2, "agency-hours H37.02", null), (3, "agency-hours H37", null)]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_preview_counts_exactly_what_then_moves_and_writes_nothing(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft { Number = "1" });
        await host.SubmitAsync(new Draft { Number = "2", Priority = 3 }, new Draft { Number = "3" });
        var sent = host.Queues.Deliveries("H37");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await host.AcknowledgeAsync(sent[0], AcknowledgeKind.Done);
        await host.SubmitOneAsync(new Draft { Number = "1", Type = BusinessDocType.Recall });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Done);
        var orders = Days("2026-11-30=holiday");

        var preview = await host.Get<PreviewCalendar>().OfDaysAsync(current => ((CalendarOutcome.Read)CalendarDesk.Amend(current, orders)).Calendar, Cancellation);
        (await host.Get<CalendarStore>().FindVersionAsync(Cancellation)).ShouldBe(0);
        (await host.DeliveriesAsync([.. sent.Select(one => one.DeliveryId)])).ShouldAllBe(row => row.CountedBy == 0);

        preview.Days.ShouldBe([new CalendarDayChange(new(2026, 11, 30), null, "holiday,a,b,verified,test")]);
        await AmendAsync(host, "2026-11-30=holiday");
        await host.TurnAsync<MoveDueTimes>();
        var moved = 0;
        foreach (var delivery in host.Queues.Deliveries("H37").Select(one => one.DeliveryId).Distinct())
        {
            moved += (await MovesAsync(host, delivery)).Count;
        }

        (preview.Moves, preview.First.Count).ShouldBe((moved, moved));
        preview.First.ShouldContain(line => line.Document == "1/VPCP-TTĐT" && line.ReceiverCode == "H37" && line.Due == "answer" && Shown(line.From) == "17:30 30/11" && Shown(line.To) == "17:30 01/12");
        preview.First.ShouldContain(line => line.Due == "request");
        preview.First.ShouldNotContain(line => line.Document == "2/VPCP-TTĐT");
    }

    private static AgencyRow Agency(Guid id, string code, Guid? parent = null) => new()
    {
        AgencyId = id, Code = code, NameVi = code, NameEn = code, Kind = "province", ParentId = parent, ChangedAt = DateTimeOffset.UnixEpoch,
    };

    private static AliasRow Spelling(Guid id, string code) => new() { Alias = code, AgencyId = id, Form = "qd20" };

    private static async Task<IEnumerable<(string Receiver, string Due)>> ArrivalsAsync(FlowHost host, IEnumerable<DeliverMessage> sent) =>
        (await RowsAsync(host, sent)).Select(row => (row.ReceiverCode, Shown(row.ArriveDue)));
}
