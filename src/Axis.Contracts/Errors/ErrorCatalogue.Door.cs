namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>The submission id was used before for other bytes (protocol.md 4).</summary>
    public static readonly ErrorEntry SubmissionConflict = new("AXS-1001", 409, 21, false,
        "Mã gửi {0} đã được dùng cho một gói tin khác nội dung.",
        "Submission id {0} was already used for a package with other content.");

    /// <summary>The package's hash is not the one its manifest names (R1).</summary>
    public static readonly ErrorEntry PackageHashMismatch = new("AXS-1002", 422, 10, false,
        "Gói tin không nguyên vẹn: mã băm không khớp với bản kê.",
        "The package is not intact: its hash does not match the manifest.");

    /// <summary>The sender is not an agency this adapter serves (R4).</summary>
    public static readonly ErrorEntry SenderNotServed = new("AXS-1003", 403, 19, false,
        "Đơn vị gửi {0} không thuộc phạm vi phục vụ của trạm kết nối {1}.",
        "The sending agency {0} is not served by adapter {1}.");

    /// <summary>A receiver is not in the registry (R5).</summary>
    public static readonly ErrorEntry ReceiverUnknown = new("AXS-1004", 422, 18, false,
        "Đơn vị nhận {0} không có trong danh mục hoặc chưa có trạm kết nối.",
        "Receiver {0} is not in the directory or has no adapter.");

    /// <summary>A receiver is suspended, since when (R5).</summary>
    public static readonly ErrorEntry ReceiverLocked = new("AXS-1005", 422, 23, false,
        "Đơn vị nhận {0} bị khóa từ {1}.",
        "Receiver {0} is suspended since {1}.");

    /// <summary>The sender named itself among the receivers (R5).</summary>
    public static readonly ErrorEntry ReceiverIsSender = new("AXS-1006", 422, 18, false,
        "Đơn vị gửi {0} không thể đồng thời là đơn vị nhận.",
        "The sender {0} cannot be a receiver of its own document.");

    /// <summary>Two To entries resolve to one agency: one delivery is made (R5).</summary>
    public static readonly ErrorEntry ReceiverNamedTwice = new("AXS-1007", 422, null, false,
        "Đơn vị nhận {0} được nêu nhiều lần; chỉ tạo một lượt giao.",
        "Receiver {0} is named more than once; one delivery is made.");

    /// <summary>The receiver has this document already (R9).</summary>
    public static readonly ErrorEntry AlreadySent = new("AXS-1009", 409, null, false,
        "Văn bản đã được gửi đến {0} (lượt giao {1}).",
        "The document was already sent to {0} (delivery {1}).");

    /// <summary>No receiver is left to deliver to.</summary>
    public static readonly ErrorEntry NoReceiverLeft = new("AXS-1010", 422, 18, false,
        "Không còn đơn vị nhận nào hợp lệ.",
        "No valid receiver is left.");

    /// <summary>The status names no delivery of its sender (protocol.md 3).</summary>
    public static readonly ErrorEntry StatusTargetUnknown = new("AXS-1011", 422, 22, false,
        "Không tìm thấy văn bản mà trạng thái {0} phản hồi.",
        "No delivery is found that status {0} answers.");

    /// <summary>A 02 after the receiver has accepted (domain.md 2.2).</summary>
    public static readonly ErrorEntry RefusalAfterAcceptance = new("AXS-1012", 409, 22, false,
        "Văn bản đã được tiếp nhận (trạng thái {0}) nên không thể từ chối.",
        "The document was already accepted (status {0}) and can no longer be refused.");

    /// <summary>The status code is not one of domain.md 1.3.</summary>
    public static readonly ErrorEntry StatusCodeUnknown = new("AXS-1013", 422, 22, false,
        "Mã trạng thái {0} không hợp lệ.",
        "Status code {0} is unknown.");

    /// <summary>Content named by a submission is not at the hub yet (protocol.md 7).</summary>
    public static readonly ErrorEntry ContentMissing = new("AXS-1014", 409, 20, true,
        "Nội dung gói tin chưa được tải lên trục.",
        "The package content has not been uploaded yet.");

    /// <summary>The adapter is suspended or unknown (R1).</summary>
    public static readonly ErrorEntry AdapterRefused = new("AXS-1015", 403, 15, false,
        "Trạm kết nối {0} đang bị khóa hoặc chưa đăng ký.",
        "Adapter {0} is suspended or not registered.");

    /// <summary>The package is larger than the limit (R1).</summary>
    public static readonly ErrorEntry PackageTooLarge = new("AXS-1016", 413, 10, false,
        "Gói tin vượt quá dung lượng cho phép ({0} byte).",
        "The package is larger than the limit of {0} bytes.");

    /// <summary>The delivery a status answers is void (protocol.md 3).</summary>
    public static readonly ErrorEntry DeliveryVoid = new("AXS-1017", 409, 22, false,
        "Lượt giao không còn hiệu lực ({0}).",
        "The delivery is void ({0}).");

    /// <summary>The wire version is not spoken here.</summary>
    public static readonly ErrorEntry WireVersionUnknown = new("AXS-1018", 400, 20, false,
        "Phiên bản thông điệp {0} không được hỗ trợ.",
        "Wire version {0} is not supported.");
}
