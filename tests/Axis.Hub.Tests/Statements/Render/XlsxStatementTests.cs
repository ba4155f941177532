using System.Globalization;
using System.IO.Compression;
using Axis.Contracts.Statements;
using Axis.Hub.Statements.Render;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Axis.Hub.Tests.Statements.Render;

public sealed class XlsxStatementTests
{
    [Fact]
    public void It_has_a_sheet_for_figures_each_list_the_agencies_below_and_the_books()
    {
        Names(SampleStatement.Busy()).ShouldBe(
        [
            "Số liệu", "Gửi lỗi", "Nhận lỗi", "Tồn đọng", "Chưa phản hồi", "Gửi đi chưa đến", "Gửi đi chưa được phản hồi", "Đơn vị trực thuộc", "Kiểm tra sổ",
        ]);
        Names(SampleStatement.Zero()).ShouldNotContain("Đơn vị trực thuộc");
        Names(SampleStatement.Differing()).ShouldContain("Lệch sổ trạm và trục");
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("zero")]
    [InlineData("wrong")]
    [InlineData("differing")]
    [InlineData("corrected")]
    public void A_strict_reader_finds_nothing_wrong_with_it(string which)
    {
        using var document = Open(which switch { "busy" => SampleStatement.Busy(), "zero" => SampleStatement.Zero(), "differing" => SampleStatement.Differing(), "corrected" => SampleStatement.Corrected(), _ => SampleStatement.Wrong() });

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_has_a_sheet_of_what_differs_and_one_of_the_events_that_came_late()
    {
        using var document = Open(SampleStatement.Corrected());
        var sheet = Cells(document, "Đính chính");

        (Text(sheet, "A2"), Text(sheet, "B2"), Text(sheet, "C2"), Text(sheet, "D2")).ShouldBe(("Chưa phản hồi: Cuối ngày", "Not answered: Closing", "6", "5"));
        (Text(sheet, "A6"), Number(sheet, "D6")).ShouldBe(("Số sự việc đến muộn", 2));
        var late = Cells(document, "Sự việc đến muộn");
        string.Join('|', new[] { "B2", "C2", "D2", "E2", "G2", "H2", "I2" }.Select(cell => Text(late, cell))).ShouldBe(
            "7816/VPCP-TTĐT|G22|Văn phòng Chính phủ|Office of the Government|Trạng thái 03: Đã tiếp nhận|Status 03: Accepted|00000000-0011-004a-8000-000000000001");
        DateTime.FromOADate(Number(late, "F2")).ShouldBe(new DateTime(2026, 11, 25, 17, 0, 0));
        Number(late, "A3").ShouldBe(2);
        Names(SampleStatement.Busy()).ShouldNotContain("Đính chính");
        Names(SampleStatement.Corrected(0)).ShouldNotContain("Sự việc đến muộn");
    }

    [Fact]
    public void Figures_are_numbers_beside_their_names()
    {
        using var document = Open(SampleStatement.Busy());
        var sheet = Cells(document, "Số liệu");

        var row = Enumerable.Range(2, 200).First(row => Text(sheet, $"B{row}") == "Tồn đọng" && Text(sheet, $"A{row}").StartsWith("Các cột", StringComparison.Ordinal));
        new[] { "D", "E", "F", "G" }.Select(column => Number(sheet, $"{column}{row}")).ShouldBe([5, 9, 11, 3]);
        Text(sheet, $"C{row}").ShouldBe("Backlog");
        var median = Enumerable.Range(2, 200).First(row => Text(sheet, $"B{row}") == "Gửi đi đến nơi: trung vị");
        (Number(sheet, $"H{median}") * 86_400).ShouldBe(66, 0.001);
    }

    [Fact]
    public void Lines_have_days_and_times_of_Vietnam_that_a_spreadsheet_can_reckon_with()
    {
        using var document = Open(SampleStatement.Busy());
        var sheet = Cells(document, "Tồn đọng");

        Text(sheet, "A1").ShouldBe("STT\nNo.");
        (Number(sheet, "A2"), Text(sheet, "B2"), Text(sheet, "D2")).ShouldBe((1, "7826/VPCP-TTĐT", "K41"));
        DateTime.FromOADate(Number(sheet, "C2")).ShouldBe(new DateTime(2026, 11, 23));
        DateTime.FromOADate(Number(sheet, "G2")).ShouldBe(new DateTime(2026, 11, 24, 17, 10, 0));
        Format(document, sheet["G2"]).ShouldBe("dd/mm/yyyy hh:mm");
        Format(document, sheet["C2"]).ShouldBe("dd/mm/yyyy");
        Text(sheet, "J2").ShouldContain("Chưa đến trạm của Văn phòng Đoàn đại biểu Quốc hội");
        sheet.ContainsKey("A5").ShouldBeFalse();
        Text(Cells(document, "Gửi lỗi"), "B2").ShouldBe("(không đọc được) / (could not be read)");
        Number(Cells(document, "Gửi lỗi"), "I5").ShouldBe(4);
    }

    [Fact]
    public void The_agencies_below_stand_under_their_total_and_what_the_tree_changed()
    {
        using var document = Open(SampleStatement.Busy());
        var sheet = Cells(document, "Đơn vị trực thuộc");

        Enumerable.Range(2, 6).Select(row => sheet.ContainsKey($"A{row}") ? Text(sheet, $"A{row}") : "").ShouldBe(["H37", "", "", "H37.01", "H37.02", "H37.03"]);
        Text(sheet, "O1").ShouldBe("Tồn đọng: Cuối ngày\nBacklog: Closing");
        (Number(sheet, "O2"), Number(sheet, "O7")).ShouldBe((6, 2));
        Number(sheet, "D3").ShouldBe(-2);
    }

    [Fact]
    public void The_head_of_every_sheet_stays_in_sight_and_its_columns_have_widths()
    {
        using var document = Open(SampleStatement.Busy());

        var sheets = document.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!).ToArray();
        sheets.Length.ShouldBe(9);
        foreach (var sheet in sheets)
        {
            var pane = sheet.Descendants<Pane>().ShouldHaveSingleItem();
            (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value).ShouldBe((PaneStateValues.Frozen, 1, "A2"));
            sheet.Descendants<Column>().Select(column => column.Width!.Value).ShouldAllBe(width => width >= 7);
            sheet.Descendants<Column>().Count().ShouldBe(sheet.Descendants<Row>().First().Elements<Cell>().Count());
        }
    }

