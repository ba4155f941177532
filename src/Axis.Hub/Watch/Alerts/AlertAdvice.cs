using Axis.Hub.Console;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Alerts;

/// <summary>What people have to do about an alert.</summary>
internal static class AlertAdvice
{
    public static string Of(string kind, Words words) => kind switch
    {
        AlertKinds.SecretRefused => words[
            "Gửi văn bản ngoài trục theo quy định về bảo vệ bí mật nhà nước; tìm hiểu ai đã gửi văn bản này lên trục.",
            "Send such documents outside the axis, and find out who tried to send this one."],
        AlertKinds.SubmissionRefused => words["Bên gửi sửa gói tin theo mã lỗi rồi gửi lại.", "The sender mends its packages by the error code and sends them again."],
        AlertKinds.DeliveryFailed => words["Khắc phục nguyên nhân rồi gửi lại, hoặc đóng kèm lý do.", "Mend the cause, then send again, or close with a reason."],
        AlertKinds.Returned => words["Bên gửi đọc lý do trong trạng thái 02 rồi sửa và gửi mới.", "The sender reads the reason in status 02, mends the document and sends it anew."],
        AlertKinds.NotProcessed => words["Kiểm tra trạm kết nối của bên nhận có chạy không.", "See whether the receiver's adapter is running."],
        AlertKinds.NotArrived => words["Kiểm tra phần mềm quản lý văn bản của bên nhận có lấy văn bản không.", "See whether the receiver's document system fetches what waits for it."],
        AlertKinds.NoAnswer => words["Văn thư bên nhận tiếp nhận (03) hoặc trả lại (02).", "The receiver's clerk takes it (03) or returns it (02)."],
        AlertKinds.NotDone => words["Bên nhận hoàn thành xử lý và gửi trạng thái 06.", "The receiver ends its work on it and sends status 06."],
        AlertKinds.AmendmentUnanswered => words["Bên nhận trả lời yêu cầu: đồng ý (15) hoặc từ chối (16).", "The receiver answers the request: agreed (15) or refused (16)."],
        AlertKinds.AmendmentRefused => words["Hai bên liên hệ trực tiếp để thống nhất.", "Both agencies settle it between them."],
        AlertKinds.AdapterSilent => words["Kiểm tra máy chủ, mạng và dịch vụ của trạm kết nối.", "Look at the adapter's machine, network and service."],
        AlertKinds.TwoAdapters => words["Tắt một trong hai trạm đang chạy dưới cùng một tên.", "Stop one of the two that run under one name."],
        AlertKinds.DeadLetters => words["Người vận hành xem danh sách mục kẹt: axis-hub stuck list.", "Operators look at the stuck list: axis-hub stuck list."],
        AlertKinds.CertificateEnding => words["Xin cấp chứng thư mới và đăng ký trước khi hết hạn.", "Get a new certificate and register it before this one ends."],
        AlertKinds.StatementUndelivered => words["Kiểm tra trạm kết nối của đơn vị; số liệu vẫn xem được trên trục.", "Look at the agency's adapter; its figures can be read at the axis meanwhile."],
        AlertKinds.BooksMismatch => words[
            "Người vận hành chạy axis-hub statement check và giữ nguyên cơ sở dữ liệu làm bằng chứng.", "Operators run axis-hub statement check and keep the database as evidence."],
        AlertKinds.AdapterClockSkew => words["Chỉnh đồng hồ máy trạm kết nối theo máy chủ thời gian.", "Set the clock of the adapter's machine by a time server."],
        AlertKinds.HubClock => words["Người vận hành chỉnh đồng hồ máy của trục.", "Operators set the clock of the hub's machine."],
        AlertKinds.Disk => words["Giải phóng hoặc mở rộng ổ đĩa.", "Make room, or give it a larger disk."],
        AlertKinds.Queue => words["Kiểm tra trạm kết nối có lấy văn bản không; xử lý số đang chờ.", "See whether the adapter takes what waits for it."],
        AlertKinds.MailUndelivered => words["Người vận hành xem axis-hub mail list --failed, sửa địa chỉ hoặc máy chủ thư rồi gửi lại.", "Operators look at axis-hub mail list --failed, mend the address or the mail server, and retry."],
        _ => "",
    };
}
