using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The office's page in words. Public because Razor pages are.</summary>
public static class OfficeWords
{
    /// <summary>The stocks that must be zero.</summary>
    public static IReadOnlyList<OpenItemList> Four { get; } = [OpenItemList.SendErrors, OpenItemList.ReceiveErrors, OpenItemList.Backlog, OpenItemList.NoReply];

    /// <summary>What the agency sees of others as their sender.</summary>
    public static IReadOnlyList<OpenItemList> BySender { get; } = [OpenItemList.NotArrived, OpenItemList.Unanswered];

    /// <summary>Name of a stock.</summary>
    public static string Name(OpenItemList list, Words words) => list switch
    {
        OpenItemList.SendErrors => words["Gửi lỗi", "Send errors"],
        OpenItemList.ReceiveErrors => words["Nhận lỗi", "Receive errors"],
        OpenItemList.Backlog => words["Tồn đọng", "Backlog"],
        OpenItemList.NoReply => words["Chưa phản hồi", "Not answered"],
        OpenItemList.NotArrived => words["Gửi đi chưa đến", "Sent, not arrived"],
        OpenItemList.Unanswered => words["Gửi đi chưa được phản hồi", "Sent, not answered"],
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>True for stocks in which the agency is the sender.</summary>
    public static bool IsSenders(OpenItemList list) => list is OpenItemList.SendErrors or OpenItemList.NotArrived or OpenItemList.Unanswered;

    /// <summary>What a button does.</summary>
    public static string Act(ItemAct act, OpenItemList list, Words words) => act switch
    {
        ItemAct.Resend => IsSenders(list) ? words["Gửi lại", "Send again"] : words["Đề nghị gửi lại", "Ask for it again"],
        ItemAct.Close => words["Đóng, nêu lý do", "Close with a reason"],
        ItemAct.Promise => words["Hẹn ngày", "Promise a day"],
        ItemAct.Wait => IsSenders(list) ? words["Đang chờ bên nhận", "Waiting for the receiver"] : words["Đang chờ bên gửi", "Waiting for the sender"],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
