using Axis.Hub.Console;

namespace Axis.Hub.Operate.Audit;

/// <summary>Notices for people.</summary>
internal static class NoticeWords
{
    public static string Of(string action, Words words) => action switch
    {
        "spools-alternate" => words["Hai kho đệm (spool) luân phiên dưới một tên trạm", "Two spools take turns under one adapter name"],
        "foreign-acknowledgement" => words["Trạm xác nhận lượt giao không phải của mình", "An adapter spoke of a delivery that is not its own"],
        "acknowledged-unsent" => words["Trạm xác nhận lượt giao chưa từng gửi", "An adapter spoke of a delivery that was never sent"],
        _ => action,
    };
}
