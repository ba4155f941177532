using System.Net;
using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Edxml;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Changes;

/// <summary>A receiver answers what a sender asks of a document that it has.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task Names_the_recall_that_it_answers()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, carrier) = await AskedAsync(rig, "recall");

        var answer = await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = true, reason = "Đã thu hồi", staff = new { name = "Lê Thị B" } });

        var (manifest, status) = await StatusAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        (status.StatusCode, status.Description, status.Staff!.Staff, status.From.OrganId).ShouldBe(("15", "Đã thu hồi", "Lê Thị B", "H37"));
        (status.ResponseFor.OrganId, status.ResponseFor.DocumentId).ShouldBe(("G22", Letters.Draft().Header.DocumentId));
        (manifest.TargetDelivery, manifest.Receivers[0]).ShouldBe((carrier, "G22"));
    }

    [Fact]
    public async Task Names_the_13_that_it_answers()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, carrier) = await AskedAsync(rig, "take-back");

        var answer = await h37.AskAsync($"v1/inbox/{carrier}/answer", new { code = "16", reason = "Đã giải quyết xong" });

        var (manifest, status) = await StatusAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        (status.StatusCode, status.Description).ShouldBe(("16", "Đã giải quyết xong"));
        manifest.TargetDelivery.ShouldBe(carrier);
    }

    /// <summary>The update that is asked back is a request itself, and shall not be agreed to.</summary>
    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_yes_to_a_13_of_an_update_names_the_13(bool byThe13)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, update) = await AskedAsync(rig, "update");
        await h37.AskAsync($"v1/inbox/{update}/answer", new { agree = false, reason = "Đã thi hành" });
        var thirteen = await AskAboutAsync(rig, g22, update, "take-back");

        var answer = await h37.AskAsync($"v1/inbox/{(byThe13 ? thirteen : update)}/answer", new { agree = true });

        (await StatusAsync(rig, answer["submissionId"]!.GetValue<Guid>())).Manifest.TargetDelivery.ShouldBe(thirteen);
    }

    [Fact]
    public async Task A_yes_by_the_document_goes_to_the_recall_that_waits_and_not_to_the_13_that_was_refused()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, thirteen) = await AskedAsync(rig, "take-back");
        await h37.AskAsync($"v1/inbox/{thirteen}/answer", new { agree = false, reason = "Đã thi hành" });
        var recall = await AskAboutAsync(rig, g22, document, "recall");

        var answer = await h37.AskAsync($"v1/inbox/{document}/answer", new { agree = true });

        (await StatusAsync(rig, answer["submissionId"]!.GetValue<Guid>())).Manifest.TargetDelivery.ShouldBe(recall);
    }

    [Fact]
    public async Task A_recall_of_two_documents_waits_until_both_have_ended()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await g22.SubmitAsync(await Letters.WriteAsync(number: 7900)).JsonAsync(HttpStatusCode.Accepted);
        var other = (await h37.InboxAsync(1))[0]!["deliveryId"]!.GetValue<Guid>();
        await h37.TellAsync($"v1/inbox/{other}/acknowledge", new { result = "done" });
        var (document, recall) = await AskedAsync(rig, "recall", other);
        await DestroyAsync(document);

        await h37.AskAsync($"v1/inbox/{recall}/answer", new { agree = false, reason = "Đã thi hành" });
        await DestroyAsync(other);

        (await RefusedAsync(h37, recall, new { agree = true }, HttpStatusCode.Conflict)).ShouldBe("AXS-5121");

        async Task DestroyAsync(Guid delivery)
        {
            rig.Hub.Mark(new(delivery, 1, MarkKind.Destroy, ChangeCommand.TakeBack, "Gửi nhầm", TimeProvider.System.GetUtcNow()));
            await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == delivery && line.Kind == AcknowledgeKind.Destroyed));
        }
    }

    [Theory]
    [InlineData("recall")]
    [InlineData("take-back")]
    public async Task Answers_by_the_document_what_is_asked_of_it(string call)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AskedAsync(rig, call);

        var answer = await h37.AskAsync($"v1/inbox/{document}/answer", new { agree = true });

        (await StatusAsync(rig, answer["submissionId"]!.GetValue<Guid>())).Manifest.TargetDelivery.ShouldBe(carrier);
    }

    [Theory]
    [InlineData("a key")]
    [InlineData(null)]
    public async Task Is_one_answer_however_often_it_is_given(string? key)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, carrier) = await AskedAsync(rig, "recall");
        var first = await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = true }, key);
        rig.Clock.Ahead = TimeSpan.FromMinutes(5);

        var second = await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = true }, key);

        (second["submissionId"]!.GetValue<Guid>(), second["repeated"]!.GetValue<bool>()).ShouldBe((first["submissionId"]!.GetValue<Guid>(), true));
    }

    [Fact]
    public async Task The_same_key_for_another_answer_is_a_conflict()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, carrier) = await AskedAsync(rig, "recall");
        await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = false, reason = "Đã thi hành" }, "k");

        var refusal = await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = true }, "k", HttpStatusCode.Conflict);

        refusal["code"]!.GetValue<string>().ShouldBe("AXS-1001");
    }

    [Fact]
    public async Task A_no_may_become_a_yes_and_nothing_passes_a_yes()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, carrier) = await AskedAsync(rig, "recall");

        await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = false, reason = "Đã thi hành" });
        (await RefusedAsync(h37, carrier, new { agree = false, reason = "Vẫn không" }, HttpStatusCode.Conflict)).ShouldBe("AXS-5121");
        await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = true });
        (await RefusedAsync(h37, carrier, new { agree = false, reason = "Không" }, HttpStatusCode.Conflict)).ShouldBe("AXS-5121");
    }

    /// <summary>Of two requests about a document an answer to the document means the 13; one key may answer both.</summary>
    [Fact]
    public async Task Answers_each_of_two_requests_about_a_document()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AskedAsync(rig, "recall");
        await g22.AskAsync($"v1/packages/{rig.Hub.Submitted.First().SubmissionId}/take-back", new { reason = "Gửi nhầm" });
        var plea = (await h37.InboxAsync(1, "status"))[0]!["deliveryId"]!.GetValue<Guid>();

        var answers = new List<Guid>();
        foreach (var named in new[] { document, carrier })
        {
            answers.Add((await h37.AskAsync($"v1/inbox/{named}/answer", new { agree = false, reason = "Đã thi hành" }, "k"))["submissionId"]!.GetValue<Guid>());
        }

        (await StatusAsync(rig, answers[0])).Manifest.TargetDelivery.ShouldBe(plea);
        (await StatusAsync(rig, answers[1])).Manifest.TargetDelivery.ShouldBe(carrier);
    }

    /// <summary>Its agency speaks of it, so it can no longer be given back.</summary>
    [Fact]
    public async Task Takes_the_request_that_it_answers()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (_, carrier) = await AskedAsync(rig, "recall");
        await h37.AskAsync($"v1/inbox/{carrier}/answer", new { agree = true });

        rig.Hub.Cancel(carrier, 1);

        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == carrier && line.Kind is AcknowledgeKind.Taken or AcknowledgeKind.Cancelled));
        rig.Hub.Acknowledged.ShouldNotContain(line => line.DeliveryId == carrier && line.Kind == AcknowledgeKind.Cancelled);
    }

    [Fact]
    public async Task A_request_that_was_given_back_asks_nothing()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AskedAsync(rig, "recall");
        rig.Hub.Cancel(carrier, 1);
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == carrier && line.Kind == AcknowledgeKind.Cancelled));

        (await RefusedAsync(h37, document, new { agree = true }, HttpStatusCode.Conflict)).ShouldBe("AXS-5121");
    }

    [Fact]
    public async Task Answers_nothing_that_nobody_asks()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (document, carrier) = await AskedAsync(rig, "recall");

        (await RefusedAsync(h37, carrier, new { }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-5113");
        (await RefusedAsync(h37, carrier, new { code = "03" }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-5114");
        (await RefusedAsync(h37, carrier, new { agree = true, code = "16" }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-5114");
        (await RefusedAsync(h37, carrier, new { agree = false, reason = " " }, HttpStatusCode.UnprocessableEntity)).ShouldBe("AXS-5008");
        (await RefusedAsync(g22, carrier, new { agree = true }, HttpStatusCode.NotFound)).ShouldBe("AXS-5105");
        (await RefusedAsync(h37, Guid.CreateVersion7(), new { agree = true }, HttpStatusCode.NotFound)).ShouldBe("AXS-5105");
        rig.Services.GetRequiredService<FindRequests>().Find("G22", carrier, asCarrier: true).ShouldBeNull();
        await g22.SubmitAsync(await Letters.WriteAsync(number: 7900)).JsonAsync(HttpStatusCode.Accepted);
        var unasked = (await h37.InboxAsync(2)).Select(item => item!["deliveryId"]!.GetValue<Guid>()).Single(delivery => delivery != carrier);
        (await RefusedAsync(h37, unasked, new { agree = true }, HttpStatusCode.Conflict)).ShouldBe("AXS-5121");
        rig.Hub.Mark(new(document, 1, MarkKind.Destroy, ChangeCommand.TakeBack, "Gửi nhầm", TimeProvider.System.GetUtcNow()));
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Destroyed));
        (await RefusedAsync(h37, carrier, new { agree = true }, HttpStatusCode.Conflict)).ShouldBe("AXS-5121");
    }

    /// <summary>A letter that H37 has taken in, and what G22 then asks of it.</summary>
    internal static async Task<(Guid Document, Guid Carrier)> AskedAsync(AdapterRig rig, string call, params IEnumerable<Guid> others)
    {
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);
        var document = deliveries["H37"];
        rig.Hub.About = (manifest, receiver) => receiver == "H37" && manifest.Sender == "G22" ? [document, .. others] : null;
        await h37.InboxAsync(1);
        await h37.TellAsync($"v1/inbox/{document}/acknowledge", new { result = "done" });
        await g22.AskAsync($"v1/packages/{id}/{call}", new { reason = "Sai thẩm quyền" });
        var carrier = (await h37.InboxAsync(1, KindOf(call)))[0]!["deliveryId"]!.GetValue<Guid>();
        return (document, carrier);
    }

    /// <summary>What G22 asks of something that H37 has from it.</summary>
    /// <returns>The delivery that brings it.</returns>
    internal static async Task<Guid> AskAboutAsync(AdapterRig rig, HttpClient g22, Guid delivery, string call)
    {
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        rig.Hub.About = (manifest, receiver) => receiver == "H37" && manifest.Sender == "G22" ? [delivery] : null;
        var submission = rig.Hub.Deliveries.Single(sent => sent.Value == delivery).Key.Submission;
        var known = rig.Hub.Deliveries.Values.ToHashSet();
        await g22.AskAsync($"v1/packages/{submission}/{call}", new { reason = "Sai thẩm quyền", receivers = new[] { "H37" } });
        var carrier = Guid.Empty;
        await Until.Async(() => rig.Hub.Deliveries.Any(sent => sent.Key.Receiver == "H37" && !known.Contains(carrier = sent.Value)));
        await Until.Async(async () => (await h37.ReadAsync($"v1/inbox?kind={KindOf(call)}"))["items"]!.AsArray().Any(item => item!["deliveryId"]!.GetValue<Guid>() == carrier));
        return carrier;
    }

    private static string KindOf(string call) => call == "take-back" ? "status" : "edoc";

    private static async Task<(Manifest Manifest, StatusHeader Status)> StatusAsync(AdapterRig rig, Guid submission)
    {
        var status = (await RecallTests.PackageAsync(rig, submission)).Status!;
        return (rig.Hub.Submitted.Single(manifest => manifest.SubmissionId == submission), status);
    }

    private static async Task<string> RefusedAsync(HttpClient http, Guid delivery, object body, HttpStatusCode expected) =>
        (await http.TellAsync($"v1/inbox/{delivery}/answer", body, expected))["code"]!.GetValue<string>();
}
