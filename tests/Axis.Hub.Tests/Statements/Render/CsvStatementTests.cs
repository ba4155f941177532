using System.Text;
using Axis.Contracts.Statements;
using Axis.Hub.Statements.Render;
using CsvHelper;

namespace Axis.Hub.Tests.Statements.Render;

public sealed class CsvStatementTests
{
    [Fact]
    public void It_begins_with_the_mark_by_which_a_spreadsheet_knows_UTF_8()
    {
        var bytes = Print(SampleStatement.Busy());

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(bytes).ShouldEndWith("\r\n");
    }

    [Fact]
    public void It_tells_head_figures_times_and_checks()
    {
        var rows = Rows(SampleStatement.Busy());

        rows.Single(row => row.Figure == "Phiên bản")["Giá trị / Value"].ShouldBe("2");
        rows.Single(row => row.Figure == "Lập lúc, giờ Việt Nam")["Giá trị / Value"].ShouldBe("2026-11-26 06:30:00");
        var backlog = rows.Single(row => row.Figure == "Tồn đọng" && row.Section == "Các cột phải bằng 0 / Columns that must be zero");
        new[] { "Đầu ngày / Opening", "Vào / In", "Ra / Out", "Cuối ngày / Closing" }.Select(column => backlog[column]).ShouldBe(["5", "9", "11", "3"]);
        rows.Where(row => row.Figure == "Tồn đọng: ra vì đã đến").Select(row => (row.Section, row["Giá trị / Value"])).ShouldBe(
            [("Các cột phải bằng 0 / Columns that must be zero", "8"), ("Đơn vị trực thuộc / Agencies below", "8")]);
        rows.Single(row => row.Figure == "Đơn vị phản hồi: 95% không quá")["Giá trị / Value"].ShouldBe("29:35:09");
        rows.Where(row => row.Section == "Kiểm tra sổ / Checks of the books").Select(row => row["Giá trị / Value"]).Distinct().ShouldBe(["khớp / agrees"]);
        Rows(SampleStatement.Wrong()).Count(row => row["Giá trị / Value"] == "LỆCH / DIFFERS").ShouldBe(2);
    }

    [Fact]
    public void It_tells_each_line_of_each_list_with_its_other_side()
    {
        var statement = SampleStatement.Busy();

        var rows = Rows(statement).Where(row => row["Mã lượt gửi hoặc hồ sơ / Delivery or case id"].Length > 0).ToArray();

        rows.GroupBy(row => row.Section).Select(group => (group.Key, group.Count())).ShouldBe(
        [
            ("Gửi lỗi / Send errors", 4), ("Nhận lỗi / Receive errors", 2), ("Tồn đọng / Backlog", 3), ("Chưa phản hồi / Not answered", 5),
            ("Gửi đi chưa đến / Sent, not arrived", 2), ("Gửi đi chưa được phản hồi / Sent, not answered", 2),
        ]);
        var first = statement.Items.Backlog[0];
        var row = rows.First(row => row.Section == "Tồn đọng / Backlog");
        row["Văn bản / Document"].ShouldBe("7826/VPCP-TTĐT");
        row["Mã nơi gửi hoặc nhận / Other side's code"].ShouldBe("K41");
        row["Từ lúc / Since"].ShouldBe("2026-11-24 17:10:00");
        row["Vì sao, ai cần xử lý / Why (vi)"].ShouldBe(first.WhyVi);
        row["Mã lượt gửi hoặc hồ sơ / Delivery or case id"].ShouldBe(first.Id.ToString());
    }

    [Fact]
    public void It_tells_what_books_differ_in_with_what_to_do()
    {
        var rows = Rows(SampleStatement.Differing()).Where(row => row.Section == "Sổ của trạm và của trục lệch nhau / Differences of the books").ToArray();

        new[] { "Đầu ngày / Opening", "Vào / In", "Ra / Out", "Cuối ngày / Closing" }.Select(column => rows[0][column]).ShouldBe(["1", "2", "1", "2"]);
        rows[1].Figure.ShouldBe("nhận về, trạm thiếu");
        rows[1]["Giá trị / Value"].ShouldBe("đơn vị / the agency");
        rows[1]["Vì sao, ai cần xử lý / Why (vi)"].ShouldEndWith("đề nghị người vận hành trục chuyển lại. (AXS-8512)");
        rows.Length.ShouldBe(3);
        Rows(SampleStatement.Busy()).ShouldNotContain(row => row.Section.StartsWith("Sổ của trạm", StringComparison.Ordinal));
    }

