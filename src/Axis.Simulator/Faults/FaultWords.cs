namespace Axis.Simulator.Faults;

/// <summary>Faults in words, Vietnamese first.</summary>
internal static class FaultWords
{
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.LateAnswer => "phản hồi trạng thái chậm (answers late)",
        FaultKind.Returned => "bị trả lại, 02 (returned)",
        FaultKind.Failed => "hệ thống nơi nhận báo lỗi (delivery fails)",
        FaultKind.AdapterOff => "trạm kết nối tắt (adapter off)",
        FaultKind.UnknownReceiver => "một nơi nhận không có trong danh mục (unknown receiver)",
        FaultKind.Refused => "bị trục từ chối (refused at the door)",
        FaultKind.Duplicate => "gửi trùng lặp (sent twice)",
        FaultKind.LateSending => "gửi muộn so với ngày ký (sent late)",
        FaultKind.RecallUnanswered => "thu hồi không được trả lời (recall unanswered)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of fault."),
    };
}
