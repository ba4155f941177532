using System.Net;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Changes;

/// <summary>A sender recalls what it has sent.</summary>
public sealed class RecallTests
{
    [Fact]
    public async Task Writes_the_recall_under_the_header_of_the_document()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await SentAsync(rig, g22);

        var answer = await g22.TellAsync($"v1/packages/{id}/recall", new { reason = "Sai thẩm quyền", staff = new { name = "Lê Thị B" } }, HttpStatusCode.Accepted);

        var recall = await PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        var sent = Letters.Draft().Header;
        (recall.Edoc!.DocumentId, recall.Edoc.Code, recall.Edoc.Subject, recall.Edoc.PromulgationDate).ShouldBe((sent.DocumentId, sent.Code, sent.Subject, sent.PromulgationDate));
        (recall.Business!.DocType, recall.Business.DocumentId, recall.Business.Reason, recall.Business.Staff!.Staff)
            .ShouldBe((BusinessDocType.Recall, sent.DocumentId, "Sai thẩm quyền", "Lê Thị B"));
        recall.Receivers.ShouldBe(["H37", "H41"]);
        recall.Attachments.ShouldBeEmpty();
        recall.Traces.ShouldHaveSingleItem().Timestamp!.Value.ShouldBeGreaterThan(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.FromHours(7)));
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("update")]
    public async Task Names_who_checked_it(string call)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await SentAsync(rig, g22);
        g22.DefaultRequestHeaders.Add("Axis-Checked-By", Uri.EscapeDataString("Nguyễn Thị Hoa"));

        var answer = (await g22.AskAsync($"v1/packages/{id}/{call}", new { reason = "Sai thẩm quyền" }))["submissionId"]!.GetValue<Guid>();

        await PackageAsync(rig, answer);
        rig.Hub.Submitted.Single(manifest => manifest.SubmissionId == answer).CheckedBy.ShouldNotBeNull().Name.ShouldBe("Nguyễn Thị Hoa");
    }

    [Fact]
    public async Task Asks_only_those_who_are_named()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await SentAsync(rig, g22);

        var answer = await g22.TellAsync($"v1/packages/{id}/recall", new { reason = "Gửi nhầm", receivers = new[] { "H41" } }, HttpStatusCode.Accepted);

        (await PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>())).Receivers.ShouldBe(["H41"]);
    }

    [Theory]
    [InlineData("a key")]
    [InlineData(null)]
    public async Task Is_one_recall_however_often_it_is_asked(string? key)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await SentAsync(rig, g22);
        var first = await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu" }, key);
        rig.Clock.Ahead = TimeSpan.FromMinutes(5);

        var second = await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu" }, key);
        (second["submissionId"]!.GetValue<Guid>(), second["repeated"]!.GetValue<bool>()).ShouldBe((first["submissionId"]!.GetValue<Guid>(), true));

        // Also after it was agreed to at every receiver, under the key; without one there is nothing left to ask.
        foreach (var (code, delivery) in deliveries)
        {
            rig.Hub.Tell(new(delivery, id, id, code, 9, "VOID", TimeProvider.System.GetUtcNow(), 1));
        }

        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]!.AsArray().All(line => line!["transport"]?.GetValue<string>() == "VOID"));
        var third = await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu" }, key, key is null ? HttpStatusCode.Conflict : HttpStatusCode.Accepted);
        (key is null ? third["code"]!.GetValue<string>() : third["submissionId"]!.GetValue<string>()).ShouldBe(key is null ? "AXS-5120" : first["submissionId"]!.GetValue<string>());
        rig.Hub.Submitted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task May_be_asked_again_once_it_was_refused()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await SentAsync(rig, g22);
        var first = (await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu" }))["submissionId"]!.GetValue<Guid>();
        rig.Clock.Ahead = TimeSpan.FromMinutes(5);
        var at = TimeProvider.System.GetUtcNow();
        rig.Hub.Tell(new(deliveries["H37"], id, id, "H37", 9, "DONE", at, 1, Requests:
            [new(ChangeCommand.Recall, ChangeStatus.Refused, first, Guid.CreateVersion7(), "Sai số liệu", at, null, "16", "Đã thi hành")]));
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]![0]!["requests"] is not null);

        var again = (await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu" }))["submissionId"]!.GetValue<Guid>();

        again.ShouldNotBe(first);
    }

    [Fact]
    public async Task Is_another_recall_when_another_clerk_asks()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await SentAsync(rig, g22);

        (await AskAsync("Lê Thị B")).ShouldNotBe(await AskAsync("Trần Văn C"));

        async Task<Guid> AskAsync(string name) =>
            (await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu", staff = new { name } }))["submissionId"]!.GetValue<Guid>();
    }

    [Fact]
    public async Task The_same_key_for_another_reason_is_a_conflict()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await SentAsync(rig, g22);
        await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu" }, "k");

        var refusal = await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Lý do khác" }, "k", HttpStatusCode.Conflict);

        refusal["code"]!.GetValue<string>().ShouldBe("AXS-1001");
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("take-back")]
    public async Task Refuses_what_cannot_be_asked(string call)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (id, _) = await SentAsync(rig, g22);

        (await CodeAsync(g22, id, new { }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-2201");
        (await CodeAsync(g22, id, new { reason = "Sai số liệu", add = new[] { "H14" } }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-5114");
        (await CodeAsync(g22, id, new { reason = "Sai số liệu", drop = new[] { "H37" } }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-5114");
        (await CodeAsync(g22, Guid.CreateVersion7(), new { reason = "Sai số liệu" }, HttpStatusCode.NotFound)).ShouldBe("AXS-5104");
        (await CodeAsync(h37, id, new { reason = "Sai số liệu" }, HttpStatusCode.NotFound)).ShouldBe("AXS-5104");
        (await CodeAsync(g22, id, new { reason = "Sai số liệu", receivers = new[] { "H99" } }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-2204");
        var recall = (await g22.AskAsync($"v1/packages/{id}/recall", new { reason = "Sai số liệu" }))["submissionId"]!.GetValue<Guid>();
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{recall}"))["state"]!.GetValue<string>() == "accepted");
        (await CodeAsync(g22, recall, new { reason = "Sai số liệu" }, HttpStatusCode.Conflict)).ShouldBe("AXS-5118");
        rig.Hub.GoAway();
        var waiting = (await g22.SubmitAsync(await Letters.WriteAsync(number: 7817)).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        (await CodeAsync(g22, waiting, new { reason = "Sai số liệu" }, HttpStatusCode.Conflict)).ShouldBe("AXS-5119");

        async Task<string> CodeAsync(HttpClient http, Guid submission, object body, HttpStatusCode expected) =>
            (await http.TellAsync($"v1/packages/{submission}/{call}", body, expected))["code"]!.GetValue<string>();
    }

    /// <summary>A letter of G22 to H37 and H41 that the hub has accepted.</summary>
    internal static async Task<(Guid Submission, IReadOnlyDictionary<string, Guid> Deliveries)> SentAsync(AdapterRig rig, HttpClient g22)
    {
        var draft = Letters.Draft();
        var package = await Letters.WriteAsync(draft with { Header = draft.Header with { To = [new("H37"), new("H41")] } });
        var id = (await g22.SubmitAsync(package).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["state"]!.GetValue<string>() == "accepted"
            && rig.Hub.Deliveries.Keys.Count(key => key.Submission == id) == 2);
        return (id, rig.Hub.Deliveries.Where(pair => pair.Key.Submission == id).ToDictionary(pair => pair.Key.Receiver, pair => pair.Value));
    }

    /// <summary>The package of a submission, as the hub has it.</summary>
    internal static async Task<Package> PackageAsync(AdapterRig rig, Guid submission)
    {
        await Until.Async(() => rig.Hub.Packages.ContainsKey(submission));
        return PackageReader.Read(rig.Hub.Packages[submission], ReadLimits.Default).ShouldBeOfType<ReadOutcome.Read>().Package;
    }
}
