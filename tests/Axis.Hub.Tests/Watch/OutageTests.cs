using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Clocks;
using Axis.Hub.Watch.Outages;

namespace Axis.Hub.Tests.Watch;

/// <summary>Planned outages mute alerts that blame whoever is out, never the books.</summary>
public class OutageTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Alerts_that_blame_it_wait_for_its_end_and_open_where_their_cause_lasts(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft { Number = "1", To = ["H37", "H14"] }, new Draft { Number = "2" });
        await AnnounceAsync(host, new(null, "H37", null, host.Time.GetUtcNow().AddHours(2)));

        host.Time.Advance(TimeSpan.FromMinutes(20));
        await host.TurnAsync<WatchClocks>();
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).Select(alert => (alert.CounterAdapterCode, alert.CaseNumber)).ShouldBe([("H14", "2026-000001")]);
        (await AlertsAsync(host, "H37")).ShouldBeEmpty();
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Processing);

        host.Time.Advance(TimeSpan.FromMinutes(101));
        await host.TurnAsync<TendAlerts>();
        await host.TurnAsync<TendAlerts>();

        var opened = (await AlertsAsync(host, "H37")).ShouldHaveSingleItem();
        (opened.CaseNumber, opened.OpenItems, opened.OpenedAt, opened.Version).ShouldBe(("2026-000002", 1, host.Time.GetUtcNow(), 1));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_ends_within_the_outage_is_told_to_nobody(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        await AnnounceAsync(host, new(null, "H37", null, host.Time.GetUtcNow().AddHours(2)));
        host.Time.Advance(TimeSpan.FromMinutes(20));
        await host.TurnAsync<WatchClocks>();
        var due = (await host.DeliveryAsync(host.Queues.Deliveries("H37")[0].DeliveryId)).ProcessingDue;

        await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[0], AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(2));
        await host.TurnAsync<TendAlerts>();

        (await AlertsAsync(host)).ShouldBeEmpty();
        due.ShouldBe(new DateTimeOffset(2026, 11, 24, 3, 15, 0, TimeSpan.Zero));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_outage_that_is_ended_before_its_time_or_has_not_begun_mutes_nothing(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync(new Draft());
        var now = host.Time.GetUtcNow();
        var ended = await AnnounceAsync(host, new(null, "H37", null, now.AddHours(2)));
        await AnnounceAsync(host, new(null, "H37", now.AddHours(1), now.AddHours(2)));

        (await host.Get<OutageDesk>().EndAsync(ended, "operator:test", "done", Cancellation)).ShouldBeTrue();
        (await host.Get<OutageDesk>().EndAsync(ended, "operator:test", "done", Cancellation)).ShouldBeFalse();
        host.Time.Advance(TimeSpan.FromMinutes(20));
        await host.TurnAsync<WatchClocks>();

        (await AlertsAsync(host)).Count.ShouldBe(1);
        (await host.Get<OutageDesk>().ListAsync(all: false, Cancellation)).Count.ShouldBe(1);
        (await host.Get<OutageDesk>().ListAsync(all: true, Cancellation)).Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_over_by_itself_is_listed_and_ended_no_more(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var until = host.Time.GetUtcNow().AddHours(2);
        var id = await AnnounceAsync(host, new(null, "H37", null, until));
        host.Time.SetUtcNow(until.AddMilliseconds(-1));
        (await host.Get<OutageDesk>().ListAsync(all: false, Cancellation)).ShouldHaveSingleItem();

        host.Time.SetUtcNow(until);

        (await host.Get<OutageDesk>().ListAsync(all: true, Cancellation)).ShouldBeEmpty();
        (await host.Get<OutageDesk>().EndAsync(id, "operator:test", "done", Cancellation)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(AlertKinds.NotArrived, "agency", true)]
    [InlineData(AlertKinds.NotArrived, "adapter", true)]
    [InlineData(AlertKinds.NotArrived, "sender", false)]
    [InlineData(AlertKinds.Returned, "agency", false)]
    [InlineData(AlertKinds.SubmissionRefused, "sender", false)]
    public void An_outage_covers_only_what_it_explains(string kind, string whose, bool covers)
    {
        var (sender, receiver) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var finding = Axis.Contracts.Errors.Finding.Refuse(Axis.Contracts.Errors.ErrorCatalogue.ContentMissing, "");
        var alert = AlertRow.New(kind, "key", "G22", finding, DateTimeOffset.UnixEpoch) with { AgencyId = sender, CounterpartId = receiver, CounterAdapterCode = "H37" };

        Outage(whose switch { "agency" => receiver, "sender" => sender, _ => null }, whose == "adapter" ? "H37" : null).Covers(alert).ShouldBe(covers);
    }

    [Fact]
    public async Task A_refused_status_is_told_until_it_is_not_met_again_for_a_week()
    {
        await using var host = await FlowHost.StartAsync();
        await host.SubmitAsync(new Draft { Status = "01", To = ["X99"] });
        host.Time.Advance(TimeSpan.FromDays(6));
        await host.TurnAsync<TendAlerts>();
        (await AlertsAsync(host)).ShouldHaveSingleItem().ClosedAt.ShouldBeNull();

        host.Time.Advance(TimeSpan.FromDays(2));
        await host.TurnAsync<TendAlerts>();

        // Whoever is told of alerts is told that it is over.
        (await AlertsAsync(host)).ShouldHaveSingleItem().ClosedAt.ShouldBe(host.Time.GetUtcNow());
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.SubmitAsync(new Draft { Number = "2", Status = "01", To = ["X99"] });
        (await AlertsAsync(host)).Select(alert => (alert.CaseNumber, alert.ClosedAt is null)).ShouldBe([("2026-000002", true), ("2026-000001", false)]);
    }

    private static async Task<Guid> AnnounceAsync(FlowHost host, OutageOrder order)
    {
        var (id, errors) = await new OutageDesk(host.Get<IDatabase>(), host.Nation, host.Time).AnnounceAsync(order, "operator:test", "bảo trì", Cancellation);
        errors.ShouldBeEmpty();
        return id!.Value;
    }

    private static OutageRow Outage(Guid? agency, string? adapter) => new()
    {
        OutageId = Guid.CreateVersion7(), AgencyId = agency, AdapterCode = adapter, FromAt = DateTimeOffset.UnixEpoch, ToAt = DateTimeOffset.UnixEpoch.AddDays(1), Reason = "x", AnnouncedBy = "x",
        AnnouncedAt = DateTimeOffset.UnixEpoch,
    };

    private static Task<IReadOnlyList<AlertView>> AlertsAsync(FlowHost host, string? adapter = null) => host.Get<AlertStore>().ListAsync(adapter, 100, Cancellation);
}
