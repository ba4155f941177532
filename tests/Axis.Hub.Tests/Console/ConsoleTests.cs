using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Operate.Queues;
using Axis.Hub.Operate.Trace;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;
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
        (await ApiAsync($"/api/documents?before={before}&last={lines[0]!["documentId"]}")).AsArray().ShouldHaveSingleItem()!["kind"]!.GetValue<string>().ShouldBe("edoc");
    }

    /// <summary>A batch is accepted at one instant; a page that ended by time alone would lose the rest of it.</summary>
    [Fact]
    public async Task Pages_through_documents_that_were_accepted_at_one_instant()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        DocumentRow[] batch = [.. Enumerable.Range(0, 5).Select(_ => Rows.Document())];
        await fixture.WriteAsync((ledger, token) => ledger.InsertDocumentsAsync(batch, token));
        var store = new TraceStore(fixture.Database, fixture.Ledger, console.Services.GetRequiredService<IAgencyRegistry>(), console.Services.GetRequiredService<CalendarInForce>(), TimeProvider.System);

        var first = await store.ListAsync(null, null, null, null, 3, Token);
        var rest = await store.ListAsync(null, null, first[^1].AcceptedAt, first[^1].DocumentId, 3, Token);

        first.Concat(rest).Select(line => line.DocumentId).Order().ShouldBe(batch.Select(document => document.DocumentId).Order());
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
        document["checkedBy"]!["name"]!.GetValue<string>().ShouldBe("Nguyễn Thị Hoa");
        var page = await PageAsync($"/documents/{console.Document.DocumentId}");
        page.ShouldContain("Hoàn thành");
        page.ShouldContain("đĩa đầy");
        page.ShouldContain("AXS-1007");
        page.ShouldContain("INITIAL → PROCESSING");
        page.ShouldContain("Nguyễn Thị Hoa <small>Văn thư");
    }

    [Theory]
    [InlineData("vi", "hạn 14/05/2031 17:30:00 (tạm tính)")]
    [InlineData("en", "due 14/05/2031 17:30:00 (provisional)")]
    public async Task Marks_a_due_time_that_may_still_move(string language, string due)
    {
        (await PageAsync($"/documents/{console.Document.DocumentId}?lang={language}")).ShouldContain(due);
        (await ApiAsync($"/api/deliveries/{console.Deliveries[0].DeliveryId}"))["provisional"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("process");
    }

    [Theory]
    [InlineData("vi", "Đã đến trạm nhận", "trạm G22", "1.234 byte")]
    [InlineData("en", "At the receiver's adapter", "adapter G22", "1,234 bytes")]
    public async Task Tells_a_history_in_the_readers_language_beside_its_own_names(string language, string happened, string source, string size)
    {
        var page = await PageAsync($"/documents/{console.Document.DocumentId}?lang={language}");
        page.ShouldContain(happened);
        page.ShouldContain("<code>PROCESSING</code>");
        page.ShouldContain($">{source}</td>");
        page.ShouldContain(size);
    }

    [Fact]
    public async Task Names_a_status_by_code_and_word_and_leads_to_what_it_is_about()
    {
        (await PageAsync("/documents?kind=status")).ShouldContain("Trạng thái 03 – Đã tiếp nhận");
        (await PageAsync("/documents?kind=status&lang=en")).ShouldContain("Status 03 – Accepted");
        var status = (await ApiAsync("/api/documents?kind=status")).AsArray().ShouldHaveSingleItem()!["documentId"];
        var page = await PageAsync($"/documents/{status}");
        page.ShouldContain($"href=\"/deliveries/{console.Deliveries[0].DeliveryId}\"");
        page.ShouldNotContain("Ngày ban hành");
    }

    [Theory]
    [InlineData("vi", "Thu hồi", "Từ chối")]
    [InlineData("en", "Recall", "Refused")]
    public async Task Tells_what_was_asked_about_a_delivery_and_leads_to_what_brought_it(string language, string command, string answer)
    {
        var page = await PageAsync($"/documents/{console.Document.DocumentId}?lang={language}");
        page.ShouldContain(command + " <small>");
        page.ShouldContain($"<span class=\"badge fail\">{answer}</span>");
        page.ShouldContain("16 Đã thi hành xong");
        page.ShouldContain("Ban hành sai thẩm quyền");
        page.ShouldContain($"href=\"/deliveries/{console.Recall.DeliveryId}\"");
        (await PageAsync($"/documents/{console.Recall.DocumentId}?lang={language}")).ShouldContain($"href=\"/deliveries/{console.Deliveries[0].DeliveryId}\"");
        (await ApiAsync($"/api/deliveries/{console.Recall.DeliveryId}"))["about"]!.AsArray().ShouldHaveSingleItem()!["command"]!.GetValue<string>().ShouldBe("Recall");
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
    public async Task Names_the_sender_of_each_document() =>
        (await PageAsync("/documents?kind=edoc")).ShouldContain("Văn phòng Ủy ban nhân dân tỉnh");

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