    /// <summary>Two files of one minute would be the same bytes anyway.</summary>
    [Fact]
    public void No_part_of_it_knows_when_it_was_made()
    {
        using var zip = new ZipArchive(new MemoryStream(XlsxStatement.Write(SampleStatement.Zero(), 2, SampleStatement.IssuedAt)));

        zip.Entries.Count.ShouldBeGreaterThan(10);
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void An_empty_list_says_so()
    {
        using var document = Open(SampleStatement.Zero());

        Text(Cells(document, "Tồn đọng"), "B2").ShouldBe("Không có. / None.");
    }

    [Theory]
    [InlineData("=1+1", "=1+1")]
    [InlineData("hỏng\u0000 ở\u000b đây", "hỏng  ở  đây")]
    [InlineData("nửa chữ: ½", "nửa chữ: \ufffd")]
    public void Text_from_elsewhere_stays_text_and_breaks_no_file(string why, string cell)
    {
        // An attribute cannot hold half a surrogate pair.
        using var document = Open(SampleStatement.With("1/A", why.Replace('½', '\ud83d')));
        var sheet = Cells(document, "Gửi lỗi");

        (sheet["J2"].DataType!.Value, Text(sheet, "J2")).ShouldBe((CellValues.InlineString, cell));
        document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()).ShouldBeEmpty();
    }

    [Fact]
    public void Three_thousand_lines_are_three_thousand_rows_and_a_text_too_long_for_a_cell_is_cut()
    {
        using (var document = Open(SampleStatement.Huge(3_000)))
        {
            Number(Cells(document, "Tồn đọng"), "A3001").ShouldBe(3_000);
        }

        using var wordy = Open(SampleStatement.With("1/A", new string('a', 40_000)));
        Text(Cells(wordy, "Gửi lỗi"), "J2").Length.ShouldBe(32_767);
    }

    private static List<string> Names(Statement statement)
    {
        using var document = Open(statement);
        return [.. document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];
    }

    private static SpreadsheetDocument Open(Statement statement) =>
        SpreadsheetDocument.Open(new MemoryStream(XlsxStatement.Write(statement, 2, SampleStatement.IssuedAt)), isEditable: false);

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
    }

    private static string Text(Dictionary<string, Cell> sheet, string at) => sheet.TryGetValue(at, out var cell) ? cell.InnerText : "";

    private static double Number(Dictionary<string, Cell> sheet, string at)
    {
        sheet[at].DataType.ShouldBeNull();
        return double.Parse(sheet[at].CellValue!.Text, CultureInfo.InvariantCulture);
    }

    private static string Format(SpreadsheetDocument document, Cell cell)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var id = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId!.Value == id).FormatCode!.Value!;
    }
}
