using System.Globalization;
using PdfSharp.Drawing;

namespace Axis.Hub.Statements.Render;

/// <summary>A table whose head stands again on every page that it runs over.</summary>
/// <param name="Columns">Its columns.</param>
internal sealed record PdfTable(IReadOnlyList<PdfColumn> Columns)
{
    private const double Side = 2.5;
    private const double Above = 1.5;

    // A cause of failure can be as long as its author liked; the workbook has all of it.
    private const int MostLines = 12;

    /// <summary>Draws rows at the place where the pages are.</summary>
    public void Draw(PdfPages pages, double x, IEnumerable<PdfCell[]> rows)
    {
        DrawHead(pages, x);
        foreach (var row in rows)
        {
            var height = HeightOf(pages.Lines, row);
            if (pages.Y + height > PdfLook.Bottom)
            {
                pages.Turn();
                DrawHead(pages, x);
            }

            Draw(pages, x, row, height);
        }
    }

    private void DrawHead(PdfPages pages, double x)
    {
        PdfCell[] head = [.. Columns.Select(column => PdfCell.Of(column.Name, isStrong: true) with { IsDense = column.IsDense })];
        var height = HeightOf(pages.Lines, head);
        pages.Graphics.DrawRectangle(PdfLook.Pale, x, pages.Y, Columns.Sum(column => column.Width), height);
        Draw(pages, x, head, height);
    }

    private void Draw(PdfPages pages, double x, PdfCell[] row, double height)
    {
        var at = x;
        foreach (var (cell, column) in row.Zip(Columns))
        {
            var width = column.Width - (2 * Side);
            var y = pages.Y + Above;
            y += pages.Text(cell.Text, cell.Font, cell.Ink ?? PdfLook.Black, at + Side, y, width, column.To, MostLines);
            pages.Text(cell.Small, PdfLook.Small, PdfLook.Grey, at + Side, y, width, column.To, MostLines);
            at += column.Width;
        }

        pages.Y += height;
        pages.Graphics.DrawLine(PdfLook.Rule, x, pages.Y, x + Columns.Sum(column => column.Width), pages.Y);
    }

    private double HeightOf(PdfLines lines, PdfCell[] row) => (2 * Above) + row.Zip(Columns).Max(pair =>
    {
        var width = pair.Second.Width - (2 * Side);
        return (lines.Break(pair.First.Text, pair.First.Font, width, MostLines).Count * pair.First.Font.Size * PdfLook.Leading)
            + (lines.Break(pair.First.Small, PdfLook.Small, width, MostLines).Count * PdfLook.Small.Size * PdfLook.Leading);
    });
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Width">In points.</param>
/// <param name="To">To which side its text goes.</param>
/// <param name="IsDense">Its head is in small letters.</param>
internal sealed record PdfColumn(Term Name, double Width, XStringAlignment To = XStringAlignment.Near, bool IsDense = false);

/// <summary>A cell of a table.</summary>
/// <param name="Text">In Vietnamese.</param>
/// <param name="Small">Beneath it, in English.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="IsStrong">Bold.</param>
/// <param name="IsDense">Small.</param>
internal sealed record PdfCell(string Text, string Small = "", XBrush? Ink = null, bool IsStrong = false, bool IsDense = false)
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public XFont Font => (IsStrong, IsDense) switch
    {
        (true, true) => PdfLook.SmallStrong,
        (true, false) => PdfLook.Strong,
        (false, true) => PdfLook.Small,
        _ => PdfLook.Plain,
    };

    public static PdfCell Of(Term term, bool isStrong = false) => new(term.Vi, term.En, IsStrong: isStrong);

    public static PdfCell Of(int number, bool isStrong = false) => new(Show(number), IsStrong: isStrong);

    /// <summary>Thousands are parted by a point in Vietnam.</summary>
    public static string Show(long number) => number.ToString("N0", Vietnamese);
}
