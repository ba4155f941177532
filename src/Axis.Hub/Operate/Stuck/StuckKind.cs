using Axis.Hub.Console;

namespace Axis.Hub.Operate.Stuck;

/// <summary>The words of a stuck item for people.</summary>
internal static class StuckKind
{
    public static string Of(string kind, Words words) => kind switch
    {
        "dead-letter" => words["Thư chết", "Dead letter"],
        "malformed" => words["Sai quy cách", "Malformed"],
        "failed-delivery" => words["Giao không thành", "Failed delivery"],
        _ => kind,
    };

    /// <summary>The hub's own fixed words in the reader's language; what people wrote stays as it is.</summary>
    public static string? Closing(string? reason, Words words) => reason switch
    {
        "it has arrived" => words["đã giao được", reason],
        "it had arrived before" => words["đã giao được từ trước", reason],
        "LATE_ARRIVAL: it has arrived after all" => words["LATE_ARRIVAL: cuối cùng đã giao được", reason],
        "sent again" => words["văn bản đã sửa được gửi thay", reason],
        _ => reason,
    };

    public static string Status(string status, Words words) => status switch
    {
        "open" => words["Đang mở", "Open"],
        "closed" => words["Đã đóng", "Closed"],
        "retry" => words["Chờ trục gửi lại", "Waits for the hub"],
        "retried" => words["Đã gửi lại", "Retried"],
        _ => status,
    };
}
