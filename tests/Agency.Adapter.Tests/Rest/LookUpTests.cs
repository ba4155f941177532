using System.Net;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Http;

namespace Agency.Adapter.Tests.Rest;

public class LookUpTests
{
    [Theory, InlineData("lang son", "H37"), InlineData("Lạng Sơn", "H37"), InlineData("LẠNG", "H37"), InlineData("h37", "H37"),
     InlineData("000.00.00.H37", "H37"), InlineData("dong thap", "H20"), InlineData("Đồng Tháp", "H20"), InlineData("láng", null), InlineData("xyz", null)]
    public async Task Finds_agencies_with_and_without_diacritics(string query, string? code)
    {
        await using var rig = await AdapterRig.StartAsync();
        rig.Hub.Agencies.AddRange([Agency("H37", "Ủy ban nhân dân tỉnh Lạng Sơn"), Agency("H20", "Ủy ban nhân dân tỉnh Đồng Tháp")]);
        await rig.StartAgainAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await Until.Async(async () => (await g22.ReadAsync("v1/agencies"))["items"]!.AsArray().Count == 2);

        (await g22.ReadAsync("v1/agencies?q=" + Uri.EscapeDataString(query)))["items"]!.AsArray()
            .Select(item => item!["code"]!.GetValue<string>()).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Says_how_it_is_without_a_key()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var anyone = rig.Client(null);
        (await anyone.ReadAsync("v1/health"))["status"]!.GetValue<string>().ShouldBe("ok");
        rig.Hub.GoAway();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted);
        var health = await anyone.ReadAsync("v1/health");
        health["status"]!.GetValue<string>().ShouldBe("degraded");
        health["hubConnected"]!.GetValue<bool>().ShouldBeFalse();
        health["outgoing"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Asks_the_hub_to_resend_and_to_close()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var id = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        using var resent = await g22.PostAsync(new Uri($"v1/packages/{id}/resend", UriKind.Relative), null, TestContext.Current.CancellationToken);
        resent.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await g22.TellAsync($"v1/packages/{id}/close", new { }, HttpStatusCode.UnprocessableEntity);
        rig.Hub.Asked.ShouldBe([(id, "resend")]);
        rig.Hub.GoAway();
        (await g22.TellAsync($"v1/packages/{id}/resend", new { }, HttpStatusCode.ServiceUnavailable))["code"]!.GetValue<string>().ShouldBe("AXS-5115");
    }

    private static DirectoryAgency Agency(string code, string name) => new(
        Guid.CreateVersion7(), code, name, "", "province", true, [new($"000.00.00.{code}", "QCVN102")], TimeProvider.System.GetUtcNow());
}
