using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Agency.Adapter.Served;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.Tests.Rest;

/// <summary>The check before sending: the hub's word where it answers, and what the adapter knows where it does not.</summary>
public class CheckTests
{
    [Fact]
    public async Task Tells_without_the_hub_what_was_sent_before()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var package = await Letters.WriteAsync();
        await SendAsync(g22, package);
        rig.Hub.GoAway();

        var same = await CheckAsync(g22, package);
        var mended = await CheckAsync(g22, await Letters.WriteAsync(Letters.Draft(files: ("Khác.pdf", Letters.Pdf))));
        var other = await CheckAsync(g22, await Letters.WriteAsync(number: 7817));

        State(same, "R9").ShouldBe("FAILED");
        Codes(same, "R9").ShouldBe(["AXS-1009", "AXS-1044"]);
        Codes(mended, "R9").ShouldBe(["AXS-1009", "AXS-1047"]);
        State(other, "R9").ShouldBe("PASSED");
        State(other, "R5").ShouldBe("PASSED");
        foreach (var rule in new[] { "R1", "R10" })
        {
            State(other, rule).ShouldBe("NOT_CHECKED", rule);
        }

        other["hubAnswered"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Tells_a_repeat_of_what_still_waits_here()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.GoAway();
        var package = await Letters.WriteAsync();
        var id = (await g22.SubmitAsync(package).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<string>();

        var list = await CheckAsync(g22, package);

        State(list, "R9").ShouldBe("FAILED");
        Result(list, "R9")["findings"]![0]!["english"]!.GetValue<string>().ShouldContain(id);
    }

    [Theory]
    [InlineData("FAIL", null, "AXS-1046")]
    [InlineData("DONE", "02", null)]
    [InlineData("VOID", null, null)]
    public async Task Lets_go_again_what_nobody_has(string transport, string? business, string? code)
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var package = await Letters.WriteAsync();
        var id = await SendAsync(g22, package);
        await Until.Async(() => rig.Hub.Deliveries.ContainsKey((id, "H37")));
        rig.Hub.Tell(new(rig.Hub.Deliveries[(id, "H37")], id, id, "H37", 7, transport, TimeProvider.System.GetUtcNow(), 1, business));
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]![0]!["transport"]?.GetValue<string>() == transport);
        rig.Hub.GoAway();

        var list = await CheckAsync(g22, package);

        State(list, "R9").ShouldBe("PASSED");
        Codes(list, "R9").ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Warns_without_the_hub_of_a_document_id_that_another_document_has()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await SendAsync(g22, await Letters.WriteAsync());
        rig.Hub.GoAway();
        var draft = Letters.Draft(number: 7817);

        var list = await CheckAsync(g22, await Letters.WriteAsync(draft with { Header = draft.Header with { DocumentId = "G22,2026/11/23,7816/VPCP-TTĐT" } }));

        State(list, "R9").ShouldBe("WARNED");
        Codes(list, "R9").ShouldBe(["AXS-1045"]);
    }

    [Fact]
    public async Task Knows_receivers_by_the_directory_while_the_hub_is_away()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.GoAway();

        Codes(await CheckAsync(g22, await Letters.WriteAsync(to: "H99")), "R5").ShouldBe(["AXS-1004", "AXS-1010"]);
        Codes(await CheckAsync(g22, await Letters.WriteAsync(to: "H38")), "R5").ShouldBe(["AXS-1005", "AXS-1010"]);
        Codes(await CheckAsync(g22, await Letters.WriteAsync(to: "H40")), "R5").ShouldBe(["AXS-1004", "AXS-1010"]);
        State(await CheckAsync(g22, await Letters.WriteAsync(to: "000.00.00.H37")), "R5").ShouldBe("PASSED");
    }

    [Fact]
    public async Task Judges_an_amendment_by_what_was_sent_here_and_leaves_the_rest_to_the_hub()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await SendAsync(g22, await Letters.WriteAsync());
        rig.Hub.GoAway();

        State(await CheckAsync(g22, await RecallAsync("H37", "G22,2026/11/23,7816/VPCP-TTĐT")), "R11").ShouldBe("PASSED");
        Codes(await CheckAsync(g22, await RecallAsync("H41", "G22,2026/11/23,7816/VPCP-TTĐT")), "R11").ShouldBe(["AXS-2204"]);
        State(await CheckAsync(g22, await RecallAsync("H37", "G22,2026/11/23,1/VPCP-TTĐT")), "R11").ShouldBe("NOT_CHECKED");
    }

    [Fact]
    public async Task Knows_who_has_a_document_that_was_sent_to_an_agency_before_it_was_merged()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await SendAsync(g22, await Letters.WriteAsync());
        var merged = rig.Hub.Agencies.FindIndex(agency => agency.Code == "H37");
        rig.Hub.Agencies[merged] = rig.Hub.Agencies[merged] with { Aliases = [new DirectoryAlias("H37", "qd20") { Successor = "H41" }] };
        await rig.Services.GetRequiredService<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        rig.Hub.GoAway();

        State(await CheckAsync(g22, await RecallAsync("H37", "G22,2026/11/23,7816/VPCP-TTĐT")), "R11").ShouldBe("PASSED");
        State(await CheckAsync(g22, await RecallAsync("H41", "G22,2026/11/23,7816/VPCP-TTĐT")), "R11").ShouldBe("PASSED");
    }

    [Fact]
    public async Task Believes_the_hub_in_what_only_it_can_know()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.Opinion = Checklist.Empty.With(CheckResult.Of(CheckRule.R1, [])).With(CheckResult.Of(CheckRule.R5, []))
            .With(CheckResult.Of(CheckRule.R9, [Finding.Refuse(ErrorCatalogue.AlreadySent, "", "H99", Guid.Empty)]));

        var list = await CheckAsync(g22, await Letters.WriteAsync(to: "H99"));

        State(list, "R1").ShouldBe("PASSED");
        State(list, "R5").ShouldBe("PASSED");
        State(list, "R9").ShouldBe("FAILED");
        list["passed"]!.GetValue<bool>().ShouldBeFalse();
        list["hubAnswered"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Keeps_to_what_the_hand_over_itself_would_refuse()
    {
        await using var rig = await StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        rig.Hub.Opinion = Checklist.Empty.With(CheckResult.Of(CheckRule.R4, []));

        Codes(await CheckAsync(h37, await Letters.WriteAsync(from: "G22", to: "H41")), "R4").ShouldBe(["AXS-1003"]);
    }

    [Fact]
    public async Task Sends_no_secret_to_the_hub_to_be_checked()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var draft = Letters.Draft();

        var list = await CheckAsync(g22, await Letters.WriteAsync(draft with { Header = draft.Header with { Subject = "(TỐI MẬT) V/v quốc phòng" } }));

        Codes(list, "R8").ShouldContain("AXS-2301");
        rig.Hub.OpinionsAsked.ShouldBe(0);
        await CheckAsync(g22, await Letters.WriteAsync());
        rig.Hub.OpinionsAsked.ShouldBe(1);
    }

    [Fact]
    public async Task Names_what_is_suspended_and_what_took_an_old_codes_place_while_the_hub_is_away()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.Agencies.AddRange(
        [
            Agency("H50", active: false) with { SuspendedSince = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero) },
            Agency("H51", adapter: "OFF") with { AdapterSuspendedSince = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero) },
            Agency("H52") with { Aliases = [new DirectoryAlias("H52", "qd20") { Successor = "H41" }] },
        ]);
        await rig.Services.GetRequiredService<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        rig.Hub.GoAway();

        (await CheckAsync(g22, await Letters.WriteAsync(to: "H50"))).ToJsonString().ShouldContain("Receiver H50 is suspended since 10:00 22/11/2026.");
        Codes(await CheckAsync(g22, await Letters.WriteAsync(to: "H51")), "R5").ShouldBe(["AXS-1049", "AXS-1010"]);
        Codes(await CheckAsync(g22, await Letters.WriteAsync(to: "H52")), "R5").ShouldBe(["AXS-1043"]);
    }

    [Fact]
    public async Task Checks_what_is_sent_for_an_agency_that_delegates()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var from = TimeProvider.System.GetUtcNow().AddDays(-1);
        var adapter = rig.Services.GetRequiredService<AdapterOptions>().Code;
        rig.Hub.Agencies.AddRange(
        [
            Agency("H60", adapter: "H60") with { Delegations = [new DirectoryDelegation(adapter, from, null, ["cong-van"])] },
            Agency("H61", adapter: "H61") with { Delegations = [new DirectoryDelegation(adapter, from, null, ["thong-bao"])] },
        ]);
        await rig.Services.GetRequiredService<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        rig.Hub.GoAway();

        State(await CheckAsync(g22, await Letters.WriteAsync(from: "H60")), "R4").ShouldBe("PASSED");
        Codes(await CheckAsync(g22, await Letters.WriteAsync(from: "H61")), "R4").ShouldBe(["AXS-1042"]);
    }

    [Fact]
    public async Task Names_a_sender_that_is_suspended_or_has_an_old_code_while_the_hub_is_away()
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.Agencies.Add(Agency("H52") with { Aliases = [new DirectoryAlias("H52", "qd20") { Successor = "G22" }] });
        await ReadAsync();
        rig.Hub.GoAway();

        var renamed = await CheckAsync(g22, await Letters.WriteAsync(from: "H52"));
        State(renamed, "R4").ShouldBe("WARNED");
        Codes(renamed, "R4").ShouldBe(["AXS-1043"]);

        rig.Hub.ComeBack();
        var sender = rig.Hub.Agencies.FindIndex(agency => agency.Code == "G22");
        rig.Hub.Agencies[sender] = rig.Hub.Agencies[sender] with { Active = false, SuspendedSince = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero) };
        await ReadAsync();
        rig.Hub.GoAway();
        (await CheckAsync(g22, await Letters.WriteAsync())).ToJsonString().ShouldContain("The sending agency G22 is suspended since 10:00 22/11/2026.");

        Task ReadAsync() => rig.Services.GetRequiredService<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("AXS-1015")]
    [InlineData("AXS-1048")]
    public async Task Tells_that_the_adapter_is_suspended(string code)
    {
        await using var rig = await StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.NoOpinion = Finding.Refuse(ErrorCatalogue.All[code], "", "A1", "10:00 22/11/2026");

        Codes(await CheckAsync(g22, await Letters.WriteAsync()), "R1").ShouldBe([code]);
    }

    private static async Task<AdapterRig> StartAsync()
    {
        var rig = await AdapterRig.StartAsync();
        rig.Hub.Agencies.AddRange([Agency("G22"), Agency("H37", aliases: "000.00.00.H37"), Agency("H41"), Agency("H38", active: false), Agency("H40", adapter: null)]);
        await rig.Services.GetRequiredService<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        return rig;
    }

    private static DirectoryAgency Agency(string code, bool active = true, string? adapter = "A1", params string[] aliases) => new(
        Guid.CreateVersion7(), code, code, "", "unit", active, [.. aliases.Select(alias => new DirectoryAlias(alias, "Qcvn102"))],
        TimeProvider.System.GetUtcNow(), null, adapter);

    private static Task<byte[]> RecallAsync(string to, string documentId) => Letters.WriteAsync(Letters.Draft(to: to) with
    {
        Business = new() { DocType = BusinessDocType.Recall, Reason = "Gửi nhầm đơn vị nhận", DocumentId = documentId },
    });

    private static async Task<Guid> SendAsync(HttpClient http, byte[] package)
    {
        var id = (await http.SubmitAsync(package).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        await Until.Async(async () => (await http.ReadAsync($"v1/packages/{id}"))["state"]!.GetValue<string>() == "accepted");
        return id;
    }

    internal static async Task<JsonNode> CheckAsync(HttpClient http, byte[] package)
    {
        using var content = new ByteArrayContent(package);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        return await http.PostAsync(new Uri("v1/packages/check", UriKind.Relative), content, TestContext.Current.CancellationToken).JsonAsync(HttpStatusCode.OK);
    }

    private static JsonNode Result(JsonNode list, string rule) => list["results"]!.AsArray().Single(result => result!["rule"]!.GetValue<string>() == rule)!;

    private static string State(JsonNode list, string rule) => Result(list, rule)["state"]!.GetValue<string>();

    internal static string[] Codes(JsonNode list, string rule) => [.. Result(list, rule)["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>())];
}
