using Axis.Hub.Console;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Alerts;

/// <summary>Alerts for people.</summary>
internal static class AlertWords
{
    public static string Of(string kind, Words words) => kind switch
    {
        AlertKinds.SecretRefused => words["Đã từ chối văn bản mang dấu bí mật nhà nước", "A document marked as a state secret was refused"],
        AlertKinds.SubmissionRefused => words["Gói tin gửi lên bị từ chối", "A submission was refused"],
        AlertKinds.DeliveryFailed => words["Gửi thất bại", "Delivery failed"],
        AlertKinds.Returned => words["Bị trả lại (02)", "Returned (02)"],
        AlertKinds.NotProcessed => words["Chưa vào trạm kết nối", "Not in the adapter"],
        AlertKinds.NotArrived => words["Chưa đến nơi nhận", "Not arrived"],
        AlertKinds.NoAnswer => words["Chưa phản hồi", "No answer"],
        AlertKinds.NotDone => words["Chưa xử lý xong theo hạn", "Not processed in time"],
        AlertKinds.AmendmentUnanswered => words["Yêu cầu thu hồi, lấy lại, cập nhật chưa được trả lời", "A recall, an update or a 13 is not answered"],
        AlertKinds.AmendmentRefused => words["Yêu cầu thu hồi, lấy lại, cập nhật bị từ chối", "A recall, an update or a 13 was refused"],
        AlertKinds.AdapterSilent => words["Trạm kết nối im lặng", "The adapter is silent"],
        AlertKinds.TwoAdapters => words["Hai kho đệm (spool) luân phiên dưới một tên trạm", "Two spools take turns under one adapter name"],
        AlertKinds.DeadLetters => words["Có thông điệp không ai xử lý được", "Dead letters"],
        AlertKinds.CertificateEnding => words["Chứng thư sắp hết hạn", "A certificate comes to its end"],
        AlertKinds.StatementUndelivered => words["Báo cáo ngày chưa đến đơn vị", "The daily statement was not delivered"],
        AlertKinds.BooksMismatch => words["Sổ sách không khớp", "The books do not agree"],
        AlertKinds.BooksDiffer => words["Sổ của trạm và sổ của trục lệch nhau", "The adapter's books and the hub's differ"],
        AlertKinds.AdapterClockSkew => words["Đồng hồ của trạm kết nối sai", "The adapter's clock is wrong"],
        AlertKinds.HubClock => words["Đồng hồ của trục bị đổi", "The hub's clock was moved"],
        AlertKinds.Disk => words["Đĩa sắp đầy", "A disk fills up"],
        AlertKinds.Queue => words["Hàng đợi sắp đầy", "A queue fills up"],
        AlertKinds.MailUndelivered => words["Thư điện tử không gửi được", "E-mail is not delivered"],
        _ => kind,
    };

    /// <summary>Both parties, by agency where it is known, else by adapter.</summary>
    public static string Parties(AlertView alert, Words words)
    {
        string?[] parties = [alert.AgencyCode ?? Adapter(alert.AdapterCode, words), alert.CounterpartCode ?? Adapter(alert.CounterAdapterCode, words)];
        return parties.OfType<string>().ToArray() is { Length: > 0 } named ? string.Join(" → ", named) : words["Người vận hành", "Operators"];
    }

    private static string? Adapter(string? code, Words words) => string.IsNullOrEmpty(code) ? null : words["trạm ", "adapter "] + code;

    public static string Of(AlertSeverity severity, Words words) => severity == AlertSeverity.Warn ? words["cảnh báo sớm", "early warning"] : words["nghiêm trọng", "breach"];
}
