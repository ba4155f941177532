namespace Axis.Simulator.Faults;

/// <summary>Faults in words, Vietnamese first.</summary>
internal static class FaultWords
{
    public static string Of(FaultKind kind) => kind switch
    {
        FaultKind.LateAnswer => "phản hồi chậm (late answer)",
        FaultKind.Returned => "bị trả lại, 02 (returned)",
        FaultKind.Failed => "nơi nhận báo lỗi (failed)",
        FaultKind.AdapterOff => "trạm kết nối tắt (adapter off)",
        FaultKind.UnknownReceiver => "nơi nhận không có (unknown receiver)",
        FaultKind.Refused => "bị trục từ chối (refused)",
        FaultKind.Duplicate => "gửi trùng lặp (sent twice)",
        FaultKind.LateSending => "gửi muộn (sent late)",
        FaultKind.RecallUnanswered => "thu hồi chưa trả lời (open recall)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of fault."),
    };
}
