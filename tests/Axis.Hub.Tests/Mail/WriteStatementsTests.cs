using Axis.Contracts.Calendar;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Mail;
using Axis.Hub.Mail.Daily;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;
using Dapper;
using Microsoft.Data.Sqlite;
using MimeKit;
using UglyToad.PdfPig;

namespace Axis.Hub.Tests.Mail;

/// <summary>The daily statement by e-mail. It begins on Tuesday 24/11/2026, 10:00 in Vietnam.</summary>
public sealed class WriteStatementsTests
{
    private const string Reader = "vanthu@h37.gov.vn";
    private static readonly DateOnly Tuesday = new(2026, 11, 24);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task An_agency_gets_the_figures_and_the_files_of_a_run_once(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await host.AddAsync("H37", Reader, alerts: false);
        await host.AddAsync("H37", "clerk@h37.gov.vn", ContactRow.English, alerts: false);
        await host.AddAsync("H37", "alerts@h37.gov.vn", statements: false);
        await FailAsync(host);
        await IssueAsync(host, Tuesday);

        await TurnAsync(host);
        await TurnAsync(host);

        host.Server.Taken.Select(mail => mail.To).ShouldBe([Reader, "clerk@h37.gov.vn"], ignoreOrder: true);
        var mail = host.Server.Taken.Single(one => one.To == Reader);
        mail.Subject.ShouldBe("[Trục] Báo cáo gửi, nhận văn bản ngày 24/11/2026 - H37 (H37)");
        mail.Text.ShouldContain("* 24/11/2026: Gửi lỗi 0; Nhận lỗi 1; Tồn đọng 0; Chưa phản hồi 0");
        mail.Text.ShouldNotContain("kiểm thử", customMessage: "no subject of a document");
        mail.Html.ShouldContain("Nhận lỗi");
        Names(mail).ShouldBe(["statement-H37-2026-11-24-v1.pdf", "statement-H37-2026-11-24-v1.xlsx"]);
        using var pdf = PdfDocument.Open(Bytes(mail, 0));
        string.Concat(pdf.GetPages().Select(page => page.Text)).ShouldContain("H37");
        host.Server.Taken.Single(one => one.To != Reader).Subject.ShouldBe("[Axis] Daily statement of 24/11/2026 - H37 (H37)");
    }

    [Fact]
    public async Task An_agency_of_level_1_without_an_adapter_gets_its_statement()
    {
        var ministry = Guid.CreateVersion7();
        await using var host = await MailHost.StartAsync(more: [FlowNation.Agency(ministry, "G99", null)]);
        await host.AddAsync("G99", "vanthu@g99.gov.vn");
        await host.Flow.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);

        await TurnAsync(host);

