using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.Tests.Rest;

public class ReconciliationTests
{
    [Fact]
    public async Task Compares_a_day_now_and_shows_a_key_what_concerns_its_agencies()
    {
        await using var rig = await AdapterRig.StartAsync();
        rig.Hub.Differences.AddRange([Of("G22", ErrorCatalogue.BooksArrivedMissing), Of("H37", ErrorCatalogue.BooksSentOtherBytes), Of(null, ErrorCatalogue.BooksDeliveryUnknownToHub)]);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var both = rig.Client(AdapterRig.KeyOfBoth);

        var mine = await g22.PostAsync("v1/reconciliations/2026-11-24", null, TestContext.Current.CancellationToken).JsonAsync(HttpStatusCode.OK);
        mine["differences"]!.AsArray().Select(one => one!["code"]!.GetValue<string>()).ShouldBe(["AXS-8512", "AXS-8513"]);
        (mine["missing"]!.GetValue<int>(), mine["extra"]!.GetValue<int>(), mine["different"]!.GetValue<int>()).ShouldBe((1, 1, 0));
        mine["differences"]![0]!["vietnamese"]!.GetValue<string>().ShouldBe(ErrorCatalogue.BooksArrivedMissing.Vietnamese);
        (mine["differences"]![0]!["acts"]!.GetValue<string>(), mine["differences"]![0]!["healsByItself"]!.GetValue<bool>()).ShouldBe(("agency", false));

        // Kept: the hub is not asked for it again, nor needed.
        rig.Hub.GoAway();
        var kept = await both.ReadAsync("v1/reconciliations?from=2026-11-01&to=2026-11-30");
        kept["items"]!.AsArray().ShouldHaveSingleItem()!["differences"]!.AsArray().Count.ShouldBe(3);
        (await both.ReadAsync("v1/reconciliations?from=2026-11-25&to=2026-11-30"))["items"]!.AsArray().ShouldBeEmpty();
        (await both.ReadAsync("v1/reconciliations?from=today", HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.MemberInvalid.Code);
        (await g22.PostAsync("v1/reconciliations/2026-11-24", null, TestContext.Current.CancellationToken).JsonAsync(HttpStatusCode.ServiceUnavailable))["code"]!
            .GetValue<string>().ShouldBe(ErrorCatalogue.HubAway.Code);
    }

    [Fact]
    public async Task Closes_a_difference_with_a_reason_in_the_name_of_the_keys_agency_which_has_to_be_its_own()
    {
        await using var rig = await AdapterRig.StartAsync();
        var (ofG22, ofNobody) = (Of("G22", ErrorCatalogue.BooksArrivedMissing), Of(null, ErrorCatalogue.BooksAdapterBehind));
        rig.Hub.Differences.AddRange([ofG22, ofNobody, Of("H37", ErrorCatalogue.BooksSentOtherBytes)]);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        var dealt = new { reason = "Đã có trong hệ thống", by = "Trần Thị B" };

        await CloseAsync(h37, ofG22.Id, dealt, HttpStatusCode.NotFound, ErrorCatalogue.NotFoundHere);
        await CloseAsync(h37, ofG22.Id, new { reason = "x", agency = "G22" }, HttpStatusCode.NotFound, ErrorCatalogue.AgencyNotOfKey);
        await CloseAsync(both, ofG22.Id, dealt, (HttpStatusCode)ErrorCatalogue.AgencyNotNamed.HttpStatus, ErrorCatalogue.AgencyNotNamed);
        await CloseAsync(g22, ofG22.Id, new { by = "Trần Thị B" }, HttpStatusCode.UnprocessableEntity, ErrorCatalogue.MemberMissing);
        await CloseAsync(h37, rig.Hub.Differences[2].Id, dealt, HttpStatusCode.Conflict, ErrorCatalogue.BooksCloseByOperators);
        rig.Hub.ClosedDifferences.ShouldBeEmpty();

        await CloseAsync(g22, ofG22.Id, dealt, HttpStatusCode.NoContent);
        await CloseAsync(both, ofNobody.Id, new { reason = "đã nhận lại", agency = "H37" }, HttpStatusCode.NoContent);

        (Guid, CloseDifferenceRequest)[] passedOn = [(ofG22.Id, new("Đã có trong hệ thống", "G22", "Trần Thị B")), (ofNobody.Id, new("đã nhận lại", "H37"))];
        rig.Hub.ClosedDifferences.ShouldBe(passedOn);

        // The answer was lost; another word about it comes too late.
        await CloseAsync(g22, ofG22.Id, dealt, HttpStatusCode.NoContent);
        await CloseAsync(g22, ofG22.Id, new { reason = "again" }, HttpStatusCode.NotFound, ErrorCatalogue.NotFoundHere);
        rig.Hub.ClosedDifferences.ShouldBe(passedOn);
        rig.Hub.GoAway();
        await CloseAsync(g22, ofG22.Id, dealt, HttpStatusCode.ServiceUnavailable, ErrorCatalogue.HubAway);
    }

    private static async Task CloseAsync(HttpClient system, Guid id, object body, HttpStatusCode status, ErrorEntry? refusal = null)
    {
        using var response = await system.PostAsJsonAsync($"v1/reconciliations/differences/{id}/close", body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
        if (refusal is not null)
        {
            (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["code"]!.GetValue<string>().ShouldBe(refusal.Code);
        }
    }

    private static BookDifference Of(string? agency, ErrorEntry entry)
    {
        var guide = DifferenceGuide.All[entry.Code];
        return new(
            guide.Kind, BookSide.Received, Guid.CreateVersion7(), entry.Code, TimeProvider.System.GetUtcNow(), "DONE, attempt 1", "", guide.Acts, guide.HealsByItself, entry.Vietnamese,
            entry.English, agency);
    }
}
