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

    /// <summary>The very same status was taken before: same delivery, code, timestamp and agency (domain.md 2.2).</summary>
    public static readonly ErrorEntry StatusRepeated = new("AXS-1024", 409, null, false,
        "Trạng thái {0} này đã được nhận trước đó; không có gì thay đổi.",
        "This very status {0} was received before; nothing changes.");

    /// <summary>A failed delivery of the same document is asked back first; the mended document waits for the answer (protocol.md 4).</summary>
    public static readonly ErrorEntry WaitsForFailedDelivery = new("AXS-1023", 409, null, false,
        "Văn bản sửa đổi đang chờ thu hồi lượt giao lỗi {0}.",
        "The mended document waits until failed delivery {0} is given back.");
}
