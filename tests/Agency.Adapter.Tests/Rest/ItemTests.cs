using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Contracts.Why;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Rest;

public class ItemTests
{
    [Fact]
    public async Task Shows_a_key_the_items_of_its_agencies_and_of_those_beneath_them_and_no_other()
    {
        await using var rig = await AdapterRig.StartAsync();
        var province = Entry("H37");
        rig.Hub.Agencies.AddRange([Entry("G22"), province, Entry("H37.02", province)]);
        await rig.StartAgainAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        await Until.Async(async () => (await h37.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 3);
        rig.Hub.Items.AddRange([Item("G22", OpenItemList.SendErrors), Item("H37.02", OpenItemList.Backlog), Item("H37", OpenItemList.NoReply)]);

        var page = await h37.ReadAsync("v1/items");

        Agencies(page["items"]!).ShouldBe(["H37.02", "H37"]);
        Agencies(page["counts"]!).ShouldBe(["H37.02", "H37"]);
        Agencies((await both.ReadAsync("v1/items"))["items"]!).ShouldBe(["G22", "H37.02", "H37"]);
        Agencies((await both.ReadAsync("v1/items?agency=H37&list=backlog"))["items"]!).ShouldBe(["H37.02"]);
        var why = page["items"]![0]!["why"]!;
        (why["party"]!.GetValue<string>(), why["vietnamese"]!.GetValue<string>()).ShouldBe(("agency", "Vì sao."));
        page["items"]![0]!["can"]!.AsArray().Select(act => act!.GetValue<string>()).ShouldBe(["promise", "wait"]);
        (await h37.ReadAsync("v1/items?list=all", HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.MemberInvalid.Code);
        (await h37.ReadAsync("v1/items?agency=G22", HttpStatusCode.NotFound))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.AgencyNotOfKey.Code);
    }

    [Fact]
    public async Task Pages_through_refusals_and_deliveries_by_the_cursor_of_the_page_before()
    {
        await using var rig = await AdapterRig.StartAsync();
        rig.Hub.Agencies.AddRange([Entry("G22"), Entry("H37")]);
        await rig.StartAgainAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await Until.Async(async () => (await g22.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 2);
        rig.Hub.Items.AddRange(Enumerable.Range(0, 505).Select(place =>
            Item("G22", OpenItemList.SendErrors) with { Kind = place < 503 ? StatementItemKind.RefusedSubmission : StatementItemKind.Delivery }));

        var first = await g22.ReadAsync("v1/items?limit=500");
        var second = await g22.ReadAsync($"v1/items?limit=500&after={first["next"]}");

        (Ids(first).Length, first["counts"]![0]!["sendErrors"]!.GetValue<int>(), second["next"]).ShouldBe((500, 505, null));
        Ids(first).Concat(Ids(second)).ShouldBe(rig.Hub.Items.Select(item => item.Id));
        second["items"]!.AsArray().Select(item => item!["kind"]!.GetValue<string>()).ShouldBe(["refusedSubmission", "refusedSubmission", "refusedSubmission", "delivery", "delivery"]);

        static Guid[] Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>())];
    }

