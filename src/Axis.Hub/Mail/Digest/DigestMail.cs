using System.Text;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Console;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Watch.Alerts;

namespace Axis.Hub.Mail.Digest;

/// <summary>
/// What an audience reads about alerts, in both languages, the reader's own first. Of documents only number and notation are told: a mailbox is no place for subjects and contents.
/// </summary>
internal static class DigestMail
{
    /// <summary>More alerts than these are counted only.</summary>
    private const int MostShown = 40;

    // What was refused may be quoted in the finding; its code says enough.
    private static readonly HashSet<string> CodeOnly = new([AlertKinds.SecretRefused, AlertKinds.SubmissionRefused], StringComparer.Ordinal);

    /// <param name="agency">Whom it tells; null: the operators.</param>
    /// <param name="tell">What.</param>
    /// <param name="directory">Names.</param>
    /// <param name="language">What comes first.</param>
    /// <param name="window">How long nothing follows.</param>
    public static MailText Write(AgencyEntry? agency, DigestDecision.Tell tell, AgencyDirectory directory, string language, TimeSpan window)
    {
        var first = new Words(language == ContactRow.English);
        var page = new MailPage();
        Write(page, agency, tell, directory, first, window);
        page.Rule();
        Write(page, agency, tell, directory, new Words(!first.English), window);
        return new(SqlWidth.Cut(SubjectOf(agency, tell, first), SqlWidth.Subject), page.PlainText, page.Html(first.Code));
    }

    private static string SubjectOf(AgencyEntry? agency, DigestDecision.Tell tell, Words words)
    {
        var whose = NameOf(agency, words);
        return tell.Open == 0
            ? words[$"[Trục] Các cảnh báo đã kết thúc - {whose}", $"[Axis] All alerts have ended - {whose}"]
            : words[$"[Trục] {words.Number(tell.Open)} cảnh báo đang mở - {whose}", $"[Axis] {words.Number(tell.Open)} open {(tell.Open == 1 ? "alert" : "alerts")} - {whose}"];
    }

    private static void Write(MailPage page, AgencyEntry? agency, DigestDecision.Tell tell, AgencyDirectory directory, Words words, TimeSpan window)
    {
        page.Title(tell.Open == 0
            ? words["Các cảnh báo đã kết thúc", "All alerts have ended"]
            : words[$"{words.Number(tell.Open)} cảnh báo đang mở", $"{words.Number(tell.Open)} {(tell.Open == 1 ? "alert is" : "alerts are")} open"]);
        page.Paragraph(words["Kính gửi: ", "To: "] + NameOf(agency, words));
        var shown = MostShown;
        foreach (var (heading, lines) in new[]
        {
            (words["Mới", "New"], tell.Lines.Where(line => line.News is DigestNews.Opened or DigestNews.Heavier or DigestNews.More)),
            (words["Đã kết thúc", "Ended"], tell.Lines.Where(line => line.News == DigestNews.Ended)),
            (words["Đã báo trước đây, vẫn đang mở", "Told before and still open"], tell.Lines.Where(line => line.News == DigestNews.None)),
        })
        {
            DigestLine[] ordered = [.. lines.OrderByDescending(line => line.Alert.Severity).ThenBy(line => line.Alert.CaseNumber, StringComparer.Ordinal)];
            if (ordered.Length == 0)
            {
                continue;
            }

            page.Heading($"{heading} ({words.Number(ordered.Length)})");
            foreach (var line in ordered.Take(shown))
            {
                Write(page, line, directory, words);
            }

            if (ordered.Length > shown)
            {
                var left = ordered.Length - shown;
                page.Paragraph(words[$"Và {words.Number(left)} cảnh báo khác, xem trên trục.", $"And {words.Number(left)} more; see them at the axis."]);
            }

            shown = Math.Max(0, shown - ordered.Length);
        }

        var minutes = Math.Ceiling(window.TotalMinutes);
        page.Note(tell.Open == 0
            ? words["Không còn cảnh báo nào đang mở. Cảnh báo mới sẽ được báo ngay.", "Nothing is open any more. The next alert is told at once."]
            : words[$"Mọi thay đổi trong {minutes:0} phút tới được gộp vào một thư.", $"Whatever changes within the next {minutes:0} minutes comes in one message."]);
        page.Note(words[
            "Bên gửi và bên nhận được báo cùng một số vụ việc. Danh sách đầy đủ: GET /v1/alerts tại trạm kết nối. Thư tự động, xin không trả lời.",
            "Sender and receiver are told under the same case number. The full list: GET /v1/alerts at the adapter. This message was sent by a machine; please do not answer it."]);
    }

