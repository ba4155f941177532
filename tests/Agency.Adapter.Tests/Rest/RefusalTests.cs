using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;

namespace Agency.Adapter.Tests.Rest;

/// <summary>Bad input gets a coded answer in both languages, and nothing of it is kept.</summary>
public class RefusalTests
{
    private const string AnyId = "01900000-0000-7000-8000-000000000000";

    public static TheoryData<string, string, string, string?, int, string> Table => new()
    {
        { "POST", "v1/packages", "application/xml", "", 422, "AXS-2001" },
        { "POST", "v1/packages", "application/xml", "not xml", 422, "AXS-2003" },
        { "POST", "v1/packages", "application/xml", "<!DOCTYPE a><a/>", 422, "AXS-2004" },
        { "POST", "v1/packages", "application/xml", "<edXML><a></edXML>", 422, "AXS-2005" },
        { "POST", "v1/packages", "text/plain", "x", 415, "AXS-5108" },
        { "POST", "v1/packages", "application/x-www-form-urlencoded", "x", 415, "AXS-5108" },
        { "POST", "v1/packages?agency=H37", "application/xml", "<a/>", 404, "AXS-5102" },
        { "POST", "v1/packages?agency=NOWHERE", "application/xml", "<a/>", 404, "AXS-5102" },
        { "POST", "v1/packages", "multipart/form-data", "x", 400, "AXS-5107" },
        { "POST", "v1/packages", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\nx\r\n--b--\r\n", 422, "AXS-5112" },
        { "POST", "v1/packages", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{\r\n--b--\r\n", 400, "AXS-5107" },
        { "POST", "v1/packages", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{}\r\n--b--\r\n", 422, "AXS-5113" },
        { "POST", "v1/packages", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{\"code\":\"7816\"}\r\n--b--\r\n", 422, "AXS-5114" },
        { "POST", "v1/packages", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"document\"\r\n\r\n{\"code\":\"1/A\",\"to\":[{\"code\":\"H37\"}],\"priority\":\"1\"}\r\n--b--\r\n", 400, "AXS-5107" },
        { "GET", "v1/packages?state=done", "", null, 422, "AXS-5114" },
        { "GET", "v1/packages?limit=0", "", null, 422, "AXS-5114" },
        { "GET", "v1/packages?after=x", "", null, 400, "AXS-5107" },
        { "GET", "v1/packages?agency=H37", "", null, 404, "AXS-5102" },
        { "GET", $"v1/packages/{AnyId}", "", null, 404, "AXS-5104" },
        { "GET", "v1/packages/no-guid", "", null, 404, "AXS-5117" },
        { "POST", $"v1/packages/{AnyId}/resend", "", null, 404, "AXS-5104" },
        { "POST", $"v1/packages/{AnyId}/close", "application/json", "{}", 404, "AXS-5104" },
        { "GET", "v1/inbox?kind=mail", "", null, 422, "AXS-5114" },
        { "GET", "v1/inbox?agency=H37", "", null, 404, "AXS-5102" },
        { "GET", "v1/inbox?limit=501", "", null, 422, "AXS-5114" },
        { "GET", $"v1/inbox/{AnyId}", "", null, 404, "AXS-5105" },
        { "GET", $"v1/inbox/{AnyId}/package", "", null, 404, "AXS-5105" },
        { "GET", $"v1/inbox/{AnyId}/attachments/1", "", null, 404, "AXS-5105" },
        { "POST", $"v1/inbox/{AnyId}/acknowledge", "application/json", "{\"result\":\"done\"}", 404, "AXS-5105" },
        { "POST", "v1/statuses", "application/json", "", 400, "AXS-5107" },
        { "POST", "v1/statuses", "application/json", "null", 400, "AXS-5107" },
        { "POST", "v1/statuses", "application/json", "{}", 422, "AXS-5113" },
        { "POST", "v1/statuses", "application/json", "{\"code\":\"99\"}", 422, "AXS-1013" },
        { "POST", "v1/statuses", "application/json", "{\"code\":\"02\"}", 422, "AXS-5008" },
        { "POST", "v1/statuses", "application/json", "{\"code\":\"03\"}", 422, "AXS-5007" },
        { "POST", "v1/statuses", "application/json", $"{{\"code\":\"03\",\"deliveryId\":\"{AnyId}\"}}", 422, "AXS-5007" },
        { "POST", "v1/statuses", "application/json", "{\"code\":3}", 400, "AXS-5107" },
        { "POST", "v1/statuses", "text/plain", "x", 415, "AXS-5108" },
        { "GET", "v1/nothing", "", null, 404, "AXS-5117" },
        { "DELETE", "v1/packages", "", null, 405, "AXS-5117" },
    };

    [Theory, MemberData(nameof(Table))]
    public async Task Names_what_is_wrong(string method, string path, string kind, string? body, int status, string code)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", kind);
        }

        using var answer = await g22.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        problem["code"]!.GetValue<string>().ShouldBe(code);
        problem["title"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        problem["vietnamese"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        problem["vietnamese"]!.GetValue<string>().ShouldNotBe(problem["title"]!.GetValue<string>());
        problem["findings"]!.AsArray().ShouldNotBeEmpty();
        (await g22.ReadAsync("v1/packages"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, InlineData(null), InlineData("axk_wrong"), InlineData("")]
    public async Task Asks_for_a_known_key(string? key)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = rig.Client(key is "" ? null : key);
        if (key is "")
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic YTpi");
        }

        (await http.ReadAsync("v1/inbox", HttpStatusCode.Unauthorized))["code"]!.GetValue<string>().ShouldBe("AXS-5101");
        (await http.ReadAsync("v1/inbox?limit=x", HttpStatusCode.Unauthorized))["code"]!.GetValue<string>().ShouldBe("AXS-5101");
    }

    [Fact]
    public async Task Shows_one_key_nothing_of_another_agency()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var h37 = rig.Client(AdapterRig.KeyOfH37);
        var sent = (await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.Accepted))["submissionId"];
        var arrived = (await h37.InboxAsync(1))[0]!["deliveryId"];

        (await h37.ReadAsync($"v1/packages/{sent}", HttpStatusCode.NotFound))["code"]!.GetValue<string>().ShouldBe("AXS-5104");
        (await h37.ReadAsync("v1/packages"))["items"]!.AsArray().ShouldBeEmpty();
        await h37.TellAsync($"v1/packages/{sent}/resend", new { }, HttpStatusCode.NotFound);
        await h37.TellAsync($"v1/packages/{sent}/close", new { reason = "x" }, HttpStatusCode.NotFound);
        (await g22.ReadAsync("v1/inbox?kind=edoc"))["items"]!.AsArray().ShouldBeEmpty();
        await g22.ReadAsync($"v1/inbox/{arrived}", HttpStatusCode.NotFound);
        await g22.ReadAsync($"v1/inbox/{arrived}/package", HttpStatusCode.NotFound);
        await g22.ReadAsync($"v1/inbox/{arrived}/attachments/1", HttpStatusCode.NotFound);
        await g22.TellAsync($"v1/inbox/{arrived}/acknowledge", new { result = "done" }, HttpStatusCode.NotFound);
        using var status = new HttpRequestMessage(HttpMethod.Post, "v1/statuses") { Content = JsonContent.Create(new { deliveryId = arrived, code = "03" }) };
        await g22.SendAsync(status, TestContext.Current.CancellationToken).JsonAsync(HttpStatusCode.UnprocessableEntity);
        rig.Hub.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_body_beyond_the_limit()
    {
        await using var rig = await AdapterRig.StartAsync(options => options.BodyLimit = 10_000);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/packages") { Content = new ByteArrayContent(new byte[20_000]) };
        request.Headers.ExpectContinue = true;
        var problem = await g22.SendAsync(request, TestContext.Current.CancellationToken).JsonAsync(HttpStatusCode.RequestEntityTooLarge);
        problem["code"]!.GetValue<string>().ShouldBe("AXS-1016");
    }

    [Fact]
    public async Task Refuses_before_it_loses_when_the_disk_reserve_is_reached()
    {
        await using var rig = await AdapterRig.StartAsync(options => options.DiskReserve = long.MaxValue / 2);
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        var problem = await g22.SubmitAsync(await Letters.WriteAsync()).JsonAsync(HttpStatusCode.InsufficientStorage);
        problem["code"]!.GetValue<string>().ShouldBe("AXS-5001");
        problem["retryable"]!.GetValue<bool>().ShouldBeTrue();
        using var anyone = rig.Client(null);
        (await anyone.ReadAsync("v1/health"))["takesPackages"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Asks_which_agency_speaks_when_neither_query_nor_package_says_it()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var both = rig.Client(AdapterRig.KeyOfBoth);
        (await both.SubmitAsync("<edXML/>"u8.ToArray()).JsonAsync(HttpStatusCode.BadRequest))["code"]!.GetValue<string>().ShouldBe("AXS-5103");
        (await both.SubmitAsync("<edXML/>"u8.ToArray(), query: "?agency=G22").JsonAsync(HttpStatusCode.UnprocessableEntity))["code"]!
            .GetValue<string>().ShouldStartWith("AXS-21");
    }

    [Theory, InlineData(0), InlineData(201)]
    public async Task Refuses_an_unusable_idempotency_key(int length)
    {
        await using var rig = await AdapterRig.StartAsync();
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        (await g22.SubmitAsync(await Letters.WriteAsync(), new string('k', length)).JsonAsync(HttpStatusCode.BadRequest))["code"]!
            .GetValue<string>().ShouldBe("AXS-5109");
    }
}
