using Axis.Hub.Statements.Render;
using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Pdf;

namespace Axis.Simulator.Clerks;

/// <summary>Draws a letter in the layout of Decree 30/2020 Annex I: agency and motto, number and date, subject, body, receivers and signature.</summary>
internal static class LetterPdf
{
    private static readonly XFont Regular;
    private static readonly XFont Small;
    private static readonly XFont Bold;

    static LetterPdf()
    {
        PrintFonts.Register();
        Regular = new XFont(PrintFonts.Family, 11);
        Small = new XFont(PrintFonts.Family, 9);
        Bold = new XFont(PrintFonts.Family, 11, XFontStyleEx.Bold);
    }

    public static byte[] Draw(Letter letter)
    {
        using var document = new PdfDocument();
        document.Info.Title = letter.Subject;
        document.Info.Author = letter.SenderName;
        var page = document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            DrawHead(graphics, page.Width.Point, letter);
            DrawBody(graphics, page.Width.Point, letter);
            DrawFoot(graphics, page.Width.Point, letter);
        }

        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return stream.ToArray();
    }

    private static void DrawHead(XGraphics graphics, double width, Letter letter)
    {
        var left = new XRect(50, 50, (width / 2) - 60, 60);
        var right = new XRect((width / 2) - 5, 50, (width / 2) - 45, 60);
        Text(graphics, letter.SenderName.ToUpperInvariant(), Bold, left, XParagraphAlignment.Center);
        Text(graphics, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", Bold, right, XParagraphAlignment.Center);
        graphics.DrawLine(XPens.Black, right.Left + 60, 88, right.Right - 60, 88);
        Text(graphics, $"Số: {letter.Number}/{letter.Notation}", Regular, new XRect(50, 112, left.Width, 20), XParagraphAlignment.Center);
        Text(graphics, $"{letter.Place}, ngày {letter.Date.Day:00} tháng {letter.Date.Month:00} năm {letter.Date.Year}", Regular,
            new XRect(right.Left, 112, right.Width, 20), XParagraphAlignment.Center);
    }

    private static void DrawBody(XGraphics graphics, double width, Letter letter)
    {
        Text(graphics, letter.TypeName.ToUpperInvariant(), Bold, new XRect(50, 160, width - 100, 20), XParagraphAlignment.Center);
        Text(graphics, letter.Subject, Bold, new XRect(90, 182, width - 180, 60), XParagraphAlignment.Center);
        var body = $"Kính gửi: {string.Join("; ", letter.Receivers.Take(6).Select(receiver => receiver.Name))}"
            + (letter.Receivers.Count > 6 ? $" và {letter.Receivers.Count - 6} cơ quan khác" : "") + ".\n\n"
            + $"{letter.SenderName} gửi quý cơ quan nội dung {letter.Subject["V/v ".Length..]}.\n\n"
            + "Đề nghị các cơ quan triển khai thực hiện, cập nhật trạng thái xử lý trên Trục liên thông văn bản quốc gia đúng thời hạn.\n\n"
            + "Trân trọng.";
        Text(graphics, body, Regular, new XRect(60, 260, width - 120, 300), XParagraphAlignment.Justify);
    }

    private static void DrawFoot(XGraphics graphics, double width, Letter letter)
    {
        Text(graphics, "Nơi nhận:\n- Như trên;\n- Lưu: VT.", Small, new XRect(60, 620, 200, 60), XParagraphAlignment.Left);
        Text(graphics, $"{letter.Competence}\n{letter.Position.ToUpperInvariant()}\n\n\n\n{letter.Signer}", Bold,
            new XRect(width / 2, 620, (width / 2) - 60, 140), XParagraphAlignment.Center);
    }

    private static void Text(XGraphics graphics, string text, XFont font, XRect area, XParagraphAlignment alignment) =>
        new XTextFormatter(graphics) { Alignment = alignment }.DrawString(text, font, XBrushes.Black, area);
}
