using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Tests.Changes;

/// <summary>A sender sends what stands for a document from now on: its new version, or another document.</summary>
public sealed class VersionTests
{
    internal static readonly object Other = new
    {
        code = "7900/VPCP-TTĐT", promulgation = new { place = "Hà Nội", date = "2026-11-24" }, type = new { name = "Công văn" }, subject = "V/v thay thế Công văn số 7816",
        signer = new { fullName = "Nguyễn Văn A", position = "Chánh Văn phòng", competence = "TL. BỘ TRƯỞNG" },
    };

    [Fact]
    public async Task An_update_keeps_what_the_form_does_not_say()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await RecallTests.SentAsync(rig, g22);

        var answer = await SendAsync(g22, $"v1/packages/{id}/update", new { reason = "Sửa trích yếu", staff = new { name = "Lê Thị B" } }, new { subject = "V/v sửa đổi" }, "bản sửa.pdf");

        var package = await RecallTests.PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        var (sent, now) = (Letters.Draft().Header, package.Edoc!);
        (now.Subject, now.DocumentId, now.Code, now.Signer, now.PromulgationDate).ShouldBe(("V/v sửa đổi", sent.DocumentId, sent.Code, sent.Signer, sent.PromulgationDate));
        package.Receivers.ShouldBe(["H37", "H41"]);
        package.Attachments.ShouldHaveSingleItem().Name.ShouldBe("bản sửa.pdf");
        var business = package.Business!;
        (business.DocType, business.DocumentId, business.Reason, business.Staff!.Staff).ShouldBe((BusinessDocType.Update, sent.DocumentId, "Sửa trích yếu", "Lê Thị B"));
        (business.DocumentInfo!.DocumentInfo, business.DocumentInfo.DocumentReceiver, business.DocumentInfo.Receivers.Count).ShouldBe((true, false, 0));
    }

    [Fact]
    public async Task An_update_of_the_receivers_alone_has_the_files_of_the_document()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await RecallTests.SentAsync(rig, g22);

        var answer = await g22.AskAsync($"v1/packages/{id}/update", new { reason = "Gửi nhầm H41", receivers = new[] { "H37" }, drop = new[] { "H41" }, add = new[] { "H14" } });

        var package = await RecallTests.PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        package.Receivers.ShouldBe(["H37", "H41", "H14"]);
        package.Business!.DocumentInfo!.Receivers.ShouldBe([new("H14", 1), new("H41", 0)]);
        (package.Business.DocumentInfo.DocumentInfo, package.Business.DocumentInfo.DocumentReceiver).ShouldBe((false, true));
        var file = package.Attachments.ShouldHaveSingleItem();
        (file.Name, file.Length).ShouldBe(("Công văn.pdf", Letters.Pdf.Length));
    }

    [Fact]
    public async Task A_replacement_is_another_document_for_those_at_whom_the_old_one_stands()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await RecallTests.SentAsync(rig, g22);

        var answer = await SendAsync(g22, $"v1/packages/{id}/replace", new { reason = "Thay thế văn bản ban hành sai" }, Other, "7900.pdf");

        var package = await RecallTests.PackageAsync(rig, answer["submissionId"]!.GetValue<Guid>());
        (package.Edoc!.Code.Printed, package.Edoc.Subject).ShouldBe(("7900/VPCP-TTĐT", "V/v thay thế Công văn số 7816"));
        package.Receivers.ShouldBe(["H37", "H41"]);
        (package.Business!.DocType, package.Business.Reason).ShouldBe((BusinessDocType.Replacement, "Thay thế văn bản ban hành sai"));
        var replaced = package.Business.Replacements.ShouldHaveSingleItem();
        replaced.DocumentId.ShouldBe(Letters.Draft().Header.DocumentId);
        replaced.OrganIds.ShouldBe(["H37", "H41"]);
    }

    [Theory]
    [InlineData("update", "a key")]
    [InlineData("update", null)]
    [InlineData("replace", "a key")]
    [InlineData("replace", null)]
    public async Task Is_one_package_however_often_it_is_sent(string call, string? key)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, deliveries) = await RecallTests.SentAsync(rig, g22);
        var first = await SendAsync(g22, $"v1/packages/{id}/{call}", new { reason = "Sửa số liệu" }, Other, "a.pdf", key);
        rig.Clock.Ahead = TimeSpan.FromMinutes(5);

        var second = await SendAsync(g22, $"v1/packages/{id}/{call}", new { reason = "Sửa số liệu" }, Other, "a.pdf", key);
        (second["submissionId"]!.GetValue<Guid>(), second["repeated"]!.GetValue<bool>()).ShouldBe((first["submissionId"]!.GetValue<Guid>(), true));
        if (key is null)
        {
            var other = await SendAsync(g22, $"v1/packages/{id}/{call}", new { reason = "Sửa số liệu" }, Other, "b.pdf", key);
            other["submissionId"]!.GetValue<Guid>().ShouldNotBe(first["submissionId"]!.GetValue<Guid>());
        }
        else
        {
            // Also when the old document stands nowhere any more.
            foreach (var (receiver, delivery) in deliveries)
            {
                rig.Hub.Tell(new(delivery, id, id, receiver, 9, "VOID", TimeProvider.System.GetUtcNow(), 1));
            }

            await Until.Async(async () => (await g22.ReadAsync($"v1/packages/{id}"))["receivers"]!.AsArray().All(line => line!["transport"]?.GetValue<string>() == "VOID"));
            var third = await SendAsync(g22, $"v1/packages/{id}/{call}", new { reason = "Sửa số liệu" }, Other, "a.pdf", key);
            third["submissionId"]!.GetValue<Guid>().ShouldBe(first["submissionId"]!.GetValue<Guid>());
            (await SendAsync(g22, $"v1/packages/{id}/{call}", new { reason = "Sửa số liệu" }, Other, "b.pdf", key, HttpStatusCode.Conflict))["code"]!.GetValue<string>().ShouldBe("AXS-1001");
        }
    }

    [Theory]
    [InlineData("update", """{}""", """{"subject":"V/v sửa"}""", 422, "AXS-2201 /reason")]
    [InlineData("replace", """{}""", """{"code":"7900/VPCP"}""", 422, "AXS-2201 /reason")]
    [InlineData("update", """{"reason":"Sai"}""", """{"to":[{"code":"H14"}]}""", 422, "AXS-5114 /document/to")]
    [InlineData("update", """{"reason":"Sai"}""", """{"business":{"type":2}}""", 422, "AXS-5114 /document/business")]
    [InlineData("replace", """{"reason":"Sai"}""", """{"code":"7900/VPCP","business":{"type":3}}""", 422, "AXS-5114 /document/business")]
    [InlineData("replace", """{"reason":"Sai","add":["H14"]}""", """{"code":"7900/VPCP"}""", 422, "AXS-5114 /request/add")]
    [InlineData("replace", """{"reason":"Sai"}""", null, 422, "AXS-5112 /document")]
    [InlineData("replace", """{"reason":"Sai"}""", """{}""", 422, "AXS-5113 /code")]
    [InlineData("update", """{"reason":"Sai","drop":["H99"]}""", null, 422, "AXS-2204 /drop/0")]
    [InlineData("update", """{"reason":"Sai","receivers":["H99"]}""", null, 422, "AXS-2204 /receivers/0")]
    [InlineData("replace", """{"reason":"Sai","receivers":["H37"]}""", """{"code":"7900/VPCP","to":[{"code":"H41"}]}""", 409, "AXS-5120 /document/to")]
    public async Task Refuses_what_cannot_be_sent(string call, string request, string? document, int status, string code)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var (id, _) = await RecallTests.SentAsync(rig, g22);

        var refusal = await SendAsync(g22, $"v1/packages/{id}/{call}", JsonNode.Parse(request)!, document is null ? null : JsonNode.Parse(document)!, "a.pdf", null, (HttpStatusCode)status);

        (refusal["code"]!.GetValue<string>() + " " + refusal["findings"]![0]!["path"]!.GetValue<string>()).ShouldBe(code);
        rig.Hub.Submitted.Count.ShouldBe(1);
    }

    internal static async Task<JsonNode> SendAsync(
        HttpClient http, string path, object request, object? document, string file, string? key = null, HttpStatusCode expected = HttpStatusCode.Accepted)
    {
        using var form = new MultipartFormDataContent { { JsonContent.Create(request), "request" } };
        if (document is not null)
        {
            form.Add(JsonContent.Create(document), "document");
        }

        using var bytes = new ByteArrayContent(Encoding.ASCII.GetBytes("%PDF-1.7\n" + file));
        form.Add(bytes, "file", file);
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (key is not null)
        {
            message.Headers.Add("Idempotency-Key", key);
        }

        return await http.SendAsync(message, TestContext.Current.CancellationToken).JsonAsync(expected);
    }
}
