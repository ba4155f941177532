using System.Net;
using System.Net.Http.Json;
using Agency.Adapter.Tests.AgencySystem;

namespace Agency.Adapter.Tests.Rest;

public class StatusTests
{
    [Fact]
    public async Task Sends_a_status_for_a_delivery_once_however_often_it_is_posted()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted);
        var delivery = (await h37.InboxAsync(1))[0]!["deliveryId"]!.GetValue<Guid>();
        await h37.TellAsync($"v1/inbox/{delivery}/acknowledge", new { result = "done" });
        await g22.InboxAsync(1, "status");
        var status = new { deliveryId = delivery, code = "03", description = "Đã vào sổ", staff = new { name = "Lê Thị B", department = "Văn thư" } };
        var first = await PostAsync(h37, status);
        rig.Clock.Ahead = TimeSpan.FromMinutes(5);
        var second = await PostAsync(h37, status);

        second["submissionId"]!.GetValue<Guid>().ShouldBe(first["submissionId"]!.GetValue<Guid>());
        second["repeated"]!.GetValue<bool>().ShouldBeTrue();
        var items = await g22.InboxAsync(2, "status");
        items.Select(item => item!["statusCode"]!.GetValue<string>()).ShouldBe(["01", "03"]);
        items[1]!["targetDeliveryId"]!.GetValue<Guid>().ShouldBe(delivery);
        items[1]!["documentCode"]!.GetValue<string>().ShouldBe("7816/VPCP-TTĐT");
        (await h37.ReadAsync($"v1/packages/{first["submissionId"]}"))["kind"]!.GetValue<string>().ShouldBe("status");
    }

    private static Task<System.Text.Json.Nodes.JsonNode> PostAsync(HttpClient http, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/statuses") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", "status-1");
        return http.SendAsync(request, TestContext.Current.CancellationToken).JsonAsync(HttpStatusCode.Accepted);
    }
}