        Names(host.Server.Taken.ShouldHaveSingleItem()).ShouldBe(["statement-G99-2026-11-24-v1.pdf", "statement-G99-2026-11-24-v1.xlsx"]);
    }

    [Fact]
    public async Task Days_made_up_and_corrections_come_in_one_message_that_names_them()
    {
        await using var host = await MailHost.StartAsync();
        await host.AddAsync("H37", Reader, alerts: false);
        await host.Flow.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.Flow.SubmitOneAsync(new Draft());
        var sent = host.Flow.Queues.Deliveries("H37").ShouldHaveSingleItem();
        await host.Flow.AcknowledgeAsync(sent, AcknowledgeKind.Done);
        await IssueAsync(host, Tuesday.AddDays(1));
        await TurnAsync(host);
        await host.Flow.BeatAsync("H37", skew: TimeSpan.Zero);
        await host.Flow.SubmitOneAsync(new Draft
        {
            Adapter = "H37", Sender = "H37", To = ["G22"], Status = "03", Target = sent.DeliveryId, SealedAt = new DateTimeOffset(2026, 11, 25, 2, 0, 0, TimeSpan.Zero),
        });
        await IssueAsync(host, Tuesday.AddDays(2));

        await TurnAsync(host);

        host.Server.Taken.Count.ShouldBe(2);
        host.Server.Taken[0].Subject.ShouldContain("24/11/2026 - 25/11/2026");
        var mail = host.Server.Taken[1];
        mail.Text.ShouldContain("Báo cáo ngày 25/11/2026 là bản sửa (phiên bản 2) thay cho bản đã gửi, vì có 1 sự việc đến muộn, nêu trong tệp đính kèm.");
        mail.Text.ShouldContain("The statement of 25/11/2026 is a correction (version 2)");
        Names(mail).ShouldBe(
        [
            "statement-H37-2026-11-25-v2.pdf", "statement-H37-2026-11-25-v2.xlsx", "statement-H37-2026-11-26-v1.pdf", "statement-H37-2026-11-26-v1.xlsx",
        ]);
    }

    [Fact]
    public async Task A_correction_without_a_late_event_claims_none()
    {
        await using var host = await MailHost.StartAsync();
        await host.AddAsync("H37", Reader, alerts: false);
        await host.Flow.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);
        await TurnAsync(host);
        await using (var connection = RawDatabase.Connect(host.Flow.Get<IDatabase>().Dialect, host.Flow.Options.Ledger))
        {
            // As a program before this one would have said it.
            (await connection.ExecuteAsync("UPDATE Statement SET Sha256 = @hash", new { hash = new string('a', 64) })).ShouldBePositive();
            await connection.ExecuteAsync(
                "INSERT INTO UnseenDeliveryEvent (EffectiveAt, DeliveryId, Sequence) SELECT EffectiveAt, @id, 1 FROM DeliveryEvent LIMIT 1", new { id = Guid.CreateVersion7() });
        }

        await IssueAsync(host, Tuesday.AddDays(1));
        await TurnAsync(host);

        host.Server.Taken[^1].Text.ShouldContain("Báo cáo ngày 24/11/2026 là bản sửa (phiên bản 2) thay cho bản đã gửi, vì nội dung đã được tính lại.");
    }

    [Fact]
    public async Task Files_that_are_too_large_for_a_message_are_left_out_and_that_is_said()
    {
        await using var host = await MailHost.StartAsync(configure: options => options.AttachmentLimit = 64 * 1024);
        await host.AddAsync("H37", Reader, alerts: false);
        await host.Flow.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday.AddDays(4));

        await TurnAsync(host);

        var mail = host.Server.Taken.ShouldHaveSingleItem();
        mail.Text.ShouldContain("chỉ có tệp PDF");
        Names(mail).ShouldAllBe(name => name.EndsWith(".pdf"));
        mail.Message.Attachments.Sum(part => Bytes(part).LongLength).ShouldBeLessThanOrEqualTo(64 * 1024);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_hubs_at_once_write_one_message_to_each_address(string database)
    {
        await using var host = await MailHost.StartAsync(database);
        await host.AddAsync("H37", Reader);
        await host.AddAsync("G22", "vanthu@g22.gov.vn");
        await using var beside = await host.Flow.StartBesideAsync(configure: options => MailHost.Configure(options.Mail, host.Server));
        await host.Flow.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);

        await Task.WhenAll(Task.Run(() => host.Flow.TurnAsync<WriteStatements>(), Cancellation), Task.Run(() => beside.TurnAsync<WriteStatements>(), Cancellation));

        (await host.ListAsync()).Select(mail => (mail.Kind, mail.Address)).ShouldBe([(MailKinds.Statements, Reader), (MailKinds.Statements, "vanthu@g22.gov.vn")], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_issued_long_ago_is_not_made_up_for()
    {
        await using var host = await MailHost.StartAsync();
        await host.Flow.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);
        host.Flow.Time.AdjustTime(host.Flow.Time.GetUtcNow().AddDays(4));
        await host.AddAsync("H37", Reader);

        await TurnAsync(host);

        host.Server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_agency_whose_statement_cannot_be_read_keeps_no_other_waiting_and_gets_its_message_when_it_can()
    {
        await using var host = await MailHost.StartAsync();
        await host.AddAsync("H37", Reader);
        await host.AddAsync("G22", "vanthu@g22.gov.vn");
        await host.Flow.SubmitOneAsync(new Draft());
        await IssueAsync(host, Tuesday);
        var row = (await host.Flow.Get<StatementStore>().FindAsync(FlowNation.Province, Tuesday, null, Cancellation))!;
        await SetAsync([0]);

        await TurnAsync(host);
        await TurnAsync(host);

        host.Server.Taken.ShouldHaveSingleItem().To.ShouldBe("vanthu@g22.gov.vn");
        await SetAsync(row.Content);
        await TurnAsync(host);
        await TurnAsync(host);
        host.Server.Taken.Select(mail => mail.To).ShouldBe(["vanthu@g22.gov.vn", Reader]);

        async Task SetAsync(byte[] content)
        {
            await using var connection = new SqliteConnection(host.Flow.Options.Ledger);
            await connection.OpenAsync(Cancellation);
            (await connection.ExecuteAsync("UPDATE Statement SET Content = @content WHERE Sha256 = @sha256", new { content, sha256 = row.Sha256 })).ShouldBe(1);
        }
    }

    private static async Task FailAsync(MailHost host)
    {
        await host.Flow.SubmitOneAsync(new Draft());
        await host.Flow.AcknowledgeAsync(host.Flow.Queues.Deliveries("H37")[0], AcknowledgeKind.Fail, cause: FailCause.Agency);
    }

    private static async Task IssueAsync(MailHost host, DateOnly day)
    {
        var morning = VietnamTime.At(day.AddDays(1), new TimeOnly(6, 30));
        if (host.Flow.Time.GetUtcNow() < morning)
        {
            host.Flow.Time.AdjustTime(morning);
        }

        (await host.Flow.Get<IssueStatements>().RunAsync(day, null, Cancellation)).ShouldBeOfType<IssueOutcome.Issued>();
    }

    private static async Task TurnAsync(MailHost host)
    {
        await host.Flow.TurnAsync<WriteStatements>();
        await host.Flow.TurnAsync<SendMail>();
    }

    private static string[] Names(TakenMail mail) => [.. mail.Message.Attachments.Select(part => part.ContentDisposition!.FileName!)];

    private static byte[] Bytes(TakenMail mail, int place) => Bytes(mail.Message.Attachments.ElementAt(place));

    private static byte[] Bytes(MimeEntity part)
    {
        using var bytes = new MemoryStream();
        ((MimePart)part).Content!.DecodeTo(bytes, Cancellation);
        return bytes.ToArray();
    }
}
