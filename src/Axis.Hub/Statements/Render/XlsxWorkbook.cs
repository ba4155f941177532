using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Axis.Hub.Statements.Render;

/// <summary>Writes sheets as a workbook (ECMA-376); the same sheets give the same bytes.</summary>
internal static class XlsxWorkbook
{
    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IEnumerable<XlsxSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            // Relationships are named here: the library's own names are random.
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = XlsxStyles.Sheet();
            var list = new Sheets();
            foreach (var (index, sheet) in sheets.Index())
            {
                var id = $"rId{index + 1}";
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = Worksheet(sheet);
                list.Append(new Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = id });
            }

            workbook.Workbook = new Workbook(list);
        }

        FixTimes(stream);
        return stream.ToArray();
    }

    private static Worksheet Worksheet(XlsxSheet sheet)
    {
        var rows = new SheetData(Row(1, sheet.Columns.Select((column, at) => XlsxCells.Head(At(at, 1), column.Name))));
        foreach (var (index, row) in sheet.Rows.Index())
        {
            var number = index + 2;
            rows.Append(Row(number, row.Select((value, at) => (value, at)).Where(cell => cell.value is not null).Select(cell => XlsxCells.Of(At(cell.at, number), cell.value!))));
        }

        if (sheet.Rows.Count == 0)
        {
            rows.Append(Row(2, [XlsxCells.Of(At(1, 2), StatementTerms.NothingListed.ToString())]));
        }

        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            {
                WorkbookViewId = 0,
            }),
            new Columns(sheet.Columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })),
            rows,
            new AutoFilter { Reference = $"A1:{At(sheet.Columns.Count - 1, Math.Max(sheet.Rows.Count, 1) + 1)}" },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
    }

    private static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    private static string At(int column, int row)
    {
        var letters = "";
        for (var left = column; left >= 0; left = (left / 26) - 1)
        {
            letters = (char)('A' + (left % 26)) + letters;
        }

        return $"{letters}{row}";
    }

    /// <summary>The entries carry the time of writing.</summary>
    private static void FixTimes(MemoryStream stream)
    {
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            entry.LastWriteTime = ZipTime;
        }
    }
}
