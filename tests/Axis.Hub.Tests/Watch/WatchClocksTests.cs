using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Work;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Clocks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Axis.Hub.Tests.Watch;

/// <summary>What clocks say, and how often. It is Tuesday 24/11/2026, 10:00 in Vietnam, and a day off; office hours are 07:30 to 11:30 and 13:30 to 17:30.</summary>
public class WatchClocksTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_clock_warns_and_breaches_once_each_under_one_case(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());

        (await SaidAsync(host, "10:11:15")).ShouldBe([]);
        (await SaidAsync(host, "10:11:16")).ShouldBe(["not-processed warn 1 v1"]);
        (await SaidAsync(host, "10:15:00")).ShouldBe(["not-processed warn 1 v1"]);
        (await SaidAsync(host, "10:15:01")).ShouldBe(["not-processed breach 1 v2"]);
        (await SaidAsync(host, "10:30:00")).ShouldBe(["not-processed breach 1 v2"]);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Processing);
        (await SaidAsync(host, "10:31:00")).ShouldBe([]);
        (await SaidAsync(host, "34:30:01")).ShouldBe(["not-arrived warn 1 v1"]);
        (await SaidAsync(host, "35:30:01")).ShouldBe(["not-arrived breach 1 v2"]);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        (await SaidAsync(host, "35:31:00")).ShouldBe([]);
        (await SaidAsync(host, "41:30:01")).ShouldBe(["no-answer breach 1 v1"]);
        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03", Target = host.Queues.Deliveries("H37")[0].DeliveryId });
        (await SaidAsync(host, "41:30:02")).ShouldNotContain(alert => alert.StartsWith("no-answer"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_backlog_of_hundreds_is_one_alert_and_is_told_once_by_two_hubs_that_were_down(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await using var beside = await host.StartBesideAsync();
        foreach (var batch in Enumerable.Range(1, 250).Chunk(50))
        {
            await host.SubmitAsync([.. batch.Select(number => new Draft { Number = $"{number}" })]);
        }

        host.Time.Advance(TimeSpan.FromMinutes(40));
        await Task.WhenAll(host.TurnAsync<WatchClocks>(), beside.TurnAsync<WatchClocks>());
        await beside.TurnAsync<WatchClocks>();

        (await OpenAsync(host)).ShouldBe(["not-processed breach 250 v1"]);
        (await AlertsAsync(host)).ShouldHaveSingleItem().Seen.ShouldBe(250);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_clock_that_is_idle_costs_nothing_and_one_that_has_said_all_is_not_looked_at_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var delivery = (await host.SubmitOneAsync(new Draft())).Receivers[0].DeliveryId!.Value;
        await SaidAsync(host, "10:16:00");

        (await host.DeliveryAsync(delivery)).WatchAt.ShouldBe(new DateTimeOffset(2026, 11, 25, 3, 30, 0, TimeSpan.Zero));
        await SaidAsync(host, "40:00:00");
        (await host.DeliveryAsync(delivery)).WatchAt.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_steering_document_is_told_of_earlier_and_by_itself(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2", SteeringType = 2 });

        (await SaidAsync(host, "10:04:00")).ShouldBe(["not-processed warn 1 v1"]);
        (await SaidAsync(host, "10:08:00")).ShouldBe(["not-processed breach 1 v2"]);
        (await SaidAsync(host, "10:16:00")).ShouldBe(["not-processed breach 1 v1", "not-processed breach 1 v2"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_new_attempt_starts_its_clock_anew(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        (await SaidAsync(host, "10:16:00")).ShouldBe(["not-processed breach 1 v1"]);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
        (await SaidAsync(host, "10:17:00")).ShouldBe(["delivery-failed breach 1 v1"]);

        await host.Get<Axis.Hub.Flow.Submit.ResendSubmission>().ResendAsync("G22", (await host.DocumentAsync((await host.DeliveryAsync(host.Queues.Deliveries("H37")[0].DeliveryId)).DocumentId)).SubmissionId, Cancellation);

        (await SaidAsync(host, "10:20:00")).ShouldBe([]);
        (await SaidAsync(host, "10:33:00")).ShouldBe(["not-processed breach 1 v1"]);
        (await AlertsAsync(host)).Select(alert => alert.CaseNumber).Order().ShouldBe(["2026-000001", "2026-000002", "2026-000003"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_person_has_closed_does_not_open_again_when_it_grows_heavier(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        (await SaidAsync(host, "10:12:00")).ShouldBe(["not-processed warn 1 v1"]);

        await host.Get<AlertDesk>().CloseAsync("2026-000001", "operator:test", "known", Cancellation);

        (await SaidAsync(host, "10:30:00")).ShouldBe([]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_rule_counts_for_clocks_that_run_already(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { To = ["H37", "H14"] });
        (await SaidAsync(host, "10:01:00")).ShouldBe([]);

        await host.Get<ClockStore>().AddAsync(new ClockRuleRow
        {
            ClockRuleId = Guid.CreateVersion7(), AgencyId = FlowNation.Province, Clock = WatchClock.Processing, WarnPercent = 20, BreachPercent = 40, SetBy = "operator:test", Reason = "storm",
            SetAt = host.Time.GetUtcNow(),
        }, "operator:test", Cancellation);

        (await SaidAsync(host, "10:04:00")).ShouldBe(["not-processed warn 1 v1"]);
        (await SaidAsync(host, "10:07:00")).ShouldBe(["not-processed breach 1 v2"]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_document_that_is_tagged_is_watched_from_then_on(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var document = (await host.SubmitOneAsync(new Draft())).DocumentId!.Value;
        var store = host.Get<ClockStore>();
        (await SaidAsync(host, "10:01:00")).ShouldBe([]);

        await store.AddAsync(new WatchTagRow { WatchTagId = Guid.CreateVersion7(), DocumentId = document, SetBy = "operator:test", Reason = "bão", SetAt = host.Time.GetUtcNow() }, "operator:test", Cancellation);
        await store.AddAsync(new WatchTagRow { WatchTagId = Guid.CreateVersion7(), SenderAgencyId = FlowNation.Vpcp, TypeKey = "status", SetBy = "operator:test", Reason = "bão", SetAt = host.Time.GetUtcNow() }, "operator:test", Cancellation);

        (await SaidAsync(host, "10:04:00")).ShouldBe(["not-processed warn 1 v1"]);
        (await AlertsAsync(host)).ShouldHaveSingleItem().DocumentId.ShouldBe(document);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_request_is_warned_of_before_it_is_overdue(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var document = new Draft { Number = "1" };
        await host.SubmitOneAsync(document);
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        await host.SubmitOneAsync(document with { SubmissionId = Guid.CreateVersion7(), Type = Axis.Contracts.Edxml.BusinessDocType.Recall });
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[1], AcknowledgeKind.Done);

        await UntilAsync(host, "39:30:00");
        await host.TurnAsync<MarkOverdue>();
        (await OpenAsync(host)).ShouldBe([]);
        await UntilAsync(host, "39:31:00");
        await host.TurnAsync<MarkOverdue>();
        (await OpenAsync(host)).ShouldBe(["amendment-unanswered warn 1 v1"]);
        await UntilAsync(host, "41:31:00");
        await host.TurnAsync<MarkOverdue>();
        await host.TurnAsync<MarkOverdue>();
        (await OpenAsync(host)).ShouldBe(["amendment-unanswered breach 1 v2"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public async Task A_step_of_the_clock_raises_no_storm(int hours)
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitAsync([.. Enumerable.Range(1, 60).Select(number => new Draft { Number = $"{number}", To = ["H37", "H14"] })]);
        var clock = new StepClock(host.Time);
        var trust = new ClockTrust(clock);
        var pump = PumpOf(host, trust, clock);
        await TurnAsync(pump);

        clock.Step(TimeSpan.FromHours(hours));
        host.Time.Advance(TimeSpan.FromSeconds(15));
        await TurnAsync(pump);
        await TurnAsync(pump);
        (await OpenAsync(host)).ShouldBe(["hub-clock breach 0 v1"]);

        // It is set right again, and the adapters agree.
        clock.Step(TimeSpan.FromHours(-hours));
        host.Time.Advance(TimeSpan.FromSeconds(15));
        await TurnAsync(pump);
        trust.Heard("H37", TimeSpan.FromSeconds(1));
        await TurnAsync(pump);
        (await OpenAsync(host)).ShouldBe([]);
        host.Time.Advance(TimeSpan.FromMinutes(20));
        await TurnAsync(pump);
        (await OpenAsync(host)).ShouldBe(["not-processed breach 60 v1", "not-processed breach 60 v1"]);
    }

    [Fact]
    public async Task Without_heartbeats_the_new_time_is_gone_by_after_ten_minutes()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitOneAsync(new Draft());
        var clock = new StepClock(host.Time);
        var pump = PumpOf(host, new ClockTrust(clock), clock);
        await TurnAsync(pump);
        clock.Step(TimeSpan.FromHours(2));

        for (var minute = 0; minute < 10; minute++)
        {
            await TurnAsync(pump);
            (await OpenAsync(host)).ShouldBe(["hub-clock breach 0 v1"]);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await TurnAsync(pump);
        (await OpenAsync(host)).ShouldBe(["not-processed breach 1 v1"]);
    }

    private static WatchClocks PumpOf(FlowHost host, ClockTrust trust, TimeProvider time) => new(
        host.Ledger, host.Get<ClockStore>(), host.Get<ClockRules>(), trust, host.Get<IDueTimes>(), host.Options, host.Get<PumpStates>(), time, NullLogger<WatchClocks>.Instance);

    private static async Task TurnAsync(WatchClocks pump)
    {
        while (await pump.TurnAsync(Cancellation))
        {
            // Until it says that there is no more.
        }
    }

    /// <summary>What is open once it is so late after the midnight before Tuesday.</summary>
    private static async Task<IReadOnlyList<string>> SaidAsync(FlowHost host, string time)
    {
        await UntilAsync(host, time);
        await host.TurnAsync<WatchClocks>();
        return await OpenAsync(host);
    }

    private static Task UntilAsync(FlowHost host, string time)
    {
        int[] parts = [.. time.Split(':').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(7)) + new TimeSpan(parts[0], parts[1], parts[2]));
        return Task.CompletedTask;
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(FlowHost host) => [.. (await AlertsAsync(host)).Where(alert => alert.ClosedAt is null)
        .Select(alert => $"{alert.Kind} {(alert.Severity == AlertSeverity.Warn ? "warn" : "breach")} {alert.OpenItems} v{alert.Version}").Order(StringComparer.Ordinal)];

    private static Task<IReadOnlyList<AlertView>> AlertsAsync(FlowHost host) => host.Get<AlertStore>().ListAsync(null, 100, Cancellation);
}
