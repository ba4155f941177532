namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>The sealed manifest belongs to another submission than the message.</summary>
    public static readonly ErrorEntry ManifestOfOtherSubmission = new("AXS-1020", 422, 22, false,
        "Bản kê thuộc lần gửi {0}, không phải lần gửi {1}.",
        "The manifest belongs to submission {0}, not to {1}.");

    /// <summary>Manifest and package say different things (protocol.md 2).</summary>
    public static readonly ErrorEntry ManifestNotOfPackage = new("AXS-1021", 422, 22, false,
        "Bản kê và gói tin không khớp ở mục {0}.",
        "Manifest and package differ in {0}.");

    /// <summary>The status changes nothing and is kept as history only (protocol.md 3).</summary>
    public static readonly ErrorEntry StatusKeptAsHistory = new("AXS-1022", 409, null, false,
        "Trạng thái {0} đã được ghi nhận trước đó; chỉ lưu vào lịch sử, không chuyển tiếp.",
        "Status {0} was recorded before; it is kept as history and not forwarded.");

    /// <summary>A status about a document of the axis itself, such as a daily statement.</summary>
    public static readonly ErrorEntry StatusTakenByAxis = new("AXS-1025", 409, null, false,
        "Trục đã ghi nhận trạng thái {0} cho văn bản của trục; không chuyển cho ai.",
        "The axis has taken status {0} of a document of its own; it is passed on to nobody.");

    /// <summary>The very same status was taken before: same delivery, code, timestamp and agency (domain.md 2.2).</summary>
    public static readonly ErrorEntry StatusRepeated = new("AXS-1024", 409, null, false,
        "Trạng thái {0} này đã được nhận trước đó; không có gì thay đổi.",
        "This very status {0} was received before; nothing changes.");

    /// <summary>A recall, a 13 or a dropped receiver whose document had not left the hub: ended there, nobody is bothered (domain.md 2.3).</summary>
    public static readonly ErrorEntry ChangeBeforeDelivery = new("AXS-1061", 409, null, false,
        "Lượt giao {0} chưa rời trục nên đã chấm dứt ngay tại trục; đơn vị nhận không nhận được văn bản.",
        "Delivery {0} had not left the hub and ends there; the receiver never gets the document.");

    /// <summary>The receiver's adapter is asked whether the document has been handed over; the request waits for its answer (protocol.md 3).</summary>
    public static readonly ErrorEntry ChangeAsksBack = new("AXS-1062", 409, null, false,
        "Lượt giao {0} đang trên đường; trục hỏi trạm nhận xem văn bản đã được giao chưa rồi mới gửi yêu cầu.",
        "Delivery {0} is on its way; the receiver's adapter is asked whether it has been handed over before the request goes out.");

    /// <summary>An update or a replacement waits until what it changes is on its way (protocol.md 3).</summary>
    public static readonly ErrorEntry ChangeWaits = new("AXS-1063", 409, null, false,
        "Yêu cầu chờ đến khi lượt giao {0} tới trạm nhận.",
        "The request waits until delivery {0} has reached the receiver's adapter.");

    /// <summary>The receiver has returned the document by 02: there is nothing to take back.</summary>
    public static readonly ErrorEntry ChangeReturned = new("AXS-1064", 409, 22, false,
        "Đơn vị {0} đã từ chối tiếp nhận (02) nên không còn gì để thu hồi hoặc lấy lại.",
        "Agency {0} has returned the document (02), so there is nothing to recall or take back.");

    /// <summary>The same is asked already and not answered.</summary>
    public static readonly ErrorEntry ChangeAsked = new("AXS-1065", 409, 22, false,
        "Đã có yêu cầu thu hồi hoặc lấy lại lượt giao {0} đang chờ trả lời.",
        "A request to recall or take back delivery {0} is waiting for its answer already.");

    /// <summary>What is being recalled or taken back is not updated or replaced at the same time.</summary>
    public static readonly ErrorEntry ChangeOpposed = new("AXS-1066", 409, 22, false,
        "Lượt giao {0} đang được thu hồi hoặc lấy lại; chỉ cập nhật hoặc thay thế được sau khi có trả lời.",
        "Delivery {0} is being recalled or taken back; it can be updated or replaced once that is answered.");

    /// <summary>An update drops a receiver without going to it, and that receiver has the document: it must be told.</summary>
    public static readonly ErrorEntry ChangeDropUntold = new("AXS-1067", 409, 22, false,
        "Đơn vị {0} bị loại khỏi danh sách nhận nhưng đã có văn bản; hãy gửi bản cập nhật cho cả đơn vị này, hoặc thu hồi.",
        "Receiver {0} is dropped but has the document; send the update to it too, or recall the document there.");

    /// <summary>A failed delivery of the same document is asked back first; the mended document waits for the answer (protocol.md 4).</summary>
    public static readonly ErrorEntry WaitsForFailedDelivery = new("AXS-1023", 409, null, false,
        "Văn bản sửa đổi đang chờ thu hồi lượt giao lỗi {0}.",
        "The mended document waits until failed delivery {0} is given back.");
}
