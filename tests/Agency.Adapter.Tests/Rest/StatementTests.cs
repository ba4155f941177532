using System.Net;
using System.Text;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Rest;

/// <summary>Statements of the axis as they come and as an agency's system reads them.</summary>
public class StatementTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes("{\"form\":\"axis-statement-1\",\"note\":\"Tồn đọng\"}");

    [Fact]
    public async Task Keeps_what_the_axis_has_sealed_and_shows_each_key_its_agencies_own()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        rig.Hub.SendOfAxis(await PackageAsync("statement-H37-2026-11-24-v1.json", "statement-H37-2026-11-23-v2.json", "thu-ngo.pdf"), "H37");
        await h37.InboxAsync(1);

        var items = (await h37.ReadAsync("v1/statements?from=2026-11-01&to=2026-11-30"))["items"]!.AsArray();

        items.Select(item => $"{item!["day"]} {item["version"]} {item["formats"]![0]}").ShouldBe(["2026-11-24 1 json", "2026-11-23 2 json"]);
        (await h37.GetByteArrayAsync(new Uri("v1/statements/2026-11-24.json", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe(Content);
        (await g22.ReadAsync("v1/statements?from=2026-11-01&to=2026-11-30"))["items"]!.AsArray().ShouldBeEmpty();
        (await g22.ReadAsync("v1/statements/2026-11-24.json", HttpStatusCode.NotFound))["code"]!.GetValue<string>().ShouldBe("AXS-5122");
        (await h37.ReadAsync("v1/statements/2026-11-24.json?version=3", HttpStatusCode.NotFound))["code"]!.GetValue<string>().ShouldBe("AXS-5122");
        (await h37.ReadAsync("v1/statements/2026-11-24.docx", HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>().ShouldBe("AXS-5114");
        (await h37.ReadAsync("v1/statements?from=24-11-2026", HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>().ShouldBe("AXS-5114");
    }

    [Fact]
    public async Task Refuses_a_statement_that_somebody_else_has_sealed_in_the_axis_name()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var forged = rig.Hub.SendOfAxis(await PackageAsync("statement-H37-2026-11-24-v1.json"), "H37", isForged: true);

        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == forged && line.Kind == AcknowledgeKind.Fail));

        rig.Hub.Acknowledged.Last(line => line.DeliveryId == forged).Reason.ShouldStartWith("AXS-3009");
        (await h37.ReadAsync("v1/statements?from=2026-11-01&to=2026-11-30"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Answers_the_axis_with_DONE_and_with_no_status()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var delivery = rig.Hub.SendOfAxis(await PackageAsync("statement-H37-2026-11-24-v1.json"), "H37");
        await h37.InboxAsync(1);

        await h37.TellAsync($"v1/inbox/{delivery}/acknowledge", new { result = "done" });

        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == delivery && line.Kind == AcknowledgeKind.Done));
        rig.Hub.Submitted.ShouldBeEmpty();
    }

    private static Task<byte[]> PackageAsync(params string[] names) =>
        Letters.WriteAsync(Letters.Draft("AXIS", "H37", files: [.. names.Select(name => (name, Content))]));
}
