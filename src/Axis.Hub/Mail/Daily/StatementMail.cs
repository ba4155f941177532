using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Console;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.Render;

namespace Axis.Hub.Mail.Daily;

/// <summary>Renders the message with which an agency gets what a run has issued: the four stocks of every day in the text, the files attached. Figures only, nothing of a document.</summary>
internal sealed class StatementMail(IDatabase database, StatementFiles files, HubOptions options)
{
    /// <summary>The subject, by the first day's words.</summary>
    public static string SubjectOf(IReadOnlyList<StatementRow> rows, string language)
    {
        var (words, last) = (new Words(language == ContactRow.English), StatementJson.Read(rows[^1].Content));
        var days = rows.Count == 1 ? Words.Day(last.Day) : $"{Words.Day(rows[0].Day)} - {Words.Day(last.Day)}";
        return words[$"[Trục] Báo cáo gửi, nhận văn bản ngày {days} - {NameOf(last.Agency, words)}", $"[Axis] Daily statement of {days} - {NameOf(last.Agency, words)}"];
    }

    /// <summary>The message of a row, from the run that it is about.</summary>
    public async Task<MailContent> RenderAsync(MailRow row, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync("mail-statement", (session, token) =>
            session.QueryAsync<StatementRow>(StatementSql.ListOfRun, new { runId = row.AboutId, agencyId = row.AgencyId!.Value }, token), cancellation);
        var days = rows.Select(each => (Row: each, Statement: each.ToStatement())).ToArray();
        var (attached, left) = Attach(days);
        var first = new Words(row.Language == ContactRow.English);
        var page = new MailPage();
        Write(page, days, left, first);
        page.Rule();
        Write(page, days, left, new Words(!first.English));
        return new(page.PlainText, page.Html(first.Code), attached);
    }

    /// <summary>PDF and workbook of every day; where they are too large the PDFs only, the latest days first, and what is left out is said.</summary>
    private (IReadOnlyList<MailFile> Attached, bool LeftOut) Attach((StatementRow Row, Statement Statement)[] days)
    {
        MailFile[] pages = [.. days.Select(day => FileOf(day, StatementFormat.Pdf))];
        MailFile[] books = [.. days.Select(day => FileOf(day, StatementFormat.Xlsx))];
        if (pages.Concat(books).Sum(file => file.Bytes.LongLength) <= options.Mail.AttachmentLimit)
        {
            return ([.. pages.Zip(books, (pdf, book) => new[] { pdf, book }).SelectMany(pair => pair)], false);
        }

        var (fitting, size) = (new List<MailFile>(), 0L);
        foreach (var page in pages.Reverse().TakeWhile(page => (size += page.Bytes.LongLength) <= options.Mail.AttachmentLimit))
        {
            fitting.Insert(0, page);
        }

        return (fitting, true);
    }

    private MailFile FileOf((StatementRow Row, Statement Statement) day, StatementFormat format) => new(
        StatementFiles.NameOf(day.Statement, day.Row.Version, format), StatementFiles.TypeOf(format), files.Of(day.Statement, day.Row.Version, day.Row.IssuedAt, format));

    private static void Write(MailPage page, (StatementRow Row, Statement Statement)[] days, bool leftOut, Words words)
    {
        var agency = days[^1].Statement.Agency;
        page.Title(words[StatementTerms.Title.Vi, StatementTerms.Title.En]);
        page.Paragraph(NameOf(agency, words));
        page.Heading(words["Bốn cột phải bằng 0, cuối ngày", "The four that must be zero, at the end of the day"]);
        page.Figures(
            [words["Ngày", "Day"], .. days[0].Statement.Figures.Four().Select(one => words[one.Name.Vi, one.Name.En])],
            days.Select(day => (DayOf(day.Row, words), (IReadOnlyList<int>)[.. day.Statement.Figures.Four().Select(one => one.Stock.Closing)])));
        foreach (var day in days.Where(day => day.Row.Version > 1))
        {
            var (vi, en) = day.Statement.Changes is { EventCount: > 0 and var count }
                ? ($"vì có {count} sự việc đến muộn, nêu trong tệp đính kèm", $"{count} events came late, named in the files")
                : ("vì nội dung đã được tính lại", "its content was computed again");
            page.Note(words[
                $"Báo cáo ngày {Words.Day(day.Row.Day)} là bản sửa (phiên bản {day.Row.Version}) thay cho bản đã gửi, {vi}.",
                $"The statement of {Words.Day(day.Row.Day)} is a correction (version {day.Row.Version}) in place of the one sent before: {en}."]);
        }

        page.Note(leftOut
            ? words[
                "Các tệp đính kèm vượt quá cỡ cho phép nên thư chỉ có tệp PDF; bản đầy đủ xem trên trục.",
                "The files are larger than a message may be, so only PDFs are attached; the rest can be had at the axis."]
            : words["Tệp đính kèm: PDF đã ký số và bảng tính của từng ngày.", "Attached: the signed PDF and the workbook of each day."]);
        page.Note(words[
            $"Lập lúc {VietnamTime.Show(days[^1].Row.IssuedAt)}. Thư tự động, xin không trả lời.",
            $"Issued at {VietnamTime.Show(days[^1].Row.IssuedAt)}, Vietnam time. This message was sent by a machine; please do not answer it."]);
    }

    private static string DayOf(StatementRow row, Words words) =>
        Words.Day(row.Day) + (row.Version > 1 ? words[$" (sửa, phiên bản {row.Version})", $" (corrected, version {row.Version})"] : "");

    private static string NameOf(StatementAgency agency, Words words) => $"{words[agency.NameVi, agency.NameEn.Length > 0 ? agency.NameEn : agency.NameVi]} ({agency.Code})";
}
