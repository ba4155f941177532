using Axis.Hub.Console;

namespace Axis.Hub.Operate.Trace;

/// <summary>Requests about sent documents, for people.</summary>
internal static class RequestWords
{
    public static string Command(string command, Words words) => command switch
    {
        "TakeBack" => words["Lấy lại", "Take back"],
        "Recall" => words["Thu hồi", "Recall"],
        "Update" => words["Cập nhật", "Update"],
        "Drop" => words["Bỏ nơi nhận", "Drop the receiver"],
        "Replace" => words["Thay thế", "Replace"],
        _ => command,
    };

    public static string Status(RequestView request, Words words) => request.Status switch
    {
        _ when request.Waits => words["Đang chờ trong trục", "Waits in the hub"],
        "Requested" => words["Đang gửi đi", "On its way"],
        "Delivered" => words["Chờ trả lời", "Awaits an answer"],
        "Agreed" => words["Đồng ý", "Agreed"],
        "Refused" => words["Từ chối", "Refused"],
        "Overdue" => words["Quá hạn trả lời", "Overdue"],
        "Lapsed" => words["Hết đối tượng", "Without an object"],
        _ => request.Status,
    };

    /// <summary>Class of the badge.</summary>
    public static string Badge(RequestView request) => request.Status switch
    {
        "Agreed" => "done",
        "Refused" or "Overdue" => "fail",
        "Lapsed" => "void",
        _ => "",
    };
}