    private static void Write(MailPage page, DigestLine line, AgencyDirectory directory, Words words)
    {
        var alert = line.Alert;
        var isOpen = alert.ClosedAt is null;
        var finding = WireJson.Read<Finding>(Encoding.UTF8.GetBytes(alert.Finding));
        var why = CodeOnly.Contains(alert.Kind) ? finding.Code : $"{finding.Code} {words[finding.Vietnamese, finding.English]}";
        var count = alert.OpenItems > 0 ? words[$"{words.Number(alert.Seen)}, còn {words.Number(alert.OpenItems)}", $"{words.Number(alert.Seen)}, {words.Number(alert.OpenItems)} still open"] : words.Number(alert.Seen);
        var tone = isOpen ? alert.Severity == AlertSeverity.Warn ? MailTone.Warn : MailTone.Bad : MailTone.Good;
        page.Card(tone, isOpen ? MarkOf(line, words) : words["đã kết thúc", "ended"], $"{alert.CaseNumber} · {AlertWords.Of(alert.Kind, words)}",
            (words["Các bên", "Parties"], PartiesOf(alert, directory, words)),
            (words["Văn bản", "Document"], DocumentName.Of(alert.CodeNumber, alert.CodeNotation)),
            (words["Từ lúc", "Since"], VietnamTime.Show(alert.OpenedAt)),
            (words["Kết thúc", "Ended"], isOpen ? null : VietnamTime.Show(alert.ClosedAt!.Value)),
            (words["Số lượt", "Count"], count),
            (words["Vì sao", "Why"], isOpen ? why : null),
            (words["Cần làm", "To do"], isOpen ? AlertAdvice.Of(alert.Kind, words) : null));
    }

    private static string MarkOf(DigestLine line, Words words)
    {
        var weight = AlertWords.Of(line.Alert.Severity, words);
        return line.News switch
        {
            DigestNews.Heavier => words["nặng hơn: ", "now heavier: "] + weight,
            DigestNews.More => words["thêm lượt: ", "more of it: "] + weight,
            _ => weight,
        };
    }

    private static string PartiesOf(DigestAlert alert, AgencyDirectory directory, Words words)
    {
        string?[] parties = [PartyOf(alert.AgencyId, alert.AdapterCode, directory, words), PartyOf(alert.CounterpartId, alert.CounterAdapterCode, directory, words)];
        return parties.OfType<string>().ToArray() is { Length: > 0 } named ? string.Join(" → ", named) : words["Người vận hành trục", "Operators of the axis"];
    }

    private static string? PartyOf(Guid? agency, string? adapter, AgencyDirectory directory, Words words) =>
        agency == HubAgency.Id ? words[HubAgency.NameVi, HubAgency.NameEn]
        : agency is { } id && directory.Find(id) is { } known ? NameOf(known, words)
        : string.IsNullOrEmpty(adapter) ? null : words["trạm ", "adapter "] + adapter;

    /// <summary>An agency by name and code; the operators where there is none.</summary>
    private static string NameOf(AgencyEntry? agency, Words words) => agency is null
        ? words["Người vận hành trục", "Operators of the axis"]
        : $"{words[agency.NameVi, agency.NameEn.Length > 0 ? agency.NameEn : agency.NameVi]} ({agency.Code})";
}
