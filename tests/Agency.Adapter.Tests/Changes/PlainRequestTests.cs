using System.Net;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Folder;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Agency.Adapter.Tests.Changes;

/// <summary>Requests and answers that a document system writes as edXML itself meet what the calls for them meet.</summary>
public sealed class PlainRequestTests
{
    [Theory]
    [InlineData("recall")]
    [InlineData("update")]
    [InlineData("replacement")]
    [InlineData("13")]
    public async Task What_stands_nowhere_any_more_is_refused_and_what_is_frozen(string kind)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);
        await TellVoidAsync(rig, g22, id, deliveries["H37"], "H37");

        (await CodeAsync(await RequestAsync(kind, "H37"))).ShouldBe("AXS-5120");
        rig.Hub.Mark(new(deliveries["H37"], 1, MarkKind.Freeze, ChangeCommand.Recall, "Sai thẩm quyền", TimeProvider.System.GetUtcNow(), id));
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Frozen));
        (await CodeAsync(await RequestAsync(kind, "H37"))).ShouldBe("AXS-5011");
        await g22.SubmitAsync(await RequestAsync(kind, "H41")).JsonAsync(HttpStatusCode.Accepted);

        async Task<string> CodeAsync(byte[] package)
        {
            var checkedBefore = CheckTests.Codes(await CheckTests.CheckAsync(g22, package), "R11");
            var code = (await g22.SubmitAsync(package).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>();
            checkedBefore.ShouldContain(code);
            return code;
        }
    }

    [Fact]
    public async Task A_repeat_is_answered_as_before_though_the_document_is_void_by_now()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);
        var recall = await RequestAsync("recall", "H37");
        var first = await g22.SubmitAsync(recall, "k").JsonAsync(HttpStatusCode.Accepted);
        await TellVoidAsync(rig, g22, id, deliveries["H37"], "H37");

        var second = await g22.SubmitAsync(recall, "k").JsonAsync(HttpStatusCode.Accepted);

        second["submissionId"]!.GetValue<Guid>().ShouldBe(first["submissionId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task What_did_not_go_through_this_adapter_is_left_to_the_hub()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);

        await g22.SubmitAsync(await RequestAsync("recall", "H37")).JsonAsync(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("take-back")]
    public async Task A_15_answers_what_is_asked_of_its_document_once(string call)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AnswerTests.AskedAsync(rig, call);

        var answer = await h37.SubmitAsync(await StatusAsync(StatusCodes.Agreed, minute: 1)).JsonAsync(HttpStatusCode.Accepted);

        await RecallTests.PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        rig.Hub.Submitted.Single(manifest => manifest.SubmissionId == answer["submissionId"]!.GetValue<Guid>()).TargetDelivery.ShouldBe(carrier);
        (await h37.ReadAsync($"v1/inbox/{document}"))["requests"]![0]!["answered"]!.GetValue<string>().ShouldBe("15");
        (await h37.SubmitAsync(await StatusAsync(StatusCodes.Disagreed, minute: 2)).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>().ShouldBe("AXS-5121");
    }

    /// <summary>The new version stands under the id of the document, and is what is recalled.</summary>
    [Theory]
    [InlineData("update")]
    [InlineData("replacement")]
    public async Task A_15_answers_the_recall_of_what_brought_a_request_itself(string kind)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, update) = await AnswerTests.AskedAsync(rig, "update");
        await h37.AskAsync($"v1/inbox/{update}/answer", new { agree = true });
        var recalled = update;
        if (kind == "replacement")
        {
            rig.Hub.About = (manifest, receiver) => receiver == "H37" && manifest.Sender == "G22" ? [document] : null;
            var submission = (await g22.SubmitAsync(await RequestAsync(kind, "H37")).JsonAsync(HttpStatusCode.Accepted))["submissionId"]!.GetValue<Guid>();
            await Until.Async(() => rig.Hub.Deliveries.TryGetValue((submission, "H37"), out recalled));
            await Until.Async(async () => (await h37.ReadAsync("v1/inbox"))["items"]!.AsArray().Any(item => item!["deliveryId"]!.GetValue<Guid>() == recalled));
            await h37.TellAsync($"v1/inbox/{recalled}/acknowledge", new { result = "done" });
        }

        var recall = await AnswerTests.AskAboutAsync(rig, g22, recalled, "recall");

        var answer = kind == "update"
            ? await h37.SubmitAsync(await StatusAsync(StatusCodes.Agreed, minute: 1)).JsonAsync(HttpStatusCode.Accepted)
            : await h37.AskAsync("v1/statuses", new { deliveryId = recalled, code = "15" });

        await RecallTests.PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        rig.Hub.Submitted.Single(manifest => manifest.SubmissionId == answer["submissionId"]!.GetValue<Guid>()).TargetDelivery.ShouldBe(recall);
    }

    [Fact]
    public async Task A_15_to_a_document_of_which_nothing_is_asked_is_refused()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, deliveries) = await RecallTests.SentAsync(rig, g22);
        await h37.InboxAsync(1);
        await h37.TellAsync($"v1/inbox/{deliveries["H37"]}/acknowledge", new { result = "done" });

        CheckTests.Codes(await CheckTests.CheckAsync(h37, await StatusAsync(StatusCodes.Agreed)), "R11").ShouldBe(["AXS-5121"]);
        (await h37.SubmitAsync(await StatusAsync(StatusCodes.Agreed)).JsonAsync(HttpStatusCode.Conflict))["code"]!.GetValue<string>().ShouldBe("AXS-5121");
        (await h37.AskAsync("v1/statuses", new { deliveryId = deliveries["H37"], code = "15" }, null, HttpStatusCode.Conflict))["code"]!.GetValue<string>().ShouldBe("AXS-5121");
    }

    [Theory]
    [InlineData("recall", true, "03")]
    [InlineData("recall", false, null)]
    [InlineData("take-back", true, null)]
    public async Task A_03_agrees_to_a_recall_that_was_taken_in(string call, bool takenIn, string? answered)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AnswerTests.AskedAsync(rig, call);
        if (takenIn)
        {
            await h37.TellAsync($"v1/inbox/{carrier}/acknowledge", new { result = "done" });
        }

        var answer = await h37.SubmitAsync(await StatusAsync(StatusCodes.Accepted)).JsonAsync(HttpStatusCode.Accepted);

        await RecallTests.PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        rig.Hub.Submitted.Single(manifest => manifest.SubmissionId == answer["submissionId"]!.GetValue<Guid>()).TargetDelivery.ShouldBe(document);
        ((string?)(await h37.ReadAsync($"v1/inbox/{document}"))["requests"]![0]!["answered"]).ShouldBe(answered);
    }

    [Fact]
    public async Task A_folder_tells_the_reason_beside_the_file()
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.PutAsync("letter.edxml", await Letters.WriteAsync(from: "H41", to: "G22"));
        await Until.Async(() => rig.Names("sent").Length == 1 && rig.Hub.Deliveries.Count == 1);
        var ((id, _), delivery) = rig.Hub.Deliveries.Single();
        rig.Hub.Mark(new(delivery, 1, MarkKind.Freeze, ChangeCommand.Recall, "Sai thẩm quyền", TimeProvider.System.GetUtcNow(), id));
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Frozen));

        await rig.PutAsync("update.edxml", await RequestAsync("update", "G22", from: "H41"));
        await Until.Async(() => rig.Names("refused").Length == 3);

        File.ReadAllText(Path.Combine(rig.Tree(), "refused", rig.Names("refused").Single(name => name.EndsWith(".txt", StringComparison.Ordinal)))).ShouldContain("AXS-5011");
        rig.Hub.Submitted.Count.ShouldBe(1);
    }

    private static async Task TellVoidAsync(AdapterRig rig, HttpClient g22, Guid submission, Guid delivery, string receiver)
    {
        rig.Hub.Tell(new(delivery, submission, submission, receiver, 9, "VOID", TimeProvider.System.GetUtcNow(), 1));
        await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{submission}"))["receivers"]![0]!["transport"]?.GetValue<string>() == "VOID");
    }

    /// <summary>What is asked of the letter that <see cref="Letters.Draft"/> makes, as edXML.</summary>
    private static async Task<byte[]> RequestAsync(string kind, string receiver, string from = "G22")
    {
        if (kind == "13")
        {
            return await Letters.WriteStatusAsync(new StatusHeader
            {
                From = new(from),
                ResponseFor = new(receiver, "7816/VPCP-TTĐT", new(2026, 11, 23), $"{from},2026/11/23,7816/VPCP-TTĐT"),
                StatusCode = StatusCodes.TakeBack,
                Description = "Gửi nhầm",
                Timestamp = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(7)),
            });
        }

        var (draft, old) = (Letters.Draft(from, receiver, kind == "replacement" ? 7900 : 7816), Letters.Draft(from).Header.DocumentId);
        return await Letters.WriteAsync(draft with
        {
            Business = kind switch
            {
                "recall" => new() { DocType = BusinessDocType.Recall, Reason = "Sai nội dung" },
                "update" => new() { DocType = BusinessDocType.Update, Reason = "Sai nội dung", DocumentId = old, DocumentInfo = new(true, false, []) },
                _ => new() { DocType = BusinessDocType.Replacement, Reason = "Sai nội dung", Replacements = [new(old, [receiver])] },
            },
        });
    }

    private static Task<byte[]> StatusAsync(string code, int minute = 0) => Letters.WriteStatusAsync(new StatusHeader
    {
        From = new("H37"),
        ResponseFor = new("G22", "7816/VPCP-TTĐT", new(2026, 11, 23), "G22,2026/11/23,7816/VPCP-TTĐT"),
        StatusCode = code,
        Description = code == StatusCodes.Disagreed ? "Đã thi hành" : null,
        Timestamp = new DateTimeOffset(2026, 11, 23, 9, minute, 0, TimeSpan.FromHours(7)),
    });
}
