namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>Nobody has anything to do about it any more.</summary>
    public static readonly ErrorEntry ItemAtRest = new("AXS-8201", 409, null, false,
        "Mục {0} đã xong: đã có phản hồi, đã đóng hoặc không còn hiệu lực.",
        "Item {0} is at rest: answered, closed or void.");

    /// <summary>Waiting never fails a delivery (protocol.md 5).</summary>
    public static readonly ErrorEntry ResendNotFailed = new("AXS-8202", 409, null, false,
        "Lượt giao {0} chưa thất bại nên không gửi lại; trục tự gửi, hoặc đơn vị nhận cần phản hồi.",
        "Delivery {0} has not failed, so it is not sent again; the axis goes on by itself, or the receiver has to answer.");

    /// <summary>A mended document has been sent in its place, or waits to be (protocol.md 4).</summary>
    public static readonly ErrorEntry ResendReplaced = new("AXS-8203", 409, null, false,
        "Lượt giao {0} đã được thay bằng văn bản sửa đổi nên không gửi lại.",
        "A mended document has taken the place of delivery {0}, so it is not sent again.");

    /// <summary>What the door refused is not in the hub.</summary>
    public static readonly ErrorEntry ResendRefused = new("AXS-8204", 409, null, false,
        "Mục {0} bị từ chối tại trục nên không có gì để gửi lại; hãy sửa rồi gửi gói tin mới, mục này sẽ tự đóng.",
        "Item {0} was refused, so there is nothing to send again; hand the mended package over, which settles it.");

    /// <summary>Only failures and refusals are closed by a person (statement.md 3).</summary>
    public static readonly ErrorEntry CloseNotFailed = new("AXS-8205", 409, null, false,
        "Lượt giao {0} chưa thất bại nên không đóng được; hãy thu hồi, hoặc chờ đến khi được giao hay phản hồi.",
        "Delivery {0} has not failed, so it cannot be closed; recall it, or wait until it has arrived or been answered.");

    /// <summary>A promise names a day on which it can be held.</summary>
    public static readonly ErrorEntry PromiseDayInvalid = new("AXS-8206", 400, 20, false,
        "Ngày hẹn phải từ hôm nay (giờ Việt Nam) đến {0} ngày tới.",
        "The promised day has to be today (in Vietnam) or within {0} days.");

    /// <summary>Somebody who acts has a name, or is not named at all.</summary>
    public static readonly ErrorEntry ActorUnnamed = new("AXS-8207", 400, 20, false,
        "Tên người thực hiện không hợp lệ (1 đến 120 ký tự).",
        "What names the person who acts is no name (1 to 120 characters).");

    /// <summary>A remark is kept whole or not at all.</summary>
    public static readonly ErrorEntry NoteTooLong = new("AXS-8208", 400, 20, false,
        "Ghi chú dài quá {0} ký tự.",
        "The note is longer than {0} characters.");

    /// <summary>What is out for longer is suspended, and what is over needs no announcement.</summary>
    public static readonly ErrorEntry OutageSpanInvalid = new("AXS-8209", 400, 20, false,
        "Kỳ tạm dừng phải kết thúc sau lúc bắt đầu, sau hiện tại và dài không quá {0} ngày; nếu nghỉ lâu hơn, đề nghị đơn vị vận hành trục tạm ngừng.",
        "An outage ends after it begins and after now, and lasts at most {0} days; what is out for longer is suspended by the axis's operators.");

    /// <summary>What an adapter serves is told to be out by the agency that has it.</summary>
    public static readonly ErrorEntry OutageOfAdapter = new("AXS-8210", 403, 18, false,
        "Chỉ cơ quan có trạm kết nối {0} được báo tạm dừng cả trạm.",
        "Only the agency that has the adapter {0} announces an outage of the whole adapter.");
}
