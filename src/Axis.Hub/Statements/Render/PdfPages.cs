using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Axis.Hub.Statements.Render;

/// <summary>The pages of a document while they are drawn, from top to bottom.</summary>
internal sealed class PdfPages : IDisposable
{
    private readonly PdfDocument document;
    private XGraphics graphics;

    public PdfPages(PdfDocument document)
    {
        this.document = document;
        graphics = Add();
    }

    /// <summary>Where the next thing is drawn.</summary>
    public double Y { get; set; } = PdfLook.Top;

    public XGraphics Graphics => graphics;

    public PdfLines Lines { get; } = new();

    /// <summary>Begins a new page.</summary>
    public void Turn()
    {
        graphics.Dispose();
        graphics = Add();
        Y = PdfLook.Top;
    }

    /// <summary>Draws lines of text into a box and tells how high they are.</summary>
    public double Text(string text, XFont font, XBrush ink, double x, double y, double width, XStringAlignment to = XStringAlignment.Near, int most = int.MaxValue)
    {
        var height = 0.0;
        foreach (var line in Lines.Break(text, font, width, most))
        {
            var (at, format) = to switch
            {
                XStringAlignment.Center => (x + (width / 2), XStringFormats.BaseLineCenter),
                XStringAlignment.Far => (x + width, XStringFormats.BaseLineRight),
                _ => (x, XStringFormats.BaseLineLeft),
            };
            graphics.DrawString(line, font, ink, at, y + height + font.Size, format);
            height += font.Size * PdfLook.Leading;
        }

        return height;
    }

    /// <summary>The foot of each page, once it is known how many there are.</summary>
    public void Number(string foot)
    {
        graphics.Dispose();
        for (var page = 0; page < document.PageCount; page++)
        {
            graphics = XGraphics.FromPdfPage(document.Pages[page]);
            graphics.DrawLine(PdfLook.Rule, PdfLook.Left, PdfLook.Bottom + 6, PdfLook.Left + PdfLook.Width, PdfLook.Bottom + 6);
            Text(Lines.Fit(foot, PdfLook.Small, PdfLook.Width - 80), PdfLook.Small, PdfLook.Grey, PdfLook.Left, PdfLook.Bottom + 9, PdfLook.Width);
            Text($"Trang {page + 1}/{document.PageCount}", PdfLook.Plain, PdfLook.Black, PdfLook.Left, PdfLook.Bottom + 8, PdfLook.Width, XStringAlignment.Far);
            graphics.Dispose();
        }
    }

    public void Dispose() => graphics.Dispose();

    private XGraphics Add()
    {
        var page = document.AddPage();
        page.Size = PageSize.A4;
        return XGraphics.FromPdfPage(page);
    }
}
