using System.Net;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Rest;

public class AlertTests
{
    [Fact]
    public async Task Shows_a_key_what_the_hub_has_to_tell_its_agencies_and_no_other()
    {
        await using var rig = await AdapterRig.StartAsync();
        var province = Agency("H37");
        rig.Hub.Agencies.AddRange([Agency("G22"), province, Agency("H37.02", province)]);
        await rig.StartAgainAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        await Until.Async(async () => (await g22.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 3);
        var sent = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        var (ofG22, ofChild, ofSubmission, ofStranger, ofAll) = (About("G22"), About("H37.02"), About(null, sent), About(null, Guid.CreateVersion7()), About(null));
        rig.Hub.Alerts.AddRange([ofG22, ofChild, ofSubmission, ofStranger, ofAll]);

        (await ShownAsync(g22)).ShouldBe([ofG22.AlertId, ofSubmission.AlertId, ofAll.AlertId]);
        (await ShownAsync(h37)).ShouldBe([ofChild.AlertId, ofAll.AlertId]);
        (await ShownAsync(both)).ShouldBe([ofG22.AlertId, ofChild.AlertId, ofSubmission.AlertId, ofAll.AlertId]);
        (await ShownAsync(both, "?agency=H37")).ShouldBe([ofChild.AlertId, ofAll.AlertId]);
        var toH37 = About("G22") with { Counterpart = "H37" };
        var toStranger = About("T99") with { Counterpart = "H37.02" };
        rig.Hub.Alerts.AddRange([toH37, toStranger]);
        (await ShownAsync(h37)).ShouldBe([ofChild.AlertId, ofAll.AlertId, toH37.AlertId, toStranger.AlertId]);
        (await ShownAsync(g22)).ShouldBe([ofG22.AlertId, ofSubmission.AlertId, ofAll.AlertId, toH37.AlertId]);
        (await g22.ReadAsync("v1/alerts?agency=H37", HttpStatusCode.NotFound))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.AgencyNotOfKey.Code);
    }

    [Fact]
    public async Task Tells_what_when_and_how_often_in_both_languages()
    {
        await using var rig = await AdapterRig.StartAsync();
        var alert = About("G22", Guid.CreateVersion7()) with { Seen = 3 };
        rig.Hub.Alerts.Add(alert);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);

        var shown = (await g22.ReadAsync("v1/alerts"))["alerts"]!.AsArray().ShouldHaveSingleItem()!;

        (shown["kind"]!.GetValue<string>(), shown["seen"]!.GetValue<int>(), shown["agency"]!.GetValue<string>()).ShouldBe(("secret-refused", 3, "G22"));
        (shown["submissionId"]!.GetValue<Guid>(), shown["openedAt"]!.GetValue<DateTimeOffset>()).ShouldBe((alert.SubmissionId!.Value, alert.OpenedAt));
        var finding = shown["finding"]!;
        (finding["code"]!.GetValue<string>(), finding["vietnamese"]!.GetValue<string>(), finding["english"]!.GetValue<string>())
            .ShouldBe((alert.Finding.Code, alert.Finding.Vietnamese, alert.Finding.English));
    }

    [Fact]
    public async Task Says_that_the_hub_is_away()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        rig.Hub.GoAway();

        (await g22.ReadAsync("v1/alerts", HttpStatusCode.ServiceUnavailable))["code"]!.GetValue<string>().ShouldBe(ErrorCatalogue.HubAway.Code);
    }

    private static async Task<IEnumerable<Guid>> ShownAsync(HttpClient system, string query = "") =>
        (await system.ReadAsync("v1/alerts" + query))["alerts"]!.AsArray().Select(alert => alert!["alertId"]!.GetValue<Guid>());

    private static Alert About(string? agency, Guid? submission = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(Guid.CreateVersion7(), "secret-refused", Finding.Refuse(ErrorCatalogue.SecretMarked, "/edXML", "MẬT"), now, now, 1, agency, submission);
    }

    private static DirectoryAgency Agency(string code, DirectoryAgency? above = null) => new(
        Guid.CreateVersion7(), code, code, "", "province", true, [], TimeProvider.System.GetUtcNow(), above?.AgencyId);
}
