using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Hub.Ledger;
using PdfSharp.Drawing;

namespace Axis.Hub.Statements.Render;

/// <summary>The page of figures: what a head of office reads, and signs under.</summary>
internal static class PdfFrontPage
{
    private const double Left = PdfLook.Left;
    private const double Width = PdfLook.Width;
    private const double Gap = 11;
    private const double Half = (Width - Gap) / 2;

    // Long names and long explanations are cut, so that the page stays one page.
    private const int MostLinesOfName = 2;

    /// <summary>Where the axis's signature stands, from the top of the page.</summary>
    public static XRect SignatureBox { get; } = new(Left, 745, Half, 52);

    public static void Draw(PdfPages pages, Statement statement, int version, DateTimeOffset issuedAt, X509Certificate2 seal)
    {
        DrawHead(pages, statement, version, issuedAt);
        DrawTiles(pages, statement.Figures);
        PdfFigures.DrawStocks(pages, statement.Figures);
        PdfFigures.DrawTraffic(pages, statement.Figures);
        DrawCharts(pages, statement.Figures);
        PdfFigures.DrawRest(pages, statement, Half, Gap);
        DrawSignatures(pages, seal);
    }

    private static void DrawHead(PdfPages pages, Statement statement, int version, DateTimeOffset issuedAt)
    {
        var y = PdfLook.Top;
        const double right = Left + Half + Gap;
        pages.Text(HubAgency.NameVi.ToUpperInvariant(), PdfLook.Strong, PdfLook.Black, Left, y, Half, XStringAlignment.Center);
        pages.Text(HubAgency.NameEn, PdfLook.Small, PdfLook.Grey, Left, y + 11, Half, XStringAlignment.Center);
        pages.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PdfLook.Strong, PdfLook.Black, right, y, Half, XStringAlignment.Center);
        pages.Text("Độc lập - Tự do - Hạnh phúc", PdfLook.Strong, PdfLook.Black, right, y + 11, Half, XStringAlignment.Center);
        pages.Graphics.DrawLine(new XPen(PdfLook.Black.Color, 0.6), right + 68, y + 24, right + Half - 68, y + 24);

