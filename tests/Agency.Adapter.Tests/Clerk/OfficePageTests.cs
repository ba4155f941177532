using System.Globalization;
using Agency.Adapter.Served;
using Agency.Adapter.Tests.AgencySystem;
using Agency.Adapter.Tests.Rest;
using Axis.Contracts.Calendar;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Contracts.Why;
using Axis.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Agency.Adapter.Tests.Clerk;

/// <summary>What an agency's office sees and does, in a real browser without script.</summary>
public sealed class OfficePageTests(Browser browser) : IClassFixture<Browser>
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
    private static DateOnly Today => VietnamTime.DateOf(Now);

    public static TheoryData<string, int> Screens => new() { { "vi", 1280 }, { "en", 1280 }, { "vi", 390 }, { "en", 390 } };

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Shows_the_four_columns_each_item_with_its_sentence_and_the_statements(string language, int width)
    {
        await using var rig = await StartAsync();
        rig.Hub.Items.AddRange(Items());
        rig.Hub.SendOfAxis(await StatementsAsync(31), "G22");
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await g22.InboxAsync(1);
        var page = await SignInAsync(rig, language, width);

        await page.Locator("nav a").Nth(1).ClickAsync();

        await Expect(page.Locator(".figures").First.Locator("li")).ToHaveTextAsync(language == "vi"
            ? ["1 Gửi lỗi", "0 Nhận lỗi", "1 Tồn đọng", "0 Chưa phản hồi"]
            : ["1 Send errors", "0 Receive errors", "1 Backlog", "0 Not answered"]);
        var item = page.Locator(".item").First;
        await Expect(item).ToContainTextAsync(language == "vi" ? "bên gửi cần gửi lại hoặc đóng có lý do." : "the sender has to send it again or to close it with a reason.");
        await Expect(item.Locator(".said")).ToContainTextAsync(language == "vi" ? "Bên nhận hẹn xử lý xong ngày" : "The receiver promised it for");
        await item.Locator("summary").ClickAsync();
        await Expect(item.Locator(".actions button")).ToHaveCountAsync(4);
        await Expect(page.Locator(".drafts li")).ToHaveCountAsync(30);
        await Expect(page.Locator(".drafts li").First.Locator("a")).ToHaveTextAsync(["PDF"]);
        await Browser.LookAsync(page, $"office-{language}");
    }

    [BrowserFact]
    public async Task An_act_is_done_once_in_the_agencys_name_and_a_fault_is_shown_once()
    {
        await using var rig = await StartAsync();
        rig.Hub.Items.AddRange(Items());
        var page = await SignInAsync(rig, "vi", 1280);
        await page.GotoAsync("/check/office");
        var item = page.Locator(".item").First;
        await item.Locator("summary").ClickAsync();
        await item.Locator("[name=note]").FillAsync("Đang sửa máy chủ");
        await item.Locator("[name=by]").FillAsync("Trần Thị B");
        await item.Locator("[name=promisedOn]").FillAsync("2026-12-03");

        await item.Locator("button[value=Promise]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/check/office$"));
        await page.ReloadAsync();

        rig.Hub.Acts.ShouldBe([(Items()[0].Id, new ActRequest(ItemAct.Promise, "G22", "Đang sửa máy chủ", new DateOnly(2026, 12, 3), "Trần Thị B"))]);
        rig.Hub.GoAway();
        await page.GotoAsync("/check/office");
        await Expect(page.Locator(".alert")).ToContainTextAsync("Trục đang không trả lời");
        await Browser.LookAsync(page, "office-away");
        rig.Hub.ComeBack();
        await page.GotoAsync("/check/office");
        await page.Locator(".item").First.Locator("summary").ClickAsync();
        rig.Hub.GoAway();
        await page.Locator(".item").First.Locator("button[value=Resend]").ClickAsync();
        await Expect(page.Locator(".findings li")).ToContainTextAsync("AXS-");
        rig.Hub.ComeBack();
        await page.ReloadAsync();
        await Expect(page.Locator(".findings li")).ToHaveCountAsync(0);
        await page.Locator(".item").First.Locator("summary").ClickAsync();
        await page.Locator(".item").First.Locator("[name=note]").PressAsync("Enter");
        await Expect(page.Locator(".item")).ToHaveCountAsync(2);
        rig.Hub.Acts.Count.ShouldBe(1);
    }

    [BrowserFact]
    public async Task A_statement_is_read_from_the_page_and_no_other_agencys()
    {
        await using var rig = await StartAsync();
        rig.Hub.SendOfAxis(await StatementsAsync(1), "G22");
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        await g22.InboxAsync(1);
        var page = await SignInAsync(rig, "vi", 1280);
        await page.GotoAsync("/check/office");

        var address = await page.Locator(".drafts a").First.GetAttributeAsync("href");

        var answer = await page.Context.APIRequest.GetAsync(new Uri(rig.Address, address).ToString());
        (answer.Status, answer.Headers["content-type"]).ShouldBe((200, "application/pdf"));
        (await page.Context.APIRequest.GetAsync(new Uri(rig.Address, address!.Replace("G22", "H37", StringComparison.Ordinal)).ToString())).Status.ShouldBe(404);
    }

    private static OpenItem[] Items()
    {
        var ministry = new StatementAgency("H37", "Ủy ban nhân dân tỉnh Lạng Sơn", "People's Committee of Lang Son Province");
        return
        [
            new(StatementItemKind.Delivery, new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), OpenItemList.SendErrors, "G22", "7816/VPCP-TTĐT", Now.AddHours(-30),
                new WhyStuck("sender", "failed-by-agency", Now.AddHours(-30), false, null,
                    "Gửi không thành do hệ thống của Ủy ban nhân dân tỉnh Lạng Sơn: tệp PDF hỏng; bên gửi cần gửi lại hoặc đóng có lý do.",
                    "It failed because of the system of People's Committee of Lang Son Province: tệp PDF hỏng; the sender has to send it again or to close it with a reason."),
                [ItemAct.Resend, ItemAct.Close, ItemAct.Promise, ItemAct.Wait], ministry, Today.AddDays(-2), null, Guid.CreateVersion7(),
                [new(StatementSide.Receiver, StatementActKind.Promised, Now.AddHours(-20), "đang sửa máy chủ", Today.AddDays(-1), "Trần Thị B")]),
            new(StatementItemKind.Delivery, new Guid(2, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), OpenItemList.Backlog, "G22", "15/BTTTT-CNTT", Now.AddHours(-6),
                new WhyStuck("agency", "not-fetched", Now.AddHours(-6), false, null,
                    "Đang ở trạm của Văn phòng Chính phủ, hệ thống của đơn vị chưa lấy, hạn 17:30; đơn vị nhận cần lấy văn bản.", "It lies at the adapter; the receiver has to take it."),
                [ItemAct.Promise, ItemAct.Wait], ministry, Today.AddDays(-1), Now.AddHours(-2)),
        ];
    }

    private static Task<byte[]> StatementsAsync(int days) => Letters.WriteAsync(Letters.Draft("AXIS", "G22", files:
        [.. Enumerable.Range(1, days).Select(back => ($"statement-G22-{Today.AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-v{(back == 2 ? 2 : 1)}.pdf", Letters.Pdf))]));

    private static async Task<AdapterRig> StartAsync()
    {
        var rig = await AdapterRig.StartAsync();
        rig.Hub.Agencies.AddRange([Agency("G22", "Văn phòng Chính phủ"), Agency("H37", "Tỉnh Lạng Sơn")]);
        await rig.Services.GetRequiredService<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        return rig;
    }

    private static DirectoryAgency Agency(string code, string name) => new(Guid.CreateVersion7(), code, name, "", "unit", true, [], Now, null, "A1");

    private async Task<IPage> SignInAsync(AdapterRig rig, string language, int width)
    {
        var page = await browser.OpenAsync(rig.Address, width);
        await page.GotoAsync($"/check?lang={language}");
        await page.Locator("input[name=key]").FillAsync(AdapterRig.KeyOfG22);
        await page.Locator("main button").ClickAsync();
        await Expect(page.Locator("nav a")).ToHaveCountAsync(2);
        return page;
    }
}
