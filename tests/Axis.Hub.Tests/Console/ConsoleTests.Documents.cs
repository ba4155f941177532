using System.Net;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Trace;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Console;

/// <summary>Documents: how they are found, listed and told.</summary>
public sealed partial class ConsoleTests
{
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

    [Fact]
    public async Task Names_the_sender_of_each_document() =>
        (await PageAsync("/documents?kind=edoc")).ShouldContain("Văn phòng Ủy ban nhân dân tỉnh");

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
}
