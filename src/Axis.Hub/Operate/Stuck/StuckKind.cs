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

    public static string Status(string status, Words words) => status switch
    {
        "open" => words["Đang mở", "Open"],
        "closed" => words["Đã đóng", "Closed"],
        "retry" => words["Chờ trục gửi lại", "Waits for the hub"],
        "retried" => words["Đã gửi lại", "Retried"],
        _ => status,
    };
}
