using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Axis.Hub.Mail;
using Axis.Hub.Operate.Queues;
using Axis.Hub.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Axis.Hub.Tests.Console;

/// <summary>The pages and the API: frame, overview, stuck items, and what they give to nobody.</summary>
public sealed partial class ConsoleTests(ConsoleFixture console) : IClassFixture<ConsoleFixture>
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
    [InlineData("/documents?q=t%C4%83ng%20c%C6%B0%E1%BB%9Dng&kind=edoc", "/documents?q=t%C4%83ng%20c%C6%B0%E1%BB%9Dng&kind=edoc&lang=en")]
    [InlineData("/stuck?status=all&lang=vi", "/stuck?status=all&lang=en")]
    [InlineData("/stuck?lang=en&status=all", "/stuck?status=all&lang=vi")]
    [InlineData("/", "/?lang=en")]
    public async Task Switches_the_language_of_the_very_page_that_is_shown(string path, string other)
    {
        var page = await PageAsync(path);
        page.ShouldContain($"href=\"{other}\"");
    }

    [Theory]
    [InlineData("vi", "Đã từ chối văn bản mang dấu bí mật nhà nước", "có dấu chỉ độ mật")]
    [InlineData("en", "A document marked as a state secret was refused", "state secrets must not be sent")]
    public async Task Tells_the_alerts_of_the_last_days(string language, string happened, string why)
    {
        var page = await PageAsync("/?lang=" + language);
        page.ShouldContain(happened);
        page.ShouldContain(why);
        page.ShouldContain("H37.02");
        (await ApiAsync("/api/alerts")).AsArray().ShouldHaveSingleItem()!["agencyCode"]!.GetValue<string>().ShouldBe("H37.02");
    }

    [Fact]
    public async Task Tells_of_mail_with_addresses_masked()
    {
        var (id, now) = (Guid.CreateVersion7(), SqlTime.Cut(TimeProvider.System.GetUtcNow()));
        var row = new MailRow
        {
            MailId = id, Kind = MailKinds.Alerts, MailKey = $"{id}", AboutId = id, Address = "vanthu@h37.gov.vn", Language = "vi", Subject = "Thử", CreatedAt = now, TryUntil = now, NextTryAt = now,
        };
        await console.Services.GetRequiredService<IDatabase>().WriteAsync(
            "test", (session, token) => session.ExecuteAsync(MailSql.InsertMails, new { rows = SqlJson.Write([row]) }, token), TestContext.Current.CancellationToken);

        (await ApiAsync("/api/mail")).AsArray().ShouldHaveSingleItem()!["address"]!.GetValue<string>().ShouldBe("v***@h37.gov.vn");
        (await ApiAsync("/api/mail?failed=true")).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Counts_what_an_operator_has_to_decide()
    {
        (await ApiAsync("/api/queues"))["cancelsUndecided"]!.GetValue<int>().ShouldBe(1);
        (await PageAsync("/")).ShouldContain("axis-hub cancel list");
    }

    [Theory]
    [InlineData("vi", "luân phiên dưới một tên trạm", "trạm H14")]
    [InlineData("en", "take turns under one adapter name", "adapter H14")]
    public async Task Tells_what_would_alert_in_the_last_days(string language, string happened, string who)
    {
        var page = await PageAsync("/?lang=" + language);
        page.ShouldContain(happened);
        page.ShouldContain($">{who}</td>");
        page.ShouldNotContain("long ago");
    }

    /// <summary>A retry that could not be done opens its item again: it must not look closed.</summary>
    [Fact]
    public async Task Tells_an_item_that_was_tried_in_vain_from_a_closed_one()
    {
        var page = await PageAsync($"/stuck/{ConsoleFixture.TriedId}");
        page.ShouldContain("Xử lý lần cuối");
        page.ShouldContain("người vận hành an");
        page.ShouldNotContain("Đóng lúc");
    }

    [Fact]
    public async Task Shows_stuck_items_but_never_their_content()
    {
        var item = (await ApiAsync("/api/stuck")).AsArray().Single(each => each!["stuckId"]!.GetValue<Guid>() == ConsoleFixture.StuckId)!;
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
