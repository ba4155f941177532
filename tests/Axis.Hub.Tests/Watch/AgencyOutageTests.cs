using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Agencies;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Operate;
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
        { "H37", Request("H37") with { To = Start.AddDays(31).AddMilliseconds(1) }, "AXS-8209" },
        { "H37", Request("H37") with { From = Start.AddHours(-2), To = Start.AddHours(-1) }, "AXS-8209" },
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

    public static TheoryData<OutageRequest, OutageRequest> Others
    {
        get
        {
            var said = Request("H37") with { From = Start.AddHours(1), By = "Lê Văn C" };
            return new()
            {
                { said, said with { Agency = "H37.02" } },
                { said, said with { WholeAdapter = true } },
                { said, said with { From = Start.AddMinutes(90) } },
                { said, said with { To = Start.AddHours(3) } },
                { said, said with { Reason = "chuyển trụ sở" } },
                { said, said with { By = "Trần Thị B" } },
            };
        }
    }

    [Theory, MemberData(nameof(Others))]
    public async Task The_same_said_again_is_the_same_outage_and_what_differs_in_anything_is_another(OutageRequest said, OutageRequest other)
    {
        await using var host = await FlowHost.StartAsync();
        var outages = await RegisterAsync(host);

        var first = (await outages.AnnounceAsync("H37", said, Cancellation)).Outage.ShouldNotBeNull();
        var second = (await outages.AnnounceAsync("H37", other, Cancellation)).Outage.ShouldNotBeNull();

        (await outages.AnnounceAsync("H37", said, Cancellation)).Outage.ShouldBe(first);
        (await outages.AnnounceAsync("H37", other, Cancellation)).Outage.ShouldBe(second);
        (first.From, first.To).ShouldBe((said.From!.Value, said.To));
        (await outages.ListAsync("H37", Cancellation)).Items.ShouldBe([first, second], ignoreOrder: true);
    }

    [Fact]
    public async Task The_longest_one_is_of_31_days_and_one_may_have_begun()
    {
        await using var host = await FlowHost.StartAsync();
        var outages = await RegisterAsync(host);

        var longest = (await outages.AnnounceAsync("H37", Request("H37") with { To = Start.AddDays(31) }, Cancellation)).Outage.ShouldNotBeNull();
        var begun = (await outages.AnnounceAsync("H37", Request("H37") with { From = Start.AddHours(-1) }, Cancellation)).Outage.ShouldNotBeNull();

        (await outages.ListAsync("H37", Cancellation)).Items.ShouldBe([begun, longest]);
        begun.From.ShouldBe(Start.AddHours(-1));
    }

    [Fact]
    public async Task Announcing_and_ending_stand_once_each_in_the_audit_trail_with_who_did_it()
    {
        await using var host = await FlowHost.StartAsync();
        var outages = await RegisterAsync(host);
        var request = Request("H37") with { By = "Lê Văn C" };

        var announced = (await outages.AnnounceAsync("H37", request, Cancellation)).Outage.ShouldNotBeNull();
        await outages.AnnounceAsync("H37", request, Cancellation);
        await outages.EndAsync("H37", announced.Id, new("H37.02", "Trần Thị B"), Cancellation);
        await outages.EndAsync("H37", announced.Id, new("H37"), Cancellation);

        (await AuditLines.ReadAsync(host.Options.Ledger["Data Source=".Length..])).Where(line => line.Action.StartsWith("outage", StringComparison.Ordinal)).ShouldBe(
        [
            ("agency:H37 Lê Văn C", "outage-announce", "H37", $"{announced.Id} until 2026-11-24 05:00:00Z: bảo trì"),
            ("agency:H37.02 Trần Thị B", "outage-end", $"{announced.Id}", ""),
        ]);
    }

    public static TheoryData<string, string, string?, string> NotTheirs => new()
    {
        // adapter, in whose name, who says so, why not
        { "H14", "H14", null, "AXS-4001" },
        { "H14", "H37", null, "AXS-4001" },
        { "H37", "H14", null, "AXS-4001" },
        { "H37", "X99", null, "AXS-4001" },
        { "H37", "H37", new string('x', 121), "AXS-8207" },
        { "H37", "H37", "Lê\nVăn C", "AXS-8207" },
    };

    [Theory, MemberData(nameof(NotTheirs))]
    public async Task Nobody_else_ends_an_outage_and_nobody_without_a_name_that_can_be_written(string adapter, string agency, string? by, string code)
    {
        await using var host = await FlowHost.StartAsync();
        var outages = await RegisterAsync(host);
        var own = (await outages.AnnounceAsync("H37", Request("H37"), Cancellation)).Outage.ShouldNotBeNull();
        var whole = (await outages.AnnounceAsync("H37", Request("H37") with { WholeAdapter = true }, Cancellation)).Outage.ShouldNotBeNull();

        (await outages.EndAsync(adapter, own.Id, new(agency, by), Cancellation))!.Code.ShouldBe(code);
        (await outages.EndAsync(adapter, whole.Id, new(agency, by), Cancellation))!.Code.ShouldBe(code);

        (await outages.ListAsync("H37", Cancellation)).Items.ShouldBe([own, whole], ignoreOrder: true);
        (await outages.ListAsync("H14", Cancellation)).Items.ShouldBeEmpty();
        (await outages.EndAsync("H37", Guid.CreateVersion7(), new("H37"), Cancellation))!.Code.ShouldBe(ErrorCatalogue.NotFoundHere.Code);
    }

    [Fact]
    public async Task What_an_operator_has_announced_is_seen_and_ended_by_the_agency_and_what_lies_beneath_it_too()
    {
        await using var host = await FlowHost.StartAsync();
        var outages = await RegisterAsync(host);
        var desk = new OutageDesk(host.Get<IDatabase>(), host.Nation, host.Time);
        var ids = new List<Guid>();
        foreach (var order in (OutageOrder[])[new("H37", null, null, Start.AddHours(2)), new("H37.02", null, null, Start.AddHours(2)), new(null, "H37", null, Start.AddHours(2))])
        {
            ids.Add((await desk.AnnounceAsync(order, "operator:test", "bão", Cancellation)).Id!.Value);
        }

        (await outages.ListAsync("H37", Cancellation)).Items.Select(outage => (outage.Id, outage.Agency, outage.AnnouncedBy)).ShouldBe(
            [(ids[0], "H37", "operator:test"), (ids[1], "H37.02", "operator:test"), (ids[2], null, "operator:test")], ignoreOrder: true);
        foreach (var id in ids)
        {
            (await outages.EndAsync("H37", id, new("H37"), Cancellation)).ShouldBeNull();
        }

        (await desk.ListAsync(all: true, Cancellation)).Select(outage => outage.EndedBy).ShouldBe(["agency:H37", "agency:H37", "agency:H37"]);
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
