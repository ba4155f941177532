using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Clocks;
using Axis.Hub.Watch.Outages;

namespace Axis.Hub.Tests.Watch;

/// <summary>Agencies say themselves when they will be away, through the adapter that serves them.</summary>
public class AgencyOutageTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task An_agency_announces_sees_and_ends_its_own_outage_and_it_mutes_what_blames_it(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var outages = await RegisterAsync(host);
        await host.SubmitOneAsync(new Draft());
        var request = new OutageRequest("H37", host.Time.GetUtcNow().AddHours(2), "Nâng cấp máy chủ", By: "Lê Văn C");

        var announced = (await outages.AnnounceAsync("H37", request, Cancellation)).Outage.ShouldNotBeNull();
        (await outages.AnnounceAsync("H37", request, Cancellation)).Outage.ShouldBe(announced);
        announced.ShouldBe(new(announced.Id, "H37", host.Time.GetUtcNow(), request.To, "Nâng cấp máy chủ", "agency:H37 Lê Văn C"));
        (await outages.ListAsync("H37", Cancellation)).Items.ShouldBe([announced]);
        (await outages.ListAsync("H14", Cancellation)).Items.ShouldBeEmpty();

        host.Time.Advance(TimeSpan.FromMinutes(20));
        await host.TurnAsync<WatchClocks>();
        await host.TurnAsync<TendAlerts>();
        (await host.Get<AlertStore>().ListAsync(null, 100, Cancellation)).ShouldBeEmpty();

        (await outages.EndAsync("H14", announced.Id, new("H14"), Cancellation))!.Code.ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        (await outages.EndAsync("H37", announced.Id, new("H37", "Lê Văn C"), Cancellation)).ShouldBeNull();
        (await outages.EndAsync("H37", announced.Id, new("H37", "Lê Văn C"), Cancellation)).ShouldBeNull();
        await host.TurnAsync<TendAlerts>();

        (await outages.ListAsync("H37", Cancellation)).Items.ShouldBeEmpty();
        (await host.Get<AlertStore>().ListAsync(null, 100, Cancellation)).ShouldHaveSingleItem().CounterAdapterCode.ShouldBe("H37");
        (await host.Get<OutageDesk>().ListAsync(all: true, Cancellation)).ShouldHaveSingleItem().EndedBy.ShouldBe("agency:H37 Lê Văn C");
    }

    public static TheoryData<string, OutageRequest, string> Refused => new()
    {
        { "H14", Request("H37"), "AXS-4001" },
        { "H37", Request("X99"), "AXS-4001" },
        { "H37", Request("H37") with { Reason = " " }, "AXS-4006" },
        { "H37", Request("H37") with { Reason = new string('x', 1001) }, "AXS-8208" },
        { "H37", Request("H37") with { By = new string('x', 121) }, "AXS-8207" },
        { "H37", Request("H37") with { To = Start }, "AXS-8209" },
        { "H37", Request("H37") with { From = Start.AddHours(3), To = Start.AddHours(2) }, "AXS-8209" },
        { "H37", Request("H37") with { To = Start.AddDays(32) }, "AXS-8209" },
        { "H37", Request("H37.02") with { WholeAdapter = true }, "AXS-8210" },
    };

    private static DateTimeOffset Start => new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(Refused))]
    public async Task What_cannot_be_an_outage_is_refused_and_nothing_is_kept(string adapter, OutageRequest request, string code)
    {
        await using var host = await FlowHost.StartAsync();
        var outages = await RegisterAsync(host);

        (await outages.AnnounceAsync(adapter, request, Cancellation)).Objection!.Code.ShouldBe(code);

        (await host.Get<OutageDesk>().ListAsync(all: true, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outage_of_the_whole_adapter_is_announced_by_the_agency_that_has_it_and_ended_by_any_that_it_serves()
    {
        await using var host = await FlowHost.StartAsync();
        var outages = await RegisterAsync(host);

        var announced = (await outages.AnnounceAsync("H37", Request("H37") with { WholeAdapter = true }, Cancellation)).Outage.ShouldNotBeNull();

        announced.Agency.ShouldBeNull();
        (await outages.ListAsync("H37", Cancellation)).Items.ShouldBe([announced]);
        (await host.Get<OutageDesk>().ListAsync(all: false, Cancellation)).ShouldHaveSingleItem().AdapterCode.ShouldBe("H37");
        (await outages.EndAsync("H37", announced.Id, new("H37.02"), Cancellation)).ShouldBeNull();
        (await outages.ListAsync("H37", Cancellation)).Items.ShouldBeEmpty();
    }

    private static OutageRequest Request(string agency) => new(agency, Start.AddHours(2), "bảo trì");

    /// <summary>The outages of a nation that is also in the ledger, where outages are read with the agencies' codes.</summary>
    private static async Task<AgencyOutages> RegisterAsync(FlowHost host)
    {
        await host.Get<IDatabase>().WriteAsync("test", (session, token) => session.ExecuteAsync(
            RegistrySql.InsertAgencies, new { rows = SqlJson.Write([.. host.Nation.Registry.Agencies.Select(RowOf)]) }, token), Cancellation);
        return host.Get<AgencyOutages>();
    }

    private static AgencyRow RowOf(AgencyEntry agency) => new()
    {
        AgencyId = agency.AgencyId, Code = agency.Code, NameVi = agency.NameVi, NameEn = agency.NameEn, Kind = agency.Kind, ChangedAt = agency.ChangedAt,
    };
}
