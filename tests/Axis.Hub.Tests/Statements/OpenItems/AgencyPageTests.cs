using System.Globalization;
using Agency.Adapter.Tests.Clerk;
using Axis.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Axis.Hub.Tests.Statements.OpenItems;

/// <summary>The operator's pages of the agencies in a real browser without script.</summary>
public sealed class AgencyPageTests(Browser browser, BusyNation nation) : IClassFixture<Browser>, IClassFixture<BusyNation>
{
    public static TheoryData<string, int> Screens => new() { { "vi", 1280 }, { "en", 1280 }, { "vi", 390 }, { "en", 390 } };

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Every_agency_stands_by_the_four_columns_and_what_it_waits_for_the_most_first(string language, int width)
    {
        var page = await browser.OpenAsync(nation.Address, width);

        await page.GotoAsync($"/agencies?lang={language}");

        await Expect(page.Locator(".figures li.bad")).ToHaveTextAsync(language == "vi"
            ? ["4 Gửi lỗi", "3 Nhận lỗi", "2 Tồn đọng", "2 Chưa phản hồi"]
            : ["4 Send errors", "3 Receive errors", "2 Backlog", "2 Not answered"]);
        await Expect(page.Locator("thead th")).ToHaveTextAsync(language == "vi"
            ? ["Đơn vị", "Gửi lỗi", "Nhận lỗi", "Tồn đọng", "Chưa phản hồi", "Gửi đi chưa đến", "Gửi đi chưa được phản hồi"]
            : ["Agency", "Send errors", "Receive errors", "Backlog", "Not answered", "Sent, not arrived", "Sent, not answered"]);
        var rows = await page.Locator("tbody tr").AllAsync();
        var shown = new List<string>();
        foreach (var row in rows)
        {
            shown.Add($"{await row.Locator("th a").TextContentAsync()} {string.Join(' ', await row.Locator("td").AllTextContentsAsync())}");
        }

        shown.ShouldBe(["G22 3 1 1 1 1 1", "H37 0 1 1 1 1 1", "H14 1 1 0 0 0 0", "H99 0 0 0 0 0 0"]);
        await Expect(page.Locator("tbody td.bad")).ToHaveCountAsync(9);
        await Browser.LookAsync(page, $"agencies-{language}");
        await page.Locator("tbody a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(language == "vi" ? "Văn phòng Chính phủ (G22)" : "Office of the Government (G22)");
    }

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task An_agency_shows_each_open_case_with_its_sentence_and_the_statements_of_thirty_days(string language, int width)
    {
        var page = await browser.OpenAsync(nation.Address, width);
        var vi = language == "vi";

        await page.GotoAsync($"/agencies/G22?lang={language}");

        await Expect(page.Locator(".figures li")).ToHaveTextAsync(vi
            ? ["3 Gửi lỗi", "1 Nhận lỗi", "1 Tồn đọng", "1 Chưa phản hồi", "1 Gửi đi chưa đến", "1 Gửi đi chưa được phản hồi"]
            : ["3 Send errors", "1 Receive errors", "1 Backlog", "1 Not answered", "1 Sent, not arrived", "1 Sent, not answered"]);
        await Expect(page.Locator(".figures li.bad")).ToHaveCountAsync(4);
        await Expect(page.Locator("h2")).ToHaveTextAsync(vi
            ? ["Gửi lỗi 3", "Nhận lỗi 1", "Tồn đọng 1", "Chưa phản hồi 1", "Gửi đi chưa đến 1", "Gửi đi chưa được phản hồi 1", "Báo cáo 30 ngày gần đây"]
            : ["Send errors 3", "Receive errors 1", "Backlog 1", "Not answered 1", "Sent, not arrived 1", "Sent, not answered 1", "Statements of the last 30 days"]);
        var failed = page.Locator("table").First.Locator("tbody tr");
        await Expect(failed.Locator("th")).ToHaveTextAsync(["9/VPCP-TTĐT", "1/VPCP-TTĐT", "5/VPCP-TTĐT"]);
        await Expect(failed.Locator("th a")).ToHaveCountAsync(2);
        var promised = failed.Nth(1);
        await Expect(promised).ToContainTextAsync(vi ? "Ủy ban nhân dân tỉnh Lạng Sơn (H37)" : "People's Committee of Lang Son Province (H37)");
        await Expect(promised).ToContainTextAsync(vi ? "bên gửi cần gửi lại hoặc đóng có lý do." : "the sender has to send it again or to close it with a reason.");
        await Expect(promised.Locator("small")).ToContainTextAsync(vi ? "Bên nhận hẹn xử lý xong ngày 31/12/2026" : "The receiver promised it for 31/12/2026");
        await Expect(failed.Nth(0)).ToContainTextAsync(vi ? "Trục từ chối gói tin (AXS-1004)" : "The axis refused the package (AXS-1004)");
        var days = page.Locator("table").Last.Locator("tbody th");
        await Expect(days).ToHaveTextAsync(Enumerable.Range(1, 30).Select(back => BusyNation.Today.AddDays(-back).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)));
        await Browser.LookAsync(page, $"agency-{language}");
    }

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task What_a_merged_agency_left_open_stands_before_its_successor_under_the_old_name(string language, int width)
    {
        var page = await browser.OpenAsync(nation.Address, width);

        await page.GotoAsync($"/agencies/H37?lang={language}");

        await Expect(page.Locator(".figures li b")).ToHaveTextAsync(["1", "2", "1", "1", "1", "1"]);
        var ofOld = language == "vi" ? "của H14" : "of H14";
        await Expect(page.Locator("table").Nth(0).Locator("tbody th")).ToContainTextAsync(["6/VPCP-TTĐT"]);
        await Expect(page.Locator("table").Nth(0).Locator("tbody th small")).ToHaveTextAsync([ofOld]);
        await Expect(page.Locator("table").Nth(1).Locator("tbody th")).ToContainTextAsync(["1/VPCP-TTĐT", "5/VPCP-TTĐT"]);
        await Expect(page.Locator("table").Nth(1).Locator("tbody tr").Nth(1).Locator("th small")).ToHaveTextAsync([ofOld]);
        await Expect(page.Locator("tbody th small")).ToHaveCountAsync(2);
        await Browser.LookAsync(page, $"agency-merged-{language}");
    }

    [BrowserFact]
    public async Task An_agency_without_an_English_name_has_its_Vietnamese_one_on_the_English_pages_too()
    {
        var page = await browser.OpenAsync(nation.Address, 1280);

        await page.GotoAsync("/agencies?lang=en");
        await Expect(page.Locator("tbody tr").Last.Locator("th")).ToHaveTextAsync("H99 Ủy ban nhân dân huyện Văn Lãng");
        await page.GotoAsync("/agencies/H99?lang=en");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ủy ban nhân dân huyện Văn Lãng (H99)");
    }

    [BrowserFact]
    public async Task An_agency_with_nothing_open_says_so_and_a_code_of_none_is_not_found()
    {
        var page = await browser.OpenAsync(nation.Address, 390);

        await page.GotoAsync("/agencies/H99");

        await Expect(page.Locator(".empty")).ToHaveTextAsync("Không còn mục nào phải xử lý.");
        await Browser.LookAsync(page, "agency-calm");
        (await page.GotoAsync("/agencies/X77"))!.Status.ShouldBe(404);
    }
}
