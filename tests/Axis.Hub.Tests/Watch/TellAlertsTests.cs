using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Outages;
using Axis.Hub.Watch.Tell;

namespace Axis.Hub.Tests.Watch;

/// <summary>Alerts on their way to the adapters of both parties.</summary>
public class TellAlertsTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Both_parties_are_told_at_once_under_one_case_number_when_it_opens_and_when_it_closes(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        var delivery = host.Queues.Deliveries("H37")[0];
        await host.AcknowledgeAsync(delivery, AcknowledgeKind.Fail, cause: FailCause.Agency);

        await host.TurnAsync<TellAlerts>();
        await host.TurnAsync<TellAlerts>();

        var (sender, receiver) = (host.Queues.Alerts("G22").ShouldHaveSingleItem().ShouldHaveSingleItem(), host.Queues.Alerts("H37").ShouldHaveSingleItem().ShouldHaveSingleItem());
        sender.ShouldBe(receiver with { Finding = sender.Finding });
        (sender.CaseNumber, sender.Kind, sender.Version, sender.OpenItems, sender.ClosedAt).ShouldBe(("2026-000001", AlertKinds.DeliveryFailed, 1, 1, null));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.AcknowledgeAsync(delivery, AcknowledgeKind.Done);
        await host.TurnAsync<TellAlerts>();

        foreach (var adapter in (string[])["G22", "H37"])
        {
            var messages = host.Queues.Alerts(adapter);
            messages.Count.ShouldBe(2);
            (messages[1][0].CaseNumber, messages[1][0].Version, messages[1][0].ClosedAt).ShouldBe(("2026-000001", 2, host.Time.GetUtcNow()));
        }

        var told = (await host.Get<AlertStore>().FindAsync("2026-000001", Cancellation))!.Told;
        told.Select(one => (one.AdapterCode, one.Channel, one.Version)).ShouldBe(
            [("G22", "axis", 2), ("H37", "axis", 2), ("G22", "axis", 1), ("H37", "axis", 1)], ignoreOrder: true);
        told.GroupBy(one => one.Version).ShouldAllBe(version => version.Select(one => one.At).Distinct().Count() == 1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Thousands_of_failures_are_one_message_when_they_begin_and_one_when_they_end(string database)
    {
        const int Count = 2_000;
        await using var host = await StartAsync(database, options => options.Window = Count);
        foreach (var batch in Enumerable.Range(1, Count).Chunk(200))
        {
            await host.SubmitAsync([.. batch.Select(number => new Draft { Number = $"{number}" })]);
        }

        var sent = host.Queues.Deliveries("H37");
        sent.Count.ShouldBe(Count);
        foreach (var batch in sent.Chunk(200))
        {
            await host.AcknowledgeAsync([.. batch.Select(one => host.Said(one, AcknowledgeKind.Fail, cause: FailCause.Agency))]);
            await host.TurnAsync<TellAlerts>();
            host.Time.Advance(host.Options.AlertsWait);
        }

        foreach (var batch in sent.Chunk(200))
        {
            await host.AcknowledgeAsync([.. batch.Select(one => host.Said(one, AcknowledgeKind.Done))]);
            await host.TurnAsync<TellAlerts>();
            host.Time.Advance(host.Options.AlertsWait);
        }

        foreach (var adapter in (string[])["G22", "H37"])
        {
            host.Queues.Alerts(adapter).Select(message => message.Single()).Select(alert => (alert.CaseNumber, alert.Version, alert.ClosedAt is null))
                .ShouldBe([("2026-000001", 1, true), ("2026-000001", 2, false)]);
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_alerts_of_one_moment_are_one_message(string database)
    {
        await using var host = await StartAsync(database);
        await host.SubmitAsync([.. Enumerable.Range(1, 20).Select(number => new Draft { Number = $"{number}", SteeringType = 2 })]);
        await host.AcknowledgeAsync([.. host.Queues.Deliveries("H37").Select(one => host.Said(one, AcknowledgeKind.Fail, cause: FailCause.Agency))]);

        await host.TurnAsync<TellAlerts>();

        host.Queues.Alerts("G22").ShouldHaveSingleItem().Select(alert => alert.CaseNumber).Distinct().Count().ShouldBe(20);
        host.Queues.Alerts("H37").ShouldHaveSingleItem().Count.ShouldBe(20);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_hubs_tell_it_once(string database)
    {
        await using var host = await StartAsync(database);
        await using var beside = await host.StartBesideAsync();
        await FailAsync(host);
        var turns = 0;
        host.Queues.Meanwhile = async kind =>
        {
            // The first hub has claimed it and not settled it yet.
            if (kind == WireNames.Alerts && Interlocked.Increment(ref turns) == 1)
            {
                await beside.TurnAsync<TellAlerts>();
            }
        };

        await host.TurnAsync<TellAlerts>();
        await beside.TurnAsync<TellAlerts>();

        turns.ShouldBe(2, "both parties were told, the other hub's turn within");
        foreach (var adapter in (string[])["G22", "H37"])
        {
            host.Queues.Alerts(adapter).ShouldHaveSingleItem();
            beside.Queues.Alerts(adapter).ShouldBeEmpty();
        }

        (await host.Get<AlertStore>().FindAsync("2026-000001", Cancellation))!.Told.Select(told => (told.AdapterCode, told.Version)).ShouldBe([("G22", 1), ("H37", 1)], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_queue_that_refuses_is_tried_again_and_who_was_told_is_left_alone(string database)
    {
        await using var host = await StartAsync(database);
        await FailAsync(host);
        host.Queues.Refusing["H37"] = true;

        await host.TurnAsync<TellAlerts>();
        host.Queues.Refusing.Clear();
        await host.TurnAsync<TellAlerts>();
        host.Queues.Alerts("H37").ShouldBeEmpty("its claim holds");
        host.Time.Advance(host.Options.ClaimLease);
        await host.TurnAsync<TellAlerts>();

        host.Queues.Alerts("G22").Count.ShouldBe(1);
        host.Queues.Alerts("H37").ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_changes_while_it_is_told_is_told_again(string database)
    {
        await using var host = await StartAsync(database);
        await FailAsync(host);
        var changes = 0;
        host.Queues.Meanwhile = async kind =>
        {
            if (kind == WireNames.Alerts && Interlocked.Increment(ref changes) == 1)
            {
                (await host.Get<AlertDesk>().CloseAsync("2026-000001", "operator:test", "đã gọi điện", Cancellation)).ShouldBeNull();
            }
        };

        await host.TurnAsync<TellAlerts>();
        await host.TurnAsync<TellAlerts>();

        host.Queues.Alerts("H37").Select(message => (message.Single().Version, message.Single().ClosedReason)).ShouldBe([(1, null), (2, "đã gọi điện")]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_waits_for_the_end_of_a_planned_outage_is_told_when_it_has_ended(string database)
    {
        await using var host = await StartAsync(database);
        var until = host.Time.GetUtcNow() + TimeSpan.FromHours(1);
        var (_, faults) = await new OutageDesk(host.Get<IDatabase>(), host.Nation, host.Time)
            .AnnounceAsync(new(null, "H37", host.Time.GetUtcNow(), until), "operator:test", "bảo trì", Cancellation);
        faults.ShouldBeEmpty();
        await FailAsync(host);

        await host.TurnAsync<TellAlerts>();
        host.Queues.Alerts("G22").ShouldBeEmpty();
        host.Time.SetUtcNow(until + TimeSpan.FromSeconds(1));
        await host.TurnAsync<TendAlerts>();
        await host.TurnAsync<TellAlerts>();

        host.Queues.Alerts("G22").ShouldHaveSingleItem().ShouldHaveSingleItem().CaseNumber.ShouldBe("2026-000001");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_adapter_that_does_not_say_that_it_takes_alerts_is_sent_none(string database)
    {
        await using var host = await StartAsync(database);
        await host.BeatAsync("H37");
        await FailAsync(host);

        await host.TurnAsync<TellAlerts>();

        host.Queues.Alerts("H37").ShouldBeEmpty();
        host.Queues.Alerts("G22").Count.ShouldBe(1);
        (await host.Get<AlertStore>().FindAsync("2026-000001", Cancellation))!.Told.ShouldHaveSingleItem().AdapterCode.ShouldBe("G22");
    }

    [Fact]
    public async Task An_adapter_of_both_parties_is_told_once_for_both()
    {
        await using var host = await StartAsync(TestDatabases.Sqlite);
        await host.SubmitOneAsync(new Draft { Sender = "H37", Adapter = "H37", To = ["H37.02"] });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);

        await host.TurnAsync<TellAlerts>();

        host.Queues.Alerts("H37").ShouldHaveSingleItem().ShouldHaveSingleItem();
        (await host.Get<AlertStore>().FindAsync("2026-000001", Cancellation))!.Told.Select(told => (told.AdapterCode, told.Version)).ShouldBe([("H37", 1), ("H37", 1)]);
    }

    private static async Task<FlowHost> StartAsync(string database, Action<HubOptions>? configure = null)
    {
        var host = await FlowHost.StartAsync(database, configure);
        foreach (var adapter in (string[])["G22", "H37"])
        {
            await host.BeatAsync(adapter, takes: WireNames.Alerts);
        }

        return host;
    }

    private static async Task FailAsync(FlowHost host)
    {
        await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
    }
}
