using Axis.Hub.Console;

namespace Axis.Hub.Operate.Trace;

/// <summary>The national status codes in words; the code itself always stands beside them.</summary>
internal static class StatusName
{
    /// <summary>Empty for a code that is not known.</summary>
    public static string Of(string? code, Words words) => code switch
    {
        "01" => words["Đã đến", "Arrived"],
        "02" => words["Từ chối tiếp nhận", "Refused"],
        "03" => words["Đã tiếp nhận", "Accepted"],
        "04" => words["Phân công", "Assigned"],
        "05" => words["Đang xử lý", "In progress"],
        "06" => words["Hoàn thành", "Completed"],
        "13" => words["Lấy lại", "Take back"],
        "15" => words["Đồng ý", "Agreed"],
        "16" => words["Không đồng ý", "Disagreed"],
        _ => "",
    };
}