    [Fact]
    public async Task Acts_in_the_name_of_the_keys_agency_or_of_one_beneath_it()
    {
        await using var rig = await AdapterRig.StartAsync();
        var province = Entry("H37");
        rig.Hub.Agencies.AddRange([Entry("G22"), province, Entry("H37.02", province)]);
        await rig.StartAgainAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        await Until.Async(async () => (await h37.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 3);
        var item = Guid.CreateVersion7();

        await ActAsync(h37, item, new { act = "promise", promisedOn = "2026-11-26", note = "sửa máy", by = "Lê Văn C" }, HttpStatusCode.NoContent);
        await ActAsync(h37, item, new { act = "close", agency = "H37.02", note = "trùng" }, HttpStatusCode.NoContent);

        rig.Hub.Acts.ShouldBe(
        [
            (item, new ActRequest(ItemAct.Promise, "H37", "sửa máy", new DateOnly(2026, 11, 26), "Lê Văn C")),
            (item, new ActRequest(ItemAct.Close, "H37.02", "trùng")),
        ]);
        await ActAsync(both, item, new { act = "resend" }, (HttpStatusCode)ErrorCatalogue.AgencyNotNamed.HttpStatus, ErrorCatalogue.AgencyNotNamed.Code);
        await ActAsync(h37, item, new { act = "resend", agency = "G22" }, HttpStatusCode.NotFound, ErrorCatalogue.AgencyNotOfKey.Code);
        await ActAsync(h37, item, new { note = "x" }, (HttpStatusCode)ErrorCatalogue.MemberMissing.HttpStatus, ErrorCatalogue.MemberMissing.Code);
        rig.Hub.GoAway();
        await ActAsync(h37, item, new { act = "resend" }, HttpStatusCode.ServiceUnavailable, ErrorCatalogue.HubAway.Code);
        rig.Hub.Acts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Shows_what_a_merged_agency_left_open_to_its_successors_key_which_acts_on_it_and_to_no_other()
    {
        await using var rig = await AdapterRig.StartAsync();
        var merged = Entry("H14") with { Aliases = [new("H14", "code") { Successor = "H37", SuccessorFrom = TimeProvider.System.GetUtcNow().AddDays(-1) }] };
        rig.Hub.Agencies.AddRange([Entry("G22"), Entry("H37"), merged]);
        await rig.StartAgainAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await Until.Async(async () => (await h37.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 3);
        rig.Hub.Items.Add(Item("H14", OpenItemList.Backlog));

        var page = await h37.ReadAsync("v1/items");

        Agencies(page["items"]!).ShouldBe(["H14"]);
        Agencies(page["counts"]!).ShouldBe(["H14"]);
        Agencies((await g22.ReadAsync("v1/items"))["items"]!).ShouldBeEmpty();
        await ActAsync(h37, rig.Hub.Items[0].Id, new { act = "wait", agency = "H14", note = "chờ bàn giao" }, HttpStatusCode.NoContent);
        rig.Hub.Acts.ShouldHaveSingleItem().Request.Agency.ShouldBe("H14");
        await ActAsync(g22, rig.Hub.Items[0].Id, new { act = "wait", agency = "H14", note = "x" }, HttpStatusCode.NotFound, ErrorCatalogue.AgencyNotOfKey.Code);
    }

    public static TheoryData<string, FailCause?, bool, string?> States => new()
    {
        { "INITIAL", null, true, "not-taken" },
        { "PROCESSING", null, true, "not-fetched" },
        { "DONE", null, true, "not-answered" },
        { "DONE", null, false, null },
        { "FAIL", FailCause.Agency, false, "failed-by-agency" },
        { "FAIL", null, false, null },
        { "VOID", null, false, null },
    };

    [Theory, MemberData(nameof(States))]
    public async Task A_package_says_why_it_is_stuck_also_while_the_hub_is_away(string transport, FailCause? failedBy, bool isDue, string? cause)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var submission = (await g22.SubmitAsync(await Letters.WriteAsync(to: "H41")).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        await Until.Async(() => Task.FromResult(rig.Hub.Deliveries.ContainsKey((submission, "H41"))));
        var now = TimeProvider.System.GetUtcNow();
        rig.Hub.Tell(new DeliveryState(
            rig.Hub.Deliveries[(submission, "H41")], submission, Guid.CreateVersion7(), "H41", 9, transport, now, 1, Cause: "vì lỗi", FailedBy: failedBy, Due: isDue ? now.AddHours(1) : null));

        JsonNode? receiver = null;
        await Until.Async(async () => (receiver = (await g22.ReadAsync($"v1/packages/{submission}"))["receivers"]?.AsArray().FirstOrDefault())?["version"]?.GetValue<long>() == 9);

        receiver!["why"]?["cause"]?.GetValue<string>().ShouldBe(cause);
        rig.Hub.GoAway();
        (await g22.ReadAsync($"v1/packages/{submission}"))["receivers"]![0]!["why"]?["cause"]?.GetValue<string>().ShouldBe(cause);
    }

    private static async Task ActAsync(HttpClient system, Guid item, object body, HttpStatusCode status, string? code = null)
    {
        using var response = await system.PostAsJsonAsync($"v1/items/{item}/acts", body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
        if (code is not null)
        {
            (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>().ShouldBe(code);
        }
    }

    private static IEnumerable<string> Agencies(JsonNode lines) => lines.AsArray().Select(line => line!["agency"]!.GetValue<string>());

    private static OpenItem Item(string agency, OpenItemList list)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(
            StatementItemKind.Delivery, Guid.CreateVersion7(), list, agency, "7816/VPCP-TTĐT", now, new WhyStuck("agency", "not-answered", now, false, null, "Vì sao.", "Why."),
            [ItemAct.Promise, ItemAct.Wait]);
    }

    private static DirectoryAgency Entry(string code, DirectoryAgency? above = null) => new(
        Guid.CreateVersion7(), code, code, "", "province", true, [], TimeProvider.System.GetUtcNow(), above?.AgencyId);
}
