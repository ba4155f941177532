using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Conditions;

namespace Axis.Hub.Tests.Watch;

/// <summary>What nobody reports: silence, clocks, certificates, dead letters, disks, queues.</summary>
public class ConditionTests
{
    private static readonly DateTimeOffset Noon = Rows.Noon;

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, true, 60, "-")]
    [InlineData(6, true, 60, "+")]
    [InlineData(6, false, 60, "-")]
    [InlineData(6, true, 4, "")]
    [InlineData(null, true, 60, "")]
    public void An_active_adapter_is_silent_after_five_minutes_of_listening(int? minutesAgo, bool active, int listening, string expected) =>
        Judge(readings => readings with { Listening = TimeSpan.FromMinutes(listening), Adapters = [Adapter("A", minutesAgo, active), Adapter("B", 0)] }, AlertKinds.AdapterSilent, "A").ShouldBe(expected);

    [Fact]
    public void A_hub_that_hears_nobody_says_nothing_of_its_adapters() =>
        Judge(readings => readings with { Adapters = [Adapter("A", 6), Adapter("B", 7), Adapter("C", 8), Adapter("D", null)] }, AlertKinds.AdapterSilent, "A").ShouldBe("");

    [Theory]
    [InlineData(59_999, 0, "-")]
    [InlineData(-60_000, 0, "+")]
    [InlineData(90_000, 6, "")]
    public void A_clock_is_wrong_from_a_minute_on(long skew, int minutesAgo, string expected) =>
        Judge(readings => readings with { Adapters = [Adapter("A", minutesAgo, skew: skew)] }, AlertKinds.AdapterClockSkew, "A").ShouldBe(expected);

    [Theory]
    [InlineData(31, "-")]
    [InlineData(29, "+warn 30")]
    [InlineData(13, "+warn 14")]
    [InlineData(6, "+breach 7")]
    [InlineData(-1, "+breach 7")]
    public void A_certificate_is_told_of_in_three_steps(int days, string expected)
    {
        Judge(readings => readings with { Adapters = [Adapter("A", 0) with { CertificateEnds = Noon.AddDays(days).AddHours(1) }] }, AlertKinds.CertificateEnding, "A", weigh: true).ShouldBe(expected);
        Judge(readings => readings with { HubCertificateEnds = Noon.AddDays(days).AddHours(1) }, AlertKinds.CertificateEnding, "hub", weigh: true).ShouldBe(expected);
    }

    [Theory]
    [InlineData(69, "-")]
    [InlineData(70, "+warn 70")]
    [InlineData(85, "+breach 85")]
    [InlineData(95, "+breach 95")]
    public void Disks_and_queues_are_told_of_at_three_limits(int percent, string expected)
    {
        Judge(readings => readings with { HubDisk = percent }, AlertKinds.Disk, "hub", weigh: true).ShouldBe(expected);
        Judge(readings => readings with { Adapters = [Adapter("A", 0) with { Beat = new("1", 1, Guid.Empty, Noon, 0, 0, 100 - percent, 100) }] }, AlertKinds.Disk, "A", weigh: true).ShouldBe(expected);
        Judge(readings => readings with { Adapters = [Adapter("A", 0) with { Backlog = percent * 10 }] }, AlertKinds.Queue, "A", weigh: true).ShouldBe(expected);
    }

    [Fact]
    public void An_adapter_that_does_not_say_how_large_its_disk_is_is_not_judged() =>
        Judge(readings => readings with { Adapters = [Adapter("A", 0) with { Beat = new("1", 1, Guid.Empty, Noon, 0, 0, 1) }] }, AlertKinds.Disk, "A").ShouldBe("");

    [Fact]
    public void Dead_letters_are_told_until_the_last_is_closed()
    {
        var open = AlertRow.New(AlertKinds.DeadLetters, "A", "", Axis.Contracts.Errors.Finding.Refuse(Axis.Contracts.Errors.ErrorCatalogue.AlertDeadLetters, "", "A"), Noon);

        Judge(readings => readings with { DeadLetters = new Dictionary<string, int> { ["A"] = 2 } }, AlertKinds.DeadLetters, "A").ShouldBe("+");
        Judge(readings => readings, AlertKinds.DeadLetters, "A", open).ShouldBe("-");
        Judge(readings => readings, AlertKinds.DeadLetters, "A").ShouldBe("");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_silent_adapter_opens_one_alert_and_its_next_heartbeat_closes_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.TurnAsync<WatchConditions>();
        await host.BeatAsync("H37");
        await host.BeatAsync("H14");
        for (var minute = 0; minute < 10; minute++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            await host.BeatAsync("H14");
            await host.TurnAsync<WatchConditions>();
        }

        var silent = (await AlertsAsync(host)).Where(alert => alert.Kind == AlertKinds.AdapterSilent).ShouldHaveSingleItem();
        (silent.AdapterCode, silent.Seen, silent.ClosedAt, silent.Version).ShouldBe(("H37", 1, null, 1));
        await host.BeatAsync("H37");
        await host.TurnAsync<WatchConditions>();
        (await AlertsAsync(host)).Single(alert => alert.Kind == AlertKinds.AdapterSilent).ClosedBy.ShouldBe("hub");
    }

    [Fact]
    public async Task A_hub_that_was_stopped_has_missed_the_heartbeats_and_says_nothing_of_silence()
    {
        await using var host = await FlowHost.StartAsync();
        await host.BeatAsync("H37");
        await host.TurnAsync<WatchConditions>();
        host.Time.Advance(TimeSpan.FromHours(9));

        for (var minute = 0; minute < 5; minute++)
        {
            await host.TurnAsync<WatchConditions>();
            (await AlertsAsync(host)).ShouldNotContain(alert => alert.Kind == AlertKinds.AdapterSilent);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await host.TurnAsync<WatchConditions>();
        (await AlertsAsync(host)).ShouldContain(alert => alert.Kind == AlertKinds.AdapterSilent);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_a_person_has_closed_stays_closed_while_it_lasts_and_opens_when_it_comes_again(string database)
    {
        await using var host = await FlowHost.StartAsync(database, options => options.BacklogLimit = 2);
        await host.SubmitAsync(new Draft { Number = "1" }, new Draft { Number = "2" });
        await host.TurnAsync<WatchConditions>();
        var full = (await AlertsAsync(host)).Single(alert => alert.Kind == AlertKinds.Queue);
        full.Cause.ShouldBe("95");

        await host.Get<AlertDesk>().CloseAsync(full.CaseNumber!, "operator:test", "known", Cancellation);
        await host.TurnAsync<WatchConditions>();
        (await AlertsAsync(host)).Count(alert => alert is { Kind: AlertKinds.Queue, ClosedAt: null }).ShouldBe(0);
        foreach (var sent in host.Queues.Deliveries("H37"))
        {
            await host.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        }

        await host.TurnAsync<WatchConditions>();
        await host.SubmitAsync(new Draft { Number = "3" }, new Draft { Number = "4" });
        await host.TurnAsync<WatchConditions>();

        (await AlertsAsync(host)).Count(alert => alert is { Kind: AlertKinds.Queue, ClosedAt: null }).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_queue_that_fills_up_further_is_one_alert_that_grows_heavier(string database)
    {
        await using var host = await FlowHost.StartAsync(database, options => options.BacklogLimit = 20);
        var told = new List<(string Cause, int Version, bool IsBreach)>();
        foreach (var batch in new[] { 14, 3, 2 })
        {
            await host.SubmitAsync([.. Enumerable.Range(0, batch).Select(number => new Draft { Number = $"{(batch * 100) + number}" })]);
            await host.TurnAsync<WatchConditions>();
            var alert = (await AlertsAsync(host)).Where(alert => alert.Kind == AlertKinds.Queue).ShouldHaveSingleItem();
            told.Add((alert.Cause, alert.Version, alert.Severity == AlertSeverity.Breach));
        }

        told.ShouldBe([("70", 1, false), ("85", 2, true), ("95", 3, true)]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_spools_under_one_name_are_told_until_they_take_turns_no_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var other = Guid.CreateVersion7();
        foreach (var spool in new[] { FlowHost.SpoolOf("H37"), other, FlowHost.SpoolOf("H37"), other })
        {
            await host.BeatAsync("H37", spool);
            host.Time.Advance(TimeSpan.FromSeconds(30));
        }

        await host.TurnAsync<WatchConditions>();
        (await AlertsAsync(host)).Where(alert => alert.Kind == AlertKinds.TwoAdapters).Select(alert => (alert.AdapterCode, alert.Seen, alert.ClosedAt)).ShouldBe([("H37", 2, null)]);
        host.Time.Advance(TimeSpan.FromMinutes(11));
        await host.TurnAsync<WatchConditions>();

        (await AlertsAsync(host)).Single(alert => alert.Kind == AlertKinds.TwoAdapters).ClosedBy.ShouldBe("hub");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_raised_where_it_is_met_stays_closed_too(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var other = Guid.CreateVersion7();
        foreach (var spool in new[] { FlowHost.SpoolOf("H37"), other, FlowHost.SpoolOf("H37") })
        {
            await host.BeatAsync("H37", spool);
        }

        await host.Get<AlertDesk>().CloseAsync("2026-000001", "operator:test", "known", Cancellation);
        await host.BeatAsync("H37", other);

        (await AlertsAsync(host)).ShouldHaveSingleItem().ClosedBy.ShouldBe("operator:test");
    }

    /// <summary><c>+</c> it holds, <c>-</c> it does not, nothing: nobody can tell.</summary>
    private static string Judge(Func<ConditionReadings, ConditionReadings> change, string kind, string subject, AlertRow? open = null, bool weigh = false)
    {
        var readings = change(new ConditionReadings { Now = Noon, Listening = TimeSpan.FromHours(1), HubName = "hub", BacklogLimit = 1000 });
        return ConditionVerdicts.Of(readings, open is null ? [] : [open]).SingleOrDefault(verdict => verdict.Key == $"{kind}/{subject}") switch
        {
            null => "",
            { Raised: null } => "-",
            { Raised: { } row } when weigh => $"+{(row.Severity == AlertSeverity.Warn ? "warn" : "breach")} {row.Cause}",
            _ => "+",
        };
    }

    private static AdapterReading Adapter(string code, int? minutesAgo, bool active = true, long? skew = null) => new(
        new AdapterEntry(code, code, active, null), minutesAgo is { } minutes ? new() { AdapterCode = code, HeartbeatAt = Noon.AddMinutes(-minutes), ClockSkewMs = skew } : null, null, 0, null);

    private static Task<IReadOnlyList<AlertView>> AlertsAsync(FlowHost host) => host.Get<AlertStore>().ListAsync(null, 100, Cancellation);
}
