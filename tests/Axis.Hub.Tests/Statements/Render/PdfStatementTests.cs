using Axis.Contracts.Statements;
using Axis.Hub.Statements.Render;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Axis.Hub.Tests.Statements.Render;

public sealed class PdfStatementTests(Printer printer) : IClassFixture<Printer>
{
    [Fact]
    public void The_first_page_is_what_a_head_of_office_signs_under()
    {
        using var pdf = Open(SampleStatement.Busy());

        var text = Text(pdf.GetPage(1));

        text.ShouldContain("TRỤC LIÊN THÔNG VĂN BẢN QUỐC GIA");
        text.ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        text.ShouldContain("Độc lập - Tự do - Hạnh phúc");
        text.ShouldContain("BÁO CÁO GỬI, NHẬN VĂN BẢN ĐIỆN TỬ");
        text.ShouldContain("Ủy ban nhân dân tỉnh Lạng Sơn");
        text.ShouldContain("Mã H37. Ngày 25/11/2026, tính đến 00:00 26/11/2026. Phiên bản 2, lập lúc 06:30 26/11/2026.");
        text.ShouldContain("1.284");
        text.ShouldContain("29:35:09");
        text.ShouldContain("Sổ khớp");
        text.ShouldContain("THỦ TRƯỞNG CƠ QUAN");
        text.ShouldContain("Đã ký số bởi Trục liên thông văn bản quốc gia");
    }

    [Fact]
    public void Then_come_the_agencies_below_and_each_list_that_is_not_empty()
    {
        using var pdf = Open(SampleStatement.Busy());

        var text = string.Join(" ", pdf.GetPages().Skip(1).Select(Text));

        foreach (var heading in new[] { "Đơn vị trực thuộc (3)", "Gửi lỗi (4)", "Nhận lỗi (2)", "Tồn đọng (3)", "Chưa phản hồi (5)", "Gửi đi chưa đến (2)", "Gửi đi chưa được phản hồi (2)" })
        {
            text.ShouldContain(heading);
        }

        text.ShouldContain("(không đọc được)");
        text.ShouldContain("7818/VPCP-TTĐT");
        text.ShouldContain("Đầu ngày đổi do cây đơn vị: Tồn đọng −2");
        text.ShouldNotContain("Sổ lệch");
    }

    [Fact]
    public void Books_that_do_not_hold_are_told_with_both_numbers()
    {
        using var pdf = Open(SampleStatement.Wrong());

        Text(pdf.GetPage(1)).ShouldContain("SỔ LỆCH ở 2 phép kiểm tra, xem trang sau.");
        Text(pdf.GetPage(2)).ShouldContain("Toàn trục: lượt lỗi, bên gửi = bên nhận");
        Text(pdf.GetPage(2)).ShouldContain("1.201");
    }

    [Fact]
    public void What_books_differ_in_is_told_with_what_to_do_in_both_languages()
    {
        using var pdf = Open(SampleStatement.Differing());

        Text(pdf.GetPage(1)).ShouldContain("Sổ của trạm và của trục lệch nhau ở 2 mục, xem trang sau.");
        var text = string.Join(" ", pdf.GetPages().Skip(1).Select(Text));
        text.ShouldContain("Sổ của trạm và của trục lệch nhau (2)");
        text.ShouldContain("AXS-8512");
        text.ShouldContain("Đơn vị: Trục ghi là đã đến");
        text.ShouldContain("Trạm, tự động:");
        text.ShouldContain("the agency: It has arrived");
    }

    [Fact]
    public void A_correction_tells_what_differs_and_the_events_that_came_late_as_many_as_paper_bears()
    {
        using var pdf = Open(SampleStatement.Corrected(events: 700));

        var text = string.Join(" ", pdf.GetPages().Skip(1).Select(Text));
        text.ShouldContain("Đính chính so với bản trước (4)");
        text.ShouldContain("Chưa phản hồi: Cuối ngày");
        text.ShouldContain("Sự việc đến muộn (700)");
        text.ShouldContain("7816/VPCP-TTĐT Văn phòng Chính phủ (G22) Trạng thái 03: Đã tiếp nhận 17:00");
        text.ShouldContain("Status 03: Accepted");
        text.ShouldContain("Đối soát: phát hiện lệch sổ (AXS-8512)");
        text.ShouldNotContain("STATUS", Case.Sensitive);
        text.ShouldContain("Và 670 sự việc đến muộn khác, xem bảng tính.");
    }

