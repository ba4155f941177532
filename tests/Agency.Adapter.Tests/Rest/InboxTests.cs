using System.Net;
using System.Security.Cryptography;
using System.Text;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Rest;

public class InboxTests
{
    [Fact]
    public async Task Hands_out_the_exact_bytes_and_takes_done()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var package = await Letters.WriteAsync();
        await g22.SubmitAsync(package).JsonAsync(HttpStatusCode.Accepted);
        var item = (await h37.InboxAsync(1))[0]!;

        item["sender"]!.GetValue<string>().ShouldBe("G22");
        item["documentCode"]!.GetValue<string>().ShouldBe("7816/VPCP-TTĐT");
        var id = item["deliveryId"]!.GetValue<Guid>();
        var bytes = await h37.GetByteArrayAsync(new Uri($"v1/inbox/{id}/package", UriKind.Relative), TestContext.Current.CancellationToken);
        bytes.ShouldBe(package);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(item["packageSha256"]!.GetValue<string>());

        (await h37.TellAsync($"v1/inbox/{id}/acknowledge", new { result = "done" }))["repeated"]!.GetValue<bool>().ShouldBeFalse();
        (await h37.TellAsync($"v1/inbox/{id}/acknowledge", new { result = "done" }))["repeated"]!.GetValue<bool>().ShouldBeTrue();
        (await h37.TellAsync($"v1/inbox/{id}/acknowledge", new { result = "fail", reason = "x" }, HttpStatusCode.Conflict))["code"]!
            .GetValue<string>().ShouldBe("AXS-5003");
        (await h37.ReadAsync("v1/inbox?kind=edoc"))["items"]!.AsArray().ShouldBeEmpty();
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == id && line.Kind == AcknowledgeKind.Done));
        (await g22.InboxAsync(1, "status"))[0]!["statusCode"]!.GetValue<string>().ShouldBe("01");
    }

    [Fact]
    public async Task Offers_everything_again_until_it_is_acknowledged()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        for (var number = 1; number <= 3; number++)
        {
            await g22.SubmitAsync(await Letters.WriteAsync(number: number)).JsonAsync(HttpStatusCode.Accepted);
        }

        var items = await h37.InboxAsync(3);
        items.Select(item => item!["cursor"]!.GetValue<long>()).ShouldBeInOrder();
        (await h37.ReadAsync($"v1/inbox?after={items[1]!["cursor"]}"))["items"]!.AsArray().Count.ShouldBe(1);
        await h37.GetByteArrayAsync(new Uri($"v1/inbox/{items[0]!["deliveryId"]}/package", UriKind.Relative), TestContext.Current.CancellationToken);
        await rig.StartAgainAsync();
        using var again = rig.Client(AdapterRig.KeyOfH37);
        (await again.ReadAsync("v1/inbox"))["items"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Shows_what_a_delivery_holds_without_handing_it_out()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted);
        var id = (await h37.InboxAsync(1))[0]!["deliveryId"];
        var detail = await h37.ReadAsync($"v1/inbox/{id}");

        detail["from"]!["name"]!.GetValue<string>().ShouldBe("Văn phòng Chính phủ");
        detail["promulgation"]!["date"]!.GetValue<string>().ShouldBe("2026-11-23");
        detail["signer"]!["fullName"]!.GetValue<string>().ShouldBe("Nguyễn Văn A");
        detail["attachments"]![0]!["name"]!.GetValue<string>().ShouldBe("Công văn.pdf");
        detail["seal"]!["valid"]!.GetValue<bool>().ShouldBeTrue();
        detail["taken"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Hands_out_a_single_file_decoded_under_its_vietnamese_name()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var table = Encoding.UTF8.GetBytes("STT;Đơn vị\n1;Lạng Sơn\n");
        var draft = Letters.Draft(files: [("Công văn số 7816.pdf", Letters.Pdf), ("Phụ lục.csv", table)]);
        await g22.SubmitAsync(await Letters.WriteAsync(draft)).JsonAsync(HttpStatusCode.Accepted);
        var id = (await h37.InboxAsync(1))[0]!["deliveryId"];

        using var pdf = await h37.GetAsync(new Uri($"v1/inbox/{id}/attachments/1", UriKind.Relative), TestContext.Current.CancellationToken);
        (await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Letters.Pdf);
        var disposition = pdf.Content.Headers.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileNameStar.ShouldBe("Công văn số 7816.pdf");
        using var csv = await h37.GetAsync(new Uri($"v1/inbox/{id}/attachments/2", UriKind.Relative), TestContext.Current.CancellationToken);
        (await csv.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(table);
        (await h37.ReadAsync($"v1/inbox/{id}/attachments/3", HttpStatusCode.NotFound))["code"]!.GetValue<string>().ShouldBe("AXS-5106");
        (await h37.ReadAsync($"v1/inbox/{id}"))["taken"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Tells_that_a_delivery_was_taken_back()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted);
        var id = (await h37.InboxAsync(1))[0]!["deliveryId"]!.GetValue<Guid>();
        rig.Hub.Cancel(id, 1);
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == id && line.Kind == AcknowledgeKind.Cancelled));

        (await h37.ReadAsync($"v1/inbox/{id}/package", HttpStatusCode.Gone))["code"]!.GetValue<string>().ShouldBe("AXS-5002");
        (await h37.TellAsync($"v1/inbox/{id}/acknowledge", new { result = "done" }, HttpStatusCode.Gone))["code"]!.GetValue<string>().ShouldBe("AXS-5002");
    }

    [Fact]
    public async Task Reports_a_failure_with_its_reason()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted);
        var id = (await h37.InboxAsync(1))[0]!["deliveryId"]!.GetValue<Guid>();
        await h37.TellAsync($"v1/inbox/{id}/acknowledge", new { result = "fail", reason = "Hệ thống đầy" });

        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Fail));
        var line = rig.Hub.Acknowledged.Single(line => line.Kind == AcknowledgeKind.Fail);
        line.Reason.ShouldBe("Hệ thống đầy");
        line.Cause.ShouldBe(FailCause.Agency);
    }
}
