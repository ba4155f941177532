using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Tests.Rest;

public class FormTests
{
    private static readonly object Document = new
    {
        to = new[] { new { code = "H37", name = "Tỉnh Lạng Sơn" } },
        code = "7816/VPCP-TTĐT",
        promulgation = new { place = "Hà Nội", date = "2026-11-23" },
        type = new { name = "Công văn" },
        subject = "V/v kết nối, liên thông",
        signer = new { fullName = "Nguyễn Văn A", position = "Chánh Văn phòng", competence = "TL. BỘ TRƯỞNG" },
        priority = 1,
        dueDate = "2026-12-01",
    };

    [Fact]
    public async Task Writes_the_package_from_json_and_files()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await SendAsync(g22, Document).JsonAsync(HttpStatusCode.Accepted);
        var item = (await h37.InboxAsync(1))[0]!;
        item["documentCode"]!.GetValue<string>().ShouldBe("7816/VPCP-TTĐT");
        var bytes = await h37.GetByteArrayAsync(new Uri($"v1/inbox/{item["deliveryId"]}/package", UriKind.Relative), TestContext.Current.CancellationToken);
        var package = PackageReader.Read(bytes, ReadLimits.Default).ShouldBeOfType<ReadOutcome.Read>().Package;

        package.From.OrganId.ShouldBe("G22");
        package.Edoc!.DocumentId.ShouldBe("G22,2026/11/23,7816/VPCP-TTĐT");
        package.Edoc.DueDate.ShouldBe(new DateOnly(2026, 12, 1));
        package.Edoc.Priority.ShouldBe(1);
        package.Attachments.Select(file => file.Name).ShouldBe(["Công văn 7816.pdf", "Phụ lục.csv"]);
        package.Attachments[1].Unpacks.ShouldBeTrue();
        Directory.GetFiles(rig.At("spool/forms")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Makes_the_same_package_of_the_same_form()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var first = await SendAsync(g22, Document, key: "k").JsonAsync(HttpStatusCode.Accepted);
        var second = await SendAsync(g22, Document, key: "k").JsonAsync(HttpStatusCode.Accepted);
        second["submissionId"]!.GetValue<Guid>().ShouldBe(first["submissionId"]!.GetValue<Guid>());
        second["repeated"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Takes_the_checker_of_the_form_before_that_of_the_headers()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        g22.DefaultRequestHeaders.Add("Axis-Checked-By", "Hoa");
        var document = JsonSerializer.SerializeToNode(Document)!;
        document["checkedBy"] = new JsonObject { ["name"] = "Trần Văn Bình", ["position"] = "Trưởng phòng" };
        var id = (await SendAsync(g22, document).JsonAsync(HttpStatusCode.Accepted))["submissionId"];
        (await g22.ReadAsync($"v1/packages/{id}"))["checkedBy"]!["name"]!.GetValue<string>().ShouldBe("Trần Văn Bình");

        document["checkedBy"] = new JsonObject { ["position"] = "Trưởng phòng" };
        var problem = await SendAsync(g22, document).JsonAsync(HttpStatusCode.UnprocessableEntity);
        problem["code"]!.GetValue<string>().ShouldBe("AXS-5130");
        problem["findings"]![0]!["path"]!.GetValue<string>().ShouldBe("/checkedBy/name");
    }

    [Fact]
    public async Task Judges_a_form_by_the_same_door()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var problem = await SendAsync(g22, new { to = new[] { new { code = "H37" } }, code = "1/A" }).JsonAsync(HttpStatusCode.UnprocessableEntity);
        problem["findings"]!.AsArray().Select(finding => finding!["path"]!.GetValue<string>())
            .ShouldContain(path => path.EndsWith("/Subject", StringComparison.Ordinal));
        Directory.GetFiles(rig.At("spool/forms")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Takes_no_form_in_when_the_disk_reserve_is_reached()
    {
        await using var rig = await AdapterRig.StartAsync(options => options.DiskReserve = long.MaxValue / 2);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        (await SendAsync(g22, Document).JsonAsync(HttpStatusCode.InsufficientStorage))["code"]!.GetValue<string>().ShouldBe("AXS-5001");
        (await SendAsync(g22, Document, "v1/packages/check").JsonAsync(HttpStatusCode.InsufficientStorage))["code"]!.GetValue<string>().ShouldBe("AXS-5001");
    }

    [Fact]
    public async Task Checks_without_sending()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var list = await SendAsync(g22, Document, "v1/packages/check").JsonAsync(HttpStatusCode.OK);
        list["passed"]!.GetValue<bool>().ShouldBeTrue();
        State(list, "R2").ShouldBe("PASSED");
        State(list, "R9").ShouldBe("NOT_CHECKED");

        rig.Hub.Opinion = new(Axis.Contracts.Checks.Checklist.Empty.With(new(Axis.Contracts.Checks.CheckRule.R9, Axis.Contracts.Checks.CheckState.Passed, [])).Results);
        State(await SendAsync(g22, Document, "v1/packages/check").JsonAsync(HttpStatusCode.OK), "R9").ShouldBe("PASSED");
        rig.Hub.GoAway();
        State(await SendAsync(g22, Document, "v1/packages/check").JsonAsync(HttpStatusCode.OK), "R9").ShouldBe("NOT_CHECKED");
        rig.Hub.Submitted.ShouldBeEmpty();
        (await g22.ReadAsync("v1/packages"))["items"]!.AsArray().ShouldBeEmpty();
    }

    private static string State(JsonNode list, string rule) =>
        list["results"]!.AsArray().Single(result => result!["rule"]!.GetValue<string>() == rule)!["state"]!.GetValue<string>();

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, object document, string path = "v1/packages", string? key = null)
    {
        using var form = new MultipartFormDataContent
        {
            { JsonContent.Create(document), "document" },
            { new ByteArrayContent(Letters.Pdf), "file", "Công văn 7816.pdf" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("1;Lạng Sơn")), "file", "Phụ lục.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
