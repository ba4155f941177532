using System.Net;
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

    private static BookDifference Of(string? agency, ErrorEntry entry)
    {
        var guide = DifferenceGuide.All[entry.Code];
        return new(
            guide.Kind, BookSide.Received, Guid.CreateVersion7(), entry.Code, TimeProvider.System.GetUtcNow(), "DONE, attempt 1", "", guide.Acts, guide.HealsByItself, entry.Vietnamese,
            entry.English, agency);
    }
}