    [Fact]
    public void A_correction_that_was_issued_before_its_events_had_names_tells_their_kind()
    {
        using var pdf = Open(SampleStatement.CorrectedOnce());

        var text = string.Join(" ", pdf.GetPages().Skip(1).Select(Text));
        text.ShouldContain("Sự việc đến muộn (2)");
        text.ShouldContain("Trạng thái");
        text.ShouldNotContain("STATUS", Case.Sensitive);
    }

    [Fact]
    public void A_day_without_anything_is_one_page_and_a_friendly_sentence()
    {
        using var pdf = Open(SampleStatement.Zero());

        pdf.NumberOfPages.ShouldBe(1);
        var text = Text(pdf.GetPage(1));
        text.ShouldContain("Trong ngày đơn vị không gửi, không nhận văn bản nào");
        text.ShouldContain("đơn vị thí điểm");
        text.ShouldContain("Trang 1/1");
    }

    [Fact]
    public void A_long_list_runs_over_pages_that_have_numbers_and_the_head_of_the_table()
    {
        using var pdf = Open(SampleStatement.Huge(500));

        var pages = pdf.GetPages().Select(Text).ToArray();

        pages.Length.ShouldBeGreaterThan(20);
        foreach (var (index, page) in pages.Index().Skip(1))
        {
            page.ShouldContain("Vì sao, ai cần xử lý");
            page.ShouldContain($"Trang {index + 1}/{pages.Length}");
        }

        var all = string.Join(" ", pages);
        Enumerable.Range(10, 500).Where(at => !all.Contains($"{7_816 + at}/VPCP-TTĐT", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    public static IEnumerable<TheoryDataRow<string>> Shapes => new[] { "busy", "zero", "wrong", "differing", "corrected", "corrected much", "corrected once", "long", "long and quiet" }.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Shapes))]
    public void No_word_covers_another_or_leaves_the_page(string shape)
    {
        using var pdf = Open(Of(shape));

        foreach (var page in pdf.GetPages())
        {
            var words = page.GetWords().ToArray();
            words.Where(word => word.BoundingBox.Left < 40 || word.BoundingBox.Right > 555 || word.BoundingBox.Bottom < 25).Select(word => word.Text).ShouldBeEmpty();
            words.SelectMany((one, at) => words.Skip(at + 1).Where(other => Cover(one, other)).Select(other => $"{one.Text} / {other.Text}")).ShouldBeEmpty($"{shape}, page {page.Number}");
        }
    }

    private static Statement Of(string shape)
    {
        var agency = new StatementAgency(
            "H29.14.01.001", string.Concat(Enumerable.Repeat("Trung tâm Công nghệ thông tin và Truyền thông ", 9)), string.Concat(Enumerable.Repeat("Information Technology Centre ", 20)), Pilot: true);
        return shape switch
        {
            "busy" => SampleStatement.Busy(),
            "zero" => SampleStatement.Zero(),
            "wrong" => SampleStatement.Wrong(),
            "differing" => SampleStatement.Differing(),
            "corrected" => SampleStatement.Corrected(),
            "corrected much" => SampleStatement.Corrected(events: 700),
            "corrected once" => SampleStatement.CorrectedOnce(),
            "long" => SampleStatement.With(new string('7', 300) + "/VPCP", string.Join(" ", Enumerable.Repeat("lỗi rất dài \u0001 không ngắt", 900)), agency),
            _ => SampleStatement.Zero() with { Agency = agency },
        };
    }

    /// <summary>By more than letters of neighbouring lines touch each other.</summary>
    private static bool Cover(Word one, Word other)
    {
        var (a, b) = (one.BoundingBox, other.BoundingBox);
        return Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 1 && Math.Min(a.Top, b.Top) - Math.Max(a.Bottom, b.Bottom) > 2;
    }

    private static string Text(Page page) => string.Join(" ", page.GetWords().Select(word => word.Text));

    private PdfDocument Open(Statement statement) => PdfDocument.Open(printer.Files.Of(statement, 2, SampleStatement.IssuedAt, StatementFormat.Pdf));
}
