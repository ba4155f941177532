using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Axis.Hub.Operate.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Axis.Hub.Tests.Console;

public sealed class ConsoleTests(ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_adapters_with_window_backlog_heartbeat_and_skew()
    {
        var page = await PageAsync("/");
        page.ShouldContain("lang=\"vi\"");
        page.ShouldContain("Trạm Bộ TTTT");
        page.ShouldContain("axis.out.H14");
        page.ShouldContain("125.000 ms");
        var adapters = (await ApiAsync("/api/adapters")).AsArray();
        adapters.Select(adapter => adapter!["code"]!.GetValue<string>()).ShouldBe(["G22", "H14", "H37"]);
        adapters[0]!["incomingBacklog"]!.GetValue<int>().ShouldBe(17);
        adapters[1]!["waiting"]!.GetValue<int>().ShouldBe(1);
        (await ApiAsync("/api/queues"))["queues"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Says_that_it_has_no_sign_in_and_is_for_this_machine_only() =>
        (await PageAsync("/?lang=en")).ShouldContain("no sign-in yet");

    [Fact]
    public async Task Speaks_English_when_asked_and_remembers_it()
    {
        using var answer = await console.Client.GetAsync("/documents?lang=en", Token);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("lang=\"en\"");
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("lang=en"));
    }

    [Theory]
    [InlineData("tăng cường")]
    [InlineData("7816/VPCP")]
    [InlineData("H14.07")]
    [InlineData("H37.02,2026")]
    public async Task Finds_a_document_by_what_people_know_of_it(string sought) =>
        (await ApiAsync("/api/documents?q=" + Uri.EscapeDataString(sought))).AsArray()
            .Select(line => line!["documentId"]!.GetValue<Guid>()).ShouldContain(console.Document.DocumentId);

    [Fact]
    public async Task Finds_a_document_by_any_of_its_ids()
    {
        foreach (var id in new[] { console.Document.DocumentId, console.Document.SubmissionId, console.Deliveries[2].DeliveryId })
        {
            (await ApiAsync($"/api/documents?q={id}")).AsArray().ShouldHaveSingleItem()!["documentId"]!.GetValue<Guid>().ShouldBe(console.Document.DocumentId);
        }
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_816")]
    [InlineData("[7]816")]
    [InlineData("không có đâu")]
    public async Task Takes_the_sought_text_as_it_is(string sought) =>
        (await ApiAsync("/api/documents?q=" + Uri.EscapeDataString(sought))).AsArray().ShouldBeEmpty();

    [Fact]
    public async Task Lists_the_newest_first_and_pages_by_time()
    {
        var lines = (await ApiAsync("/api/documents")).AsArray();
        lines.Select(line => line!["kind"]!.GetValue<string>()).ShouldBe(["status", "edoc"]);
        var before = Uri.EscapeDataString(lines[0]!["acceptedAt"]!.GetValue<DateTimeOffset>().ToString("O"));
        (await ApiAsync($"/api/documents?before={before}")).AsArray().ShouldHaveSingleItem()!["kind"]!.GetValue<string>().ShouldBe("edoc");
    }

    [Fact]
    public async Task Tells_both_states_the_history_and_the_findings_of_a_document()
    {
        var document = await ApiAsync($"/api/documents/{console.Document.DocumentId}");
        var receivers = document["receivers"]!.AsArray();
        receivers.Select(receiver => $"{receiver!["receiverCode"]} {receiver["transport"]} {receiver["business"]}")
            .ShouldBe(["G22.01 DONE 03", "G22.05 PROCESSING ", "H14.07 FAIL ", "H14.09 INITIAL "]);
        receivers[0]!["events"]!.AsArray().Count.ShouldBe(3);
        document["findings"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("AXS-1007");
        var page = await PageAsync($"/documents/{console.Document.DocumentId}");
        page.ShouldContain("Hoàn thành");
        page.ShouldContain("đĩa đầy");
        page.ShouldContain("AXS-1007");
        page.ShouldContain("INITIAL → PROCESSING");
    }

    [Fact]
    public async Task Writes_what_agencies_wrote_as_text_never_as_markup()
    {
        var page = await RawAsync($"/documents/{console.Document.DocumentId}");
        WebUtility.HtmlDecode(page).ShouldContain("<gửi");
        page.ShouldNotContain("<g");
    }

    [Fact]
    public async Task Leads_from_a_delivery_to_its_document()
    {
        var delivery = console.Deliveries[1].DeliveryId;
        (await ApiAsync($"/api/deliveries/{delivery}"))["cause"]!.GetValue<string>().ShouldContain("đĩa đầy");
        using var answer = await console.Client.GetAsync($"/deliveries/{delivery}", Token);
        answer.Headers.Location!.ToString().ShouldBe($"/documents/{console.Document.DocumentId}?delivery={delivery}#{delivery}");
    }

    [Fact]
    public async Task Shows_stuck_items_but_never_their_content()
    {
        var item = (await ApiAsync("/api/stuck")).AsArray().ShouldHaveSingleItem()!;
        item["bytes"]!.GetValue<long>().ShouldBe(14);
        item["documentId"]!.GetValue<Guid>().ShouldBe(console.Document.DocumentId);
        foreach (var path in new[] { "/stuck", $"/stuck/{ConsoleFixture.StuckId}", "/api/stuck?status=all" })
        {
            using var answer = await console.Client.GetAsync(path, Token);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
            text.ShouldContain("6 lần");
            text.ShouldNotContain("SECRET-CONTENT");
            text.ShouldNotContain(Convert.ToBase64String("SECRET-CONTENT"u8));
        }

        (await ApiAsync("/api/stuck?status=closed")).AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/documents/")]
    [InlineData("/deliveries/")]
    [InlineData("/stuck/")]
    [InlineData("/api/documents/")]
    [InlineData("/api/deliveries/")]
    public async Task Answers_404_for_an_unknown_id(string path)
    {
        using var answer = await console.Client.GetAsync(path + Guid.Empty, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/documents")]
    [InlineData("/metrics")]
    public async Task Does_not_exist_on_another_endpoint_of_the_hub(string path)
    {
        using var answer = await console.OtherClient.GetAsync(path, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("axis.example")]
    [InlineData("10.0.0.1")]
    public async Task Does_not_answer_under_a_foreign_name(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/documents");
        request.Headers.Host = host;
        using var answer = await console.Client.SendAsync(request, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Forbids_scripts_framing_and_keeping()
    {
        using var answer = await console.Client.GetAsync("/", Token);
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync(Token)).ShouldNotContain("<script");
    }

    [Fact]
    public async Task Gives_Prometheus_its_gauges()
    {
        await console.Services.GetServices<IHostedService>().OfType<SampleBacklog>().Single().SampleAsync(Token);
        var page = await PageAsync("/metrics");
        page.ShouldContain("axis_hub_deliveries_waiting");
        page.ShouldContain("adapter=\"H14\"");
        page.ShouldContain("axis_hub_stuck_open");
        page.ShouldContain("axis_hub_ledger_duration_seconds_count{otel_scope_name=\"Axis.Hub\",name=\"sample-backlog\"}");
    }

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await RawAsync(path));

    private async Task<string> RawAsync(string path)
    {
        using var answer = await console.Client.GetAsync(path, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<JsonNode> ApiAsync(string path) => (await console.Client.GetFromJsonAsync<JsonNode>(path, Token))!;
}
