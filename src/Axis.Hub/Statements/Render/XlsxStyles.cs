using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Axis.Hub.Statements.Render;

/// <summary>The few styles of a workbook; each constant is the place of a format in <see cref="Sheet"/>.</summary>
internal static class XlsxStyles
{
    public const uint Text = 1;
    public const uint Head = 2;
    public const uint Number = 3;
    public const uint Time = 4;
    public const uint Day = 5;
    public const uint Length = 6;

    private const uint TimeFormat = 164;
    private const uint DayFormat = 165;
    private const uint ThousandsFormat = 3;
    private const uint HoursFormat = 46;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "dd/mm/yyyy hh:mm" },
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" }),
        new Fonts(Letters(new FontSize { Val = 11 }), Letters(new Bold(), new FontSize { Val = 11 })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EDF3" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            Format(0),
            Format(0, new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true }),
            Format(0, new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true }, font: 1, fill: 2),
            Format(ThousandsFormat), Format(TimeFormat), Format(DayFormat), Format(HoursFormat)));

    private static CellFormat Format(uint numbers, Alignment? alignment = null, uint font = 0, uint fill = 0) =>
        new(alignment ?? new Alignment { Vertical = VerticalAlignmentValues.Top, Horizontal = HorizontalAlignmentValues.Right })
        {
            NumberFormatId = numbers,
            FontId = font,
            FillId = fill,
            BorderId = 0,
            FormatId = 0,
            ApplyNumberFormat = numbers != 0,
            ApplyFont = font != 0,
            ApplyFill = fill != 0,
            ApplyAlignment = true,
        };

    private static Font Letters(params OpenXmlElement[] looks) => new([.. looks, new FontName { Val = "Arial" }]);
}
