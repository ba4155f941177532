using PdfSharp.Drawing;

namespace Axis.Hub.Statements.Render;

/// <summary>A small chart of lying bars, one for each name.</summary>
internal static class PdfBars
{
    private const double RowHeight = 13;
    private const double NameShare = 0.42;

    /// <summary>Height of a chart of so many bars.</summary>
    public static double HeightOf(int bars) => 19 + (bars * RowHeight);

    public static void Draw(PdfPages pages, double x, double y, double width, Term title, IReadOnlyList<PdfBar> bars)
    {
        var graphics = pages.Graphics;
        graphics.DrawRectangle(PdfLook.Rule, x, y, width, HeightOf(bars.Count));
        pages.Text(title.Vi, PdfLook.Strong, PdfLook.Black, x + 6, y + 3, width);
        pages.Text(title.En, PdfLook.Small, PdfLook.Grey, x + 6 + pages.Lines.WidthOf(title.Vi, PdfLook.Strong) + 5, y + 4.5, width);

        var (left, room) = (x + (width * NameShare), (width * (1 - NameShare)) - 44);
        var most = Math.Max(1, bars.Max(bar => Math.Max(bar.Value, bar.Before ?? 0)));
        y += 17;
        foreach (var bar in bars)
        {
            pages.Text(pages.Lines.Fit(bar.Name.Vi, PdfLook.Plain, (width * NameShare) - 10), PdfLook.Plain, PdfLook.Black, x + 6, y, width * NameShare);
            if (bar.Before is { } before)
            {
                graphics.DrawRectangle(PdfLook.Middle, left, y + 8, room * before / most, 2.5);
                graphics.DrawRectangle(XPens.Transparent, bar.Ink, left, y + 1.5, room * bar.Value / most, 6.5);
            }
            else
            {
                graphics.DrawRectangle(XPens.Transparent, bar.Ink, left, y + 2, room * bar.Value / most, 7);
            }

            pages.Text(PdfCell.Show(bar.Value), PdfLook.Strong, PdfLook.Black, left + (room * bar.Value / most) + 4, y, 44);
            y += RowHeight;
        }

        graphics.DrawLine(new XPen(PdfLook.Grey.Color, 0.5), left, y - (bars.Count * RowHeight), left, y - 2);
    }
}

/// <summary>A bar.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Before">What it was before; a pale bar beneath.</param>
internal sealed record PdfBar(Term Name, int Value, XBrush Ink, int? Before = null);