        y += 36;
        y += pages.Text(StatementTerms.Title.Vi.ToUpperInvariant(), PdfLook.Title, PdfLook.Black, Left, y, Width, XStringAlignment.Center);
        y += pages.Text(StatementTerms.Title.En, PdfLook.Plain, PdfLook.Grey, Left, y, Width, XStringAlignment.Center) + 4;
        y += pages.Text(statement.Agency.NameVi, PdfLook.Name, PdfLook.Black, Left, y, Width, XStringAlignment.Center, MostLinesOfName);
        y += pages.Text(statement.Agency.NameEn, PdfLook.Small, PdfLook.Grey, Left, y, Width, XStringAlignment.Center, most: 1) + 2;
        var pilot = statement.Agency.Pilot ? $" – {StatementTerms.Pilot.Vi.ToLowerInvariant()}" : "";
        y += pages.Text(
            $"Mã {statement.Agency.Code}{pilot}. Ngày {PdfStatement.Day(statement.Day)}, tính đến {VietnamTime.Show(statement.Until)}. Phiên bản {version}, lập lúc {VietnamTime.Show(issuedAt)}.",
            PdfLook.Plain, PdfLook.Black, Left, y, Width, XStringAlignment.Center, most: 1);
        y += pages.Text(
            $"{(statement.Agency.Pilot ? StatementTerms.Pilot.En + ". " : "")}Code, day and its end, version, time of issue; all times are those of Vietnam.",
            PdfLook.Small, PdfLook.Grey, Left, y, Width, XStringAlignment.Center, most: 1);
        pages.Y = y + 6;
    }

    /// <summary>The four that must be zero.</summary>
    private static void DrawTiles(PdfPages pages, StatementFigures figures)
    {
        const double height = 84;
        const double width = (Width - (3 * Gap)) / 4;
        var x = Left;
        foreach (var (name, stock) in figures.Four())
        {
            var isZero = stock.Closing == 0;
            pages.Graphics.DrawRectangle(isZero ? PdfLook.PaleGreen : PdfLook.PaleRed, x, pages.Y, width, height);
            pages.Text(name.Vi, PdfLook.Strong, PdfLook.Black, x + 6, pages.Y + 4, width);
            pages.Text(name.En, PdfLook.Small, PdfLook.Grey, x + 6 + pages.Lines.WidthOf(name.Vi, PdfLook.Strong) + 4, pages.Y + 5.5, width);
            pages.Text(PdfCell.Show(stock.Closing), PdfLook.Huge, isZero ? PdfLook.Green : PdfLook.Red, x + 6, pages.Y + 11, width);
            var y = pages.Y + 40;
            y += pages.Text(
                stock.Oldest is { } oldest ? $"từ / since {VietnamTime.Show(oldest)}" : StatementTerms.NothingListed.ToString(), PdfLook.Small, PdfLook.Black, x + 6, y, width - 8, most: 1);
            var parts = StockList.PartsOf(figures, name);
            y += pages.Text(string.Join(", ", parts.Select(part => $"{part.Name.Vi} {PdfCell.Show(part.Count)}")), PdfLook.Small, PdfLook.Black, x + 6, y, width - 8, most: 2);
            pages.Text(string.Join(", ", parts.Select(part => $"{part.Name.En} {PdfCell.Show(part.Count)}")), PdfLook.Small, PdfLook.Grey, x + 6, y, width - 8, most: 2);

            x += width + Gap;
        }

        pages.Y += height + 6;
    }

    private static void DrawCharts(PdfPages pages, StatementFigures figures)
    {
        PdfBars.Draw(pages, Left, pages.Y, Half, new("Cuối ngày so với đầu ngày", "closing, and opening beneath it"),
            [.. figures.Four().Select(one => new PdfBar(one.Name, one.Stock.Closing, PdfLook.Red, one.Stock.Opening))]);
        PdfBars.Draw(pages, Left + Half + Gap, pages.Y, Half, new("Gửi và nhận trong ngày", "sent and received"),
        [
            new(new("Gửi mới, thay thế", ""), figures.Sent.New + figures.Sent.Replacements, PdfLook.Blue),
            new(new("Gửi thu hồi, cập nhật", ""), figures.Sent.Recalls + figures.Sent.Updates, PdfLook.Blue),
            new(new("Đã nhận", ""), figures.Received, PdfLook.Green),
            new(new("Đã trả lại", ""), figures.Returned, PdfLook.Green),
        ]);
        pages.Y += PdfBars.HeightOf(4) + 6;
    }

    private static void DrawSignatures(PdfPages pages, X509Certificate2 seal)
    {
        var box = SignatureBox;
        pages.Graphics.DrawRectangle(new XPen(PdfLook.Blue.Color, 0.8), box);
        var y = box.Top + 4;
        y += pages.Text($"Đã ký số bởi {HubAgency.NameVi}", PdfLook.Strong, PdfLook.Blue, box.Left + 8, y, box.Width - 16, most: 2);
        y += pages.Text("Digitally signed by the axis", PdfLook.Small, PdfLook.Grey, box.Left + 8, y, box.Width - 16);
        y += pages.Text(seal.Subject, PdfLook.Small, PdfLook.Black, box.Left + 8, y, box.Width - 16, most: 1);
        pages.Text($"Số sê-ri chứng thư {seal.SerialNumber}", PdfLook.Small, PdfLook.Black, box.Left + 8, y, box.Width - 16, most: 2);

        var x = Left + Half + Gap;
        y = box.Top;
        y += pages.Text("THỦ TRƯỞNG CƠ QUAN", PdfLook.Strong, PdfLook.Black, x, y, Half, XStringAlignment.Center);
        y += pages.Text("(Ký, ghi rõ họ tên)", PdfLook.Plain, PdfLook.Black, x, y, Half, XStringAlignment.Center);
        pages.Text("Head of the agency (signature and name)", PdfLook.Small, PdfLook.Grey, x, y, Half, XStringAlignment.Center);
    }
}
