using System.Text;
using Axis.Contracts.Statements;
using Axis.Hub.Statements.Render;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;

namespace Axis.Hub.Tests.Statements.Render;

/// <summary>What the sides have said of an item stands in every file of a statement.</summary>
public sealed class SaidInFormatsTests(Printer printer) : IClassFixture<Printer>
{
    [Theory]
    [InlineData(StatementFormat.Json, "waitsForOther", "đang sửa máy chủ", "2026-11-24", "Trần Thị B")]
    [InlineData(StatementFormat.Csv, "Bên gửi đang chờ bên nhận.", "Bên nhận hẹn xử lý xong ngày 24/11/2026 (đã quá hẹn)", "The sender waits for the receiver.", "(not kept)")]
    [InlineData(StatementFormat.Xlsx, "Bên gửi đang chờ bên nhận.", "Bên nhận hẹn xử lý xong ngày 24/11/2026 (đã quá hẹn)", "The sender waits for the receiver.", "(not kept)")]
    [InlineData(StatementFormat.Pdf, "Bên gửi đang chờ bên nhận.", "Bên nhận hẹn xử lý xong ngày 24/11/2026 (đã quá hẹn)", "The sender waits for the receiver.", "(not kept)")]
    internal void In_each_format_in_both_languages_and_a_promise_that_was_not_kept_as_such(StatementFormat format, params string[] parts)
    {
        var statement = SampleStatement.Busy();
        var bytes = format == StatementFormat.Json ? StatementJson.Write(statement) : printer.Files.Of(statement, 1, SampleStatement.IssuedAt, format);

        var text = Squeeze(format switch
        {
            StatementFormat.Xlsx => Sheets(bytes),
            StatementFormat.Pdf => Pages(bytes),
            _ => Encoding.UTF8.GetString(bytes),
        });

        parts.ShouldAllBe(part => text.Contains(Squeeze(part), StringComparison.Ordinal));
    }

    /// <summary>Where lines are broken is the printer's affair.</summary>
    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Pages(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }

    private static string Sheets(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        return string.Concat(document.WorkbookPart!.WorksheetParts.Select(sheet => sheet.Worksheet!.InnerText)) + document.WorkbookPart.SharedStringTablePart?.SharedStringTable?.InnerText;
    }
}
