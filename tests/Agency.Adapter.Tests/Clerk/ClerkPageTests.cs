using System.Text;
using Agency.Adapter.Served;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Agency.Adapter.Tests.Clerk;

/// <summary>What a clerk sees and does, in a real browser without script.</summary>
public sealed class ClerkPageTests(Browser browser) : IClassFixture<Browser>
{
    public static TheoryData<string, int> Screens => new() { { "vi", 1280 }, { "en", 1280 }, { "vi", 390 }, { "en", 390 } };

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Checks_a_good_package_and_sends_it_under_the_name_of_its_checker(string language, int width)
    {
        await using var rig = await StartAsync();
        var page = await SignInAsync(rig, language, width);
        await Browser.LookAsync(page, $"start-{language}");
        await DropAsync(page, await Letters.WriteAsync());

        await Expect(page.Locator(".checklist > li")).ToHaveCountAsync(12);
        await Expect(page.Locator(".checklist > li.failed")).ToHaveCountAsync(0);
        await Expect(page.Locator(".checklist > li.passed").First).ToContainTextAsync(language == "vi" ? "Đạt" : "Passed");
        await Expect(page.Locator(".facts").First).ToContainTextAsync("7816/VPCP-TTĐT");
        await Browser.LookAsync(page, $"good-{language}");
        await page.Locator("[name='checkedBy/name']").FillAsync("Nguyễn Thị Hoa");
        await page.Locator("[name='checkedBy/position']").FillAsync("Văn thư");
        await page.Locator("button[value=send]").ClickAsync();

        await Expect(page.Locator(".sent")).ToContainTextAsync("Nguyễn Thị Hoa, Văn thư");
        await Until.Async(() => Task.FromResult(rig.Hub.Submitted.Count == 1));
        rig.Hub.Submitted.ShouldHaveSingleItem().CheckedBy!.Name.ShouldBe("Nguyễn Thị Hoa");
        await Until.Async(async () =>
        {
            await page.ReloadAsync();
            return (await page.Locator(".sent").InnerTextAsync()).Contains(language == "vi" ? "Trục đã tiếp nhận" : "Accepted by the axis", StringComparison.Ordinal);
        });
        await Browser.LookAsync(page, $"sent-{language}");
        (await page.Locator("button[value=send]").CountAsync()).ShouldBe(0);
    }

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Shows_everything_that_is_wrong_with_code_element_and_sentence(string language, int width)
    {
        await using var rig = await StartAsync();
        rig.Hub.GoAway();
        var page = await SignInAsync(rig, language, width);
        var draft = Letters.Draft(to: "H99");
        await DropAsync(page, await Letters.WriteAsync(draft with
        {
            Header = draft.Header with { Subject = "N/A", TypeName = "Thư ngỏ", Signer = new("TL. BỘ TRƯỞNG", "test", "string"), Place = "..." },
        }));

        await Expect(page.Locator(".verdict.failed")).ToContainTextAsync(language == "vi" ? "Không gửi được" : "It cannot be sent");
        await Expect(page.Locator(".checklist > li.failed")).ToHaveCountAsync(3);
        var findings = await page.Locator(".checklist .findings li").AllInnerTextsAsync();
        findings.Count.ShouldBeGreaterThanOrEqualTo(5);
        findings.ShouldContain(text => text.Contains("AXS-1004", StringComparison.Ordinal) && text.Contains("H99", StringComparison.Ordinal) && text.Contains("To[1]/OrganId", StringComparison.Ordinal));
        findings.ShouldAllBe(text => text.Contains("AXS-", StringComparison.Ordinal));
        await Expect(page.Locator(".verdict")).ToContainTextAsync(language == "vi" ? "Trục đang không trả lời" : "The axis does not answer");
        await Expect(page.Locator(".facts").First).ToContainTextAsync("Văn phòng Chính phủ G22");
        (await page.Locator("button[value=send]").CountAsync()).ShouldBe(0);
        await Browser.LookAsync(page, $"findings-{language}");
    }

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Fills_a_form_keeps_it_over_a_change_of_language_and_checks_it(string language, int width)
    {
        await using var rig = await StartAsync();
        var page = await SignInAsync(rig, language, width);
        await page.Locator("form[action='/check/form'] button").ClickAsync();
        await page.Locator("[name=code]").FillAsync("7816/VPCP-TTĐT");
        await page.Locator("[name='promulgation/date']").FillAsync("2026-11-23");
        await page.Locator("[name=subject]").FillAsync("V/v kết nối, liên thông phần mềm quản lý văn bản");
        await page.Locator("[name=find]").FillAsync("lang son");
        await page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = "Công văn 7816.pdf", MimeType = "application/pdf", Buffer = Letters.Pdf });
        await page.Locator("[name=find]").PressAsync("Enter");
        await page.Locator("input[name=add][value=H37]").CheckAsync();
        await Browser.LookAsync(page, $"form-{language}");

        var other = language == "vi" ? "en" : "vi";
        await page.Locator($"button[value={other}]").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", other);
        await Expect(page.Locator("[name=code]")).ToHaveValueAsync("7816/VPCP-TTĐT");
        await Expect(page.Locator("[name=subject]")).ToHaveValueAsync("V/v kết nối, liên thông phần mềm quản lý văn bản");
        await Expect(page.Locator("input[name=drop][value=H37]")).ToHaveCountAsync(1);
        await Expect(page.Locator("body")).ToContainTextAsync("Công văn 7816.pdf");
        await page.Locator($"button[value={language}]").ClickAsync();

        await page.Locator("[name=code]").FillAsync("7816");
        await page.Locator("button[value=check]").ClickAsync();
        await Expect(page.Locator(".alert")).ToContainTextAsync("AXS-5114");
        await Browser.LookAsync(page, $"form-faults-{language}");
        await page.Locator("[name=code]").FillAsync("7816/VPCP-TTĐT");
        await page.Locator("[name='type/name']").FillAsync("Công văn");
        await page.Locator("[name='promulgation/place']").FillAsync("Hà Nội");
        await page.Locator("[name='signer/fullName']").FillAsync("Nguyễn Văn A");
        await page.Locator("[name='signer/position']").FillAsync("Chánh Văn phòng");
        await page.Locator("[name='signer/competence']").FillAsync("TL. BỘ TRƯỞNG");
        await page.Locator("button[value=check]").ClickAsync();

        await Expect(page.Locator(".facts").First).ToContainTextAsync("Tỉnh Lạng Sơn");
        await Expect(page.Locator(".checklist > li.failed")).ToHaveCountAsync(0);
        await page.Locator($"button[value={other}]").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", other);
        await Expect(page.Locator(".checklist > li")).ToHaveCountAsync(12);
    }

    [BrowserFact]
    public async Task Sends_under_no_placeholder_and_not_what_the_hub_refuses()
    {
        await using var rig = await StartAsync();
        var page = await SignInAsync(rig, "vi", 1280);
        await DropAsync(page, await Letters.WriteAsync());
        await page.Locator("[name='checkedBy/name']").FillAsync("N/A");
        await page.Locator("button[value=send]").ClickAsync();
        await Expect(page.Locator(".alert")).ToContainTextAsync("AXS-5130");
        await Expect(page.Locator("[name='checkedBy/name']")).ToHaveValueAsync("N/A");
        await page.Locator("[name='checkedBy/name']").PressAsync("Enter");
        rig.Hub.Submitted.ShouldBeEmpty();

        rig.Hub.Opinion = Checklist.Empty.With(CheckResult.Of(CheckRule.R9, [Finding.Refuse(ErrorCatalogue.AlreadySent, "", "H37", Guid.Empty)]));
        await DropAsync(page, await Letters.WriteAsync());
        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("R9");
        (await page.Locator("button[value=send]").CountAsync()).ShouldBe(0);
        await Browser.LookAsync(page, "refused-vi");
    }

    [BrowserTheory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Keeps_nothing_of_a_state_secret_but_what_refuses_it(string language)
    {
        await using var rig = await StartAsync();
        var page = await SignInAsync(rig, language, 1280);
        var draft = Letters.Draft();
        await DropAsync(page, await Letters.WriteAsync(draft with { Header = draft.Header with { Subject = "[MẬT] Kế hoạch tuần tra biên giới", TypeName = "Sổ tuần tra" } }));

        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("AXS-2301");
        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("MessageHeader/Subject");
        await Expect(page.Locator(".proof")).ToContainTextAsync("SHA-256");
        await Browser.LookAsync(page, $"secret-{language}");
        await Expect(page.Locator("body")).Not.ToContainTextAsync("tuần tra");
        await Expect(page.Locator("body")).Not.ToContainTextAsync("cong-van-7816");
        Directory.GetFiles(rig.At("spool/forms")).ShouldBeEmpty();
        await page.ReloadAsync();
        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("AXS-2301");
        await page.GotoAsync("/check");
        await Expect(page.Locator(".drafts li")).ToHaveCountAsync(1);
        await Browser.LookAsync(page, $"secret-listed-{language}");
        await Expect(page.Locator("body")).Not.ToContainTextAsync("tuần tra");
        await Expect(page.Locator("body")).Not.ToContainTextAsync("cong-van-7816");
    }

    [BrowserFact]
    public async Task Keeps_nothing_of_a_state_secret_that_is_no_package()
    {
        await using var rig = await StartAsync();
        var page = await SignInAsync(rig, "vi", 1280);
        var letter = Encoding.UTF8.GetString(await Letters.WriteAsync(Letters.Draft() with { Header = Letters.Draft().Header with { Subject = "[MẬT] Kế hoạch" } }));

        await DropAsync(page, Encoding.UTF8.GetBytes(letter.Replace("To>", "Too>", StringComparison.Ordinal)));

        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("AXS-2301");
        Directory.GetFiles(rig.At("spool/forms")).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Keeps_nothing_of_a_form_either_that_says_a_state_secret()
    {
        await using var rig = await StartAsync();
        var page = await SignInAsync(rig, "vi", 1280);
        await page.Locator("form[action='/check/form'] button").ClickAsync();
        foreach (var (field, value) in new[]
        {
            ("code", "7816/VPCP-TTĐT"), ("promulgation/date", "2026-11-23"), ("subject", "[MẬT] Kế hoạch tuần tra"), ("type/name", "Kế hoạch"), ("promulgation/place", "Hà Nội"),
            ("signer/fullName", "Nguyễn Văn A"), ("signer/position", "Chánh Văn phòng"), ("signer/competence", "TL. BỘ TRƯỞNG"), ("find", "lang son"),
        })
        {
            await page.Locator($"[name='{field}']").FillAsync(value);
        }

        await page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = "Tuần tra.pdf", MimeType = "application/pdf", Buffer = Letters.Pdf });
        await page.Locator("[name=find]").PressAsync("Enter");
        await page.Locator("input[name=add][value=H37]").CheckAsync();
        var form = page.Url;
        await page.Locator("button[value=check]").ClickAsync();

        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("AXS-2301");
        Directory.GetFiles(rig.At("spool/forms")).ShouldBeEmpty();
        await page.GotoAsync(form);
        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("AXS-2301");
        await Expect(page.Locator("body")).Not.ToContainTextAsync("uần tra");
        await page.GotoAsync("/check");
        await Expect(page.Locator(".drafts li")).ToHaveCountAsync(1);
        await Expect(page.Locator("body")).Not.ToContainTextAsync("uần tra");
    }

    [BrowserFact]
    public async Task Tells_a_file_that_is_no_package_and_one_that_is_too_large()
    {
        await using var rig = await StartAsync(options => options.BodyLimit = 200_000);
        var page = await SignInAsync(rig, "en", 390);
        await DropAsync(page, "no xml"u8.ToArray());
        await Expect(page.Locator(".checklist > li.failed")).ToContainTextAsync("AXS-2003");
        await Browser.LookAsync(page, "no-xml-en");

        await DropAsync(page, Encoding.ASCII.GetBytes(new string('x', 300_000)));
        await Expect(page.Locator("main")).ToContainTextAsync("AXS-1016");
        await Browser.LookAsync(page, "too-large-en");
        Directory.GetFiles(rig.At("spool/forms")).Length.ShouldBe(1);
        await page.GotoAsync("/check");
        await page.Locator("form[action='/check/sign-out'] button").ClickAsync();
        await Expect(page.Locator("input[type=password]")).ToHaveCountAsync(1);
        Directory.GetFiles(rig.At("spool/forms")).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Prints_on_paper_without_what_is_only_for_the_screen()
    {
        await using var rig = await StartAsync();
        var page = await SignInAsync(rig, "vi", 1280);
        await DropAsync(page, await Letters.WriteAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(680, 1000);
        await Browser.LookAsync(page, "print-vi");

        (await page.Locator(".bar").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("#send").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator(".signature").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator(".checklist > li").Last.IsVisibleAsync()).ShouldBeTrue();
        var paper = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Encoding.ASCII.GetString(paper, 0, 5).ShouldBe("%PDF-");
        if (Environment.GetEnvironmentVariable("AXIS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "checklist.pdf"), paper, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<AdapterRig> StartAsync(Action<AdapterOptions>? set = null)
    {
        var rig = await AdapterRig.StartAsync(set);
        rig.Hub.Agencies.AddRange([Agency("G22", "Văn phòng Chính phủ"), Agency("H37", "Tỉnh Lạng Sơn"), Agency("H41", "Tỉnh Nghệ An")]);
        await rig.Services.GetRequiredService<ReadDirectory>().ReadAsync(TestContext.Current.CancellationToken);
        return rig;
    }

    private static DirectoryAgency Agency(string code, string name) =>
        new(Guid.CreateVersion7(), code, name, "", "unit", true, [], TimeProvider.System.GetUtcNow(), null, "A1");

    private async Task<IPage> SignInAsync(AdapterRig rig, string language, int width)
    {
        var page = await browser.OpenAsync(rig.Address, width);
        await page.GotoAsync($"/check?lang={language}");
        await page.Locator("input[name=key]").FillAsync("axk_wrong");
        await page.Locator("main button").ClickAsync();
        await Expect(page.Locator(".alert")).ToHaveCountAsync(1);
        await Browser.LookAsync(page, $"sign-in-{language}");
        await page.Locator("input[name=key]").FillAsync(AdapterRig.KeyOfG22);
        await page.Locator("main button").ClickAsync();
        await Expect(page.Locator("[name=edxml]")).ToHaveCountAsync(1);
        page.Url.ShouldNotContain(AdapterRig.KeyOfG22);
        return page;
    }

    private static async Task DropAsync(IPage page, byte[] package)
    {
        await page.GotoAsync("/check");
        await page.Locator("[name=edxml]").SetInputFilesAsync(new FilePayload { Name = "cong-van-7816.edxml", MimeType = "application/xml", Buffer = package });
        await page.Locator("form[action='/check/edxml'] button").ClickAsync();
    }
}