    [Fact]
    public void A_correction_tells_what_differs_from_the_version_before_and_which_events_came_late()
    {
        var rows = Rows(SampleStatement.Corrected()).Where(row => row.Section == "Đính chính so với bản trước / Changed since the version before").ToArray();

        rows.Select(row => (row.Figure, row["Giá trị / Value"])).Take(4).ShouldBe(
        [
            ("Chưa phản hồi: Cuối ngày", "6 → 5"), ("Chưa phản hồi: phản hồi", "12 → 13"), ("Danh sách: Tồn đọng: nội dung các dòng", "… → …"),
            ("Gửi đi chưa đến: cũ nhất từ", "– → 17:00 24/11/2026"),
        ]);
        string[] told =
        [
            "Văn bản / Document", "Mã nơi gửi hoặc nhận / Other side's code", "Nơi gửi hoặc nhận / Other side (vi)", "Từ lúc / Since", "Vì sao, ai cần xử lý / Why (vi)",
            "Vì sao, tiếng Anh / Why (en)", "Mã lượt gửi hoặc hồ sơ / Delivery or case id",
        ];
        string.Join('|', told.Select(column => rows.First(row => row.Figure == "Sự việc đến muộn")[column])).ShouldBe(
            "7816/VPCP-TTĐT|G22|Văn phòng Chính phủ|2026-11-25 17:00:00|Trạng thái 03: Đã tiếp nhận|Status 03: Accepted|00000000-0011-004a-8000-000000000001");
        rows.Count(row => row.Figure == "Sự việc đến muộn").ShouldBe(2);
        string.Join('|', told.Select(column => Rows(SampleStatement.CorrectedOnce()).First(row => row.Figure == "Sự việc đến muộn")[column])).ShouldBe(
            "||||Trạng thái|Status|00000000-0011-004a-8000-000000000001");
        rows[^1]["Giá trị / Value"].ShouldBe("2");
        Rows(SampleStatement.Busy()).ShouldNotContain(row => row.Section.StartsWith("Đính chính", StringComparison.Ordinal));
    }

    [Fact]
    public void It_tells_the_agencies_below_and_what_the_tree_changed()
    {
        var rows = Rows(SampleStatement.Busy());

        rows.Where(row => row["Mã cơ quan / Agency code"] == "H37.03" && row.Figure == "Tồn đọng").ShouldHaveSingleItem()["Cuối ngày / Closing"].ShouldBe("2");
        rows.Where(row => row["Mã cơ quan / Agency code"] == "H37.01").ShouldBeEmpty();
        rows.Where(row => row["Giá trị / Value"] == "-2").ShouldHaveSingleItem().Figure.ShouldBe("Tồn đọng");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")")]
    [InlineData("+84 12", "'+84 12")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'=1")]
    [InlineData("\n=1", "'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("15/QĐ, \"gấp\"", "15/QĐ, \"gấp\"")]
    public void Text_that_a_spreadsheet_would_reckon_is_text(string document, string cell)
    {
        var row = Rows(SampleStatement.With(document, document)).Single(row => row["Mã lượt gửi hoặc hồ sơ / Delivery or case id"].Length > 0);

        row["Văn bản / Document"].ShouldBe(cell);
        row["Why (en)"].ShouldBe(cell);
    }

    [Fact]
    public void An_agency_on_whose_day_nothing_was_has_its_zeros()
    {
        var rows = Rows(SampleStatement.Zero());

        rows.Single(row => row.Figure == "Gửi lỗi" && row["Cuối ngày / Closing"] == "0").Section.ShouldBe("Các cột phải bằng 0 / Columns that must be zero");
        rows.ShouldContain(row => row.Figure == "Đơn vị thí điểm");
        rows.ShouldAllBe(row => row["Văn bản / Document"].Length == 0);
    }

    [Fact]
    public void Three_thousand_lines_are_three_thousand_lines() =>
        Rows(SampleStatement.Huge(3_000)).Count(row => row.Section == "Tồn đọng / Backlog").ShouldBe(3_000);

    private static byte[] Print(Statement statement) => CsvStatement.Write(statement, 2, SampleStatement.IssuedAt);

    private static List<Line> Rows(Statement statement)
    {
        using var stream = new MemoryStream(Print(statement));
        using var reader = new StreamReader(stream);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        csv.ReadHeader();
        var heads = csv.Headers.ToArray();
        heads.Length.ShouldBe(24);
        var rows = new List<Line>();
        while (csv.Read())
        {
            rows.Add(new(heads.ToDictionary(head => head, head => csv.GetString(head))));
        }

        return rows;
    }

    private sealed record Line(Dictionary<string, string> Cells)
    {
        public string Section => this["Mục / Section"];

        public string Figure => this["Chỉ tiêu / Figure (vi)"];

        public string this[string column] => Cells.Single(cell => cell.Key == column || cell.Key.EndsWith($"/ {column}", StringComparison.Ordinal)).Value;
    }
}
