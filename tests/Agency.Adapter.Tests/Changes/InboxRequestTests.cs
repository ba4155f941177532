using System.Net;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;

namespace Agency.Adapter.Tests.Changes;

/// <summary>What is asked of a document is shown with it, and with what brought the request.</summary>
public sealed class InboxRequestTests
{
    [Theory]
    [InlineData("recall", "recall", 1)]
    [InlineData("take-back", "takeBack", null)]
    public async Task The_document_and_the_request_name_each_other(string call, string command, int? type)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AnswerTests.AskedAsync(rig, call);

        var listed = (await h37.InboxAsync(1, type is null ? "status" : "edoc"))[0]!;
        ((int?)listed["businessDocType"]).ShouldBe(type);
        foreach (var shown in new[] { listed, await h37.ReadAsync($"v1/inbox/{carrier}") })
        {
            Text(shown["asks"]!, "command", "reason").ShouldBe([command, "Sai thẩm quyền"]);
            shown["asks"]!["about"]!.AsArray().Select(one => one!.GetValue<Guid>()).ShouldBe([document]);
            shown["asks"]!["open"]!.GetValue<bool>().ShouldBeTrue();
        }

        var request = (await h37.ReadAsync($"v1/inbox/{document}"))["requests"]!.AsArray().ShouldHaveSingleItem()!;
        Text(request, "command", "reason").ShouldBe([command, "Sai thẩm quyền"]);
        (request["deliveryId"]!.GetValue<Guid>(), request["open"]!.GetValue<bool>(), request["answered"]).ShouldBe((carrier, true, null));
    }

    [Fact]
    public async Task Keeps_them_and_shows_the_answer_after_a_restart()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AnswerTests.AskedAsync(rig, "recall");
        await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = false, reason = "Đã thi hành" });

        await rig.StartAgainAsync();

        using var again = rig.Client(AdapterRig.KeyOfH37);
        foreach (var shown in new[] { (await again.ReadAsync($"v1/inbox/{document}"))["requests"]![0]!, (await again.ReadAsync($"v1/inbox/{carrier}"))["asks"]! })
        {
            (shown["open"]!.GetValue<bool>(), shown["answered"]!.GetValue<string>()).ShouldBe((false, "16"));
        }
    }

    /// <summary>An update stands for it once it was agreed to, a replacement once it was taken in.</summary>
    [Theory]
    [InlineData("update")]
    [InlineData("replace")]
    public async Task The_document_names_what_stands_for_it_from_then_on(string call)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);
        var document = deliveries["H37"];
        rig.Hub.About = (manifest, receiver) => receiver == "H37" && manifest.Sender == "G22" ? [document] : null;
        await h37.InboxAsync(1);
        await h37.TellAsync($"v1/inbox/{document}/acknowledge", new { result = "done" });
        await VersionTests.SendAsync(g22, $"v1/packages/{id}/{call}", new { reason = "Sửa số liệu" }, VersionTests.Other, "7900.pdf");
        var carrier = (await h37.InboxAsync(1))[0]!["deliveryId"]!.GetValue<Guid>();
        (await SupersededAsync()).ShouldBeNull();

        await (call == "update"
            ? h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = true })
            : h37.TellAsync($"v1/inbox/{carrier}/acknowledge", new { result = "done" }));

        (await SupersededAsync()).ShouldBe(carrier);
        (await h37.TellAsync($"v1/inbox/{carrier}/answer", new { agree = false, reason = "Không" }, HttpStatusCode.Conflict))["code"]!.GetValue<string>().ShouldBe("AXS-5121");

        async Task<Guid?> SupersededAsync() => (Guid?)(await h37.ReadAsync($"v1/inbox/{document}"))["supersededBy"];
    }

    [Fact]
    public async Task An_ordinary_document_asks_nothing_and_is_asked_nothing()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await RecallTests.SentAsync(rig, g22);

        var shown = await h37.ReadAsync($"v1/inbox/{(await h37.InboxAsync(1))[0]!["deliveryId"]!.GetValue<Guid>()}");

        (shown["asks"], shown["requests"]!.AsArray().Count, shown["supersededBy"]).ShouldBe((null, 0, null));
    }

    private static string[] Text(JsonNode node, params string[] names) => [.. names.Select(name => node[name]!.GetValue<string>())];
}
