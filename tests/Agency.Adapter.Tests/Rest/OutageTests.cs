using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.Tests.Rest;

public class OutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_announces_sees_and_ends_the_outages_of_its_agencies_and_no_others()
    {
        await using var rig = await AdapterRig.StartAsync();
        rig.Hub.Agencies.AddRange([Entry("G22"), Entry("H37")]);
        await rig.StartAgainAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await Until.Async(async () => (await h37.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 2);

        var announced = await PostAsync(h37, "v1/outages", new { to = "2027-01-04T00:00:00Z", reason = "Nâng cấp máy chủ", by = "Lê Văn C" }, HttpStatusCode.OK);
        await PostAsync(g22, "v1/outages", new { to = "2027-01-04T00:00:00Z", reason = "Chuyển trụ sở", wholeAdapter = true }, HttpStatusCode.OK);

        (announced["agency"]!.GetValue<string>(), announced["announcedBy"]!.GetValue<string>()).ShouldBe(("H37", "agency:H37 Lê Văn C"));
        Agencies(await h37.ReadAsync("v1/outages")).ShouldBe(["H37", null]);
        Agencies(await g22.ReadAsync("v1/outages")).ShouldBe([null]);
        await PostAsync(g22, $"v1/outages/{announced["id"]}/end", new { }, HttpStatusCode.NotFound, ErrorCatalogue.NotFoundHere);
        rig.Hub.Outages.Count.ShouldBe(2);
        await PostAsync(h37, $"v1/outages/{announced["id"]}/end", new { by = "Lê Văn C" }, HttpStatusCode.NoContent);
        Agencies(await h37.ReadAsync("v1/outages")).ShouldBe([null]);
        rig.Hub.OutagesEnded.ShouldBe([new("H37", "Lê Văn C")]);
    }

    [Fact]
    public async Task A_key_speaks_for_its_agencies_and_those_beneath_them_and_for_no_other()
    {
        await using var rig = await AdapterRig.StartAsync();
        var province = Entry("H37");
        rig.Hub.Agencies.AddRange([Entry("G22"), province, Entry("H37.02", province)]);
        await rig.StartAgainAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        await Until.Async(async () => (await h37.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 3);
        var ofH37 = new PlannedOutage(Guid.CreateVersion7(), "H37", TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddHours(1), "bão", "operator:test");
        rig.Hub.Outages.Add(ofH37);

        var beneath = await PostAsync(
            h37, "v1/outages", new { agency = "H37.02", from = "2027-01-03T00:00:00Z", to = "2027-01-04T00:00:00Z", reason = "bảo trì" }, HttpStatusCode.OK);
        await PostAsync(g22, "v1/outages", new { agency = "H37", to = "2027-01-04T00:00:00Z", reason = "x" }, HttpStatusCode.NotFound, ErrorCatalogue.AgencyNotOfKey);
        await PostAsync(g22, $"v1/outages/{ofH37.Id}/end", new { agency = "H37" }, HttpStatusCode.NotFound, ErrorCatalogue.AgencyNotOfKey);
        await PostAsync(both, $"v1/outages/{ofH37.Id}/end", new { }, (HttpStatusCode)ErrorCatalogue.AgencyNotNamed.HttpStatus, ErrorCatalogue.AgencyNotNamed);
        await PostAsync(g22, $"v1/outages/{beneath["id"]}/end", new { }, HttpStatusCode.NotFound, ErrorCatalogue.NotFoundHere);

        rig.Hub.OutagesEnded.ShouldBeEmpty();
        (rig.Hub.Outages[1].Agency, rig.Hub.Outages[1].From).ShouldBe(("H37.02", new DateTimeOffset(2027, 1, 3, 0, 0, 0, TimeSpan.Zero)));
        Agencies(await both.ReadAsync("v1/outages?agency=G22")).ShouldBeEmpty();
        Agencies(await both.ReadAsync("v1/outages")).ShouldBe(["H37", "H37.02"]);
        await PostAsync(h37, $"v1/outages/{beneath["id"]}/end", new { agency = "H37.02" }, HttpStatusCode.NoContent);
        await PostAsync(both, $"v1/outages/{ofH37.Id}/end", new { agency = "H37" }, HttpStatusCode.NoContent);
        rig.Hub.OutagesEnded.ShouldBe([new("H37.02"), new("H37")]);
    }

    [Fact]
    public async Task What_says_too_little_is_refused_here_and_the_hub_that_is_away_is_told()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var both = rig.Client(AdapterRig.KeyOfBoth);

        await PostAsync(both, "v1/outages", new { agency = "H37", reason = "x" }, HttpStatusCode.UnprocessableEntity, ErrorCatalogue.MemberMissing);
        await PostAsync(both, "v1/outages", new { agency = "H37", to = "2027-01-04T00:00:00Z" }, HttpStatusCode.UnprocessableEntity, ErrorCatalogue.MemberMissing);
        await PostAsync(both, "v1/outages", new { to = "2027-01-04T00:00:00Z", reason = "x" }, (HttpStatusCode)ErrorCatalogue.AgencyNotNamed.HttpStatus, ErrorCatalogue.AgencyNotNamed);
        rig.Hub.Outages.ShouldBeEmpty();
        rig.Hub.GoAway();
        await PostAsync(both, "v1/outages", new { agency = "H37", to = "2027-01-04T00:00:00Z", reason = "x" }, HttpStatusCode.ServiceUnavailable, ErrorCatalogue.HubAway);
        await PostAsync(both, $"v1/outages/{Guid.CreateVersion7()}/end", new { agency = "H37" }, HttpStatusCode.ServiceUnavailable, ErrorCatalogue.HubAway);
        (await both.ReadAsync("v1/outages", HttpStatusCode.ServiceUnavailable))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.HubAway.Code);
    }

    private static async Task<JsonNode> PostAsync(HttpClient system, string address, object body, HttpStatusCode status, ErrorEntry? refusal = null)
    {
        using var response = await system.PostAsJsonAsync(address, body, Cancellation);
        response.StatusCode.ShouldBe(status);
        var answer = status == HttpStatusCode.NoContent ? new JsonObject() : (await response.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        (answer["code"]?.GetValue<string>()).ShouldBe(refusal?.Code);
        return answer;
    }

    private static string?[] Agencies(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!["agency"]?.GetValue<string>())];

    private static DirectoryAgency Entry(string code, DirectoryAgency? parent = null) =>
        new(Guid.CreateVersion7(), code, code, "", "province", true, [], TimeProvider.System.GetUtcNow(), parent?.AgencyId);
}
