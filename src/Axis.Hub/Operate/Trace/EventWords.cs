using Axis.Hub.Console;
using Axis.Hub.Ledger;

namespace Axis.Hub.Operate.Trace;

/// <summary>What a history says, for people. The names of the events themselves are evidence and never change.</summary>
internal static class EventWords
{
    public static string Kind(string kind, Words words) => kind switch
    {
        EventKinds.Accepted => words["Tiếp nhận", "Accepted"],
        EventKinds.Processing => words["Đã đến trạm nhận", "At the receiver's adapter"],
        EventKinds.Done => words["Đã giao", "Delivered"],
        EventKinds.LateArrival => words["Giao muộn, sau khi đã báo lỗi", "Arrived after it was given up"],
        EventKinds.AttemptFailed => words["Một lần gửi lỗi", "An attempt failed"],
        EventKinds.Failed => words["Giao không thành", "Given up"],
        EventKinds.Closed => words["Đóng lỗi", "Failure closed"],
        EventKinds.Resent => words["Gửi lại", "Sent again"],
        EventKinds.GivenBack => words["Trạm trả lại", "Given back"],
        EventKinds.Lost => words["Trạm không giữ, phát lại", "Lost, published again"],
        EventKinds.CancelAnswered => words["Trả lời yêu cầu hoàn trả", "Asked back and answered"],
        EventKinds.Status => words["Trạng thái", "Status"],
        EventKinds.StatusNoted => words["Trạng thái chỉ lưu lịch sử", "Status, history only"],
        EventKinds.Voided => words["Hết hiệu lực", "Void"],
        EventKinds.Suspended => words["Tạm dừng", "Held back"],
        EventKinds.Resumed => words["Cho đi tiếp", "Let go again"],
        EventKinds.Redirected => words["Chuyển trạm khác", "Sent to another adapter"],
        EventKinds.ChangeAsked => words["Bên gửi yêu cầu", "The sender asks"],
        EventKinds.ChangeDelivered => words["Yêu cầu đã đến đơn vị nhận", "The request has arrived"],
        EventKinds.ChangeRefused => words["Yêu cầu bị từ chối", "The request is refused"],
        EventKinds.ChangeOverdue => words["Yêu cầu quá hạn trả lời", "The request is overdue"],
        EventKinds.RequestAnswered => words["Yêu cầu đã được trả lời", "The request is answered"],
        EventKinds.ChangeLapsed => words["Yêu cầu hết đối tượng", "The request has lost its object"],
        EventKinds.Released => words["Cho đi sau khi chờ", "Released from waiting"],
        EventKinds.DueMoved => words["Dời hạn theo lịch làm việc", "Due time moved by the calendar"],
        EventKinds.MarkAnswered => words["Trạm đã giữ nguyên hoặc hủy bản của mình", "An adapter has frozen or destroyed its copy"],
        EventKinds.Promised => words["Hẹn ngày xử lý", "A day was promised"],
        EventKinds.WaitsForOther => words["Chờ bên kia", "Waits for the other side"],
        EventKinds.Late => words["Xác nhận đến muộn", "Acknowledged too late"],
        EventKinds.AcknowledgeRefused => words["Xác nhận không hợp lệ", "Acknowledgement refused"],
        _ => kind,
    };

    /// <summary>Who did it: <c>adapter:H37</c> and the like.</summary>
    public static string Source(string? source, Words words) => source?.Split(':', 2) switch
    {
        null => "–",
        ["hub"] => words["trục", "the axis"],
        ["adapter", var code] => words["trạm ", "adapter "] + code,
        ["agency", var code] => words["đơn vị ", "agency "] + code,
        ["operator", var name] => words["người vận hành ", "operator "] + name,
        _ => source,
    };
}
