namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>The adapter's disk has no room beyond its reserve; nothing was taken in.</summary>
    public static readonly ErrorEntry SpoolFull = new("AXS-5001", 507, 20, true,
        "Trạm kết nối hết dung lượng lưu trữ; gói tin chưa được nhận. Hãy gửi lại sau.",
        "The adapter has no room left; the package was not taken in. Send it again later.");

    /// <summary>The delivery was taken back before the agency fetched it.</summary>
    public static readonly ErrorEntry DeliveryGivenBack = new("AXS-5002", 410, 22, false,
        "Lượt giao {0} đã được thu lại.",
        "Delivery {0} was taken back.");

    /// <summary>The agency has answered the delivery otherwise before.</summary>
    public static readonly ErrorEntry AnswerContradicts = new("AXS-5003", 409, 22, false,
        "Lượt giao {0} đã được xác nhận khác trước đó.",
        "Delivery {0} was answered otherwise before.");

    /// <summary>A received package cannot be read though the hub's door passed it.</summary>
    public static readonly ErrorEntry DeliveredPackageBroken = new("AXS-5004", 422, 22, false,
        "Gói tin nhận được không đọc được: {0}.",
        "The received package cannot be read: {0}.");

    /// <summary>The hub has no content for a delivery that names it.</summary>
    public static readonly ErrorEntry DeliveredContentMissing = new("AXS-5005", 404, 20, true,
        "Trục không còn nội dung {0} của lượt giao.",
        "The hub has no content {0} for this delivery.");

    /// <summary>A delivery came for an agency that no interface of this adapter serves.</summary>
    public static readonly ErrorEntry ReceiverNotServed = new("AXS-5006", 422, 18, true,
        "Trạm kết nối không phục vụ đơn vị nhận {0}.",
        "This adapter does not serve receiver {0}.");

    /// <summary>A status was posted that names neither a delivery nor a document, or one that this agency has not taken.</summary>
    public static readonly ErrorEntry StatusWithoutDocument = new("AXS-5007", 422, 22, false,
        "Trạng thái phải nêu lượt giao đã nhận hoặc đơn vị và số hiệu văn bản.",
        "A status must name a delivery that was taken, or the agency and the document.");

    /// <summary>A status that has to give its reason has none.</summary>
    public static readonly ErrorEntry StatusReasonMissing = new("AXS-5008", 422, 22, false,
        "Trạng thái {0} phải có lý do.",
        "Status {0} needs a reason.");

    /// <summary>The bytes were removed at the adapter after their time; what became of the package is still known.</summary>
    public static readonly ErrorEntry ContentRemoved = new("AXS-5009", 410, null, false,
        "Nội dung gói tin {0} đã được xóa tại trạm kết nối khi hết thời hạn lưu giữ; thông tin về lần gửi, lượt giao vẫn còn.",
        "The bytes of package {0} were removed here when their time of keeping was over; what became of it is still known.");

    /// <summary>The document was recalled or taken back; its bytes were destroyed here on the hub's word, and the trail is kept.</summary>
    public static readonly ErrorEntry DeliveryDestroyed = new("AXS-5010", 410, 22, false,
        "Văn bản của lượt giao {0} đã bị bên gửi thu hồi hoặc lấy lại từ {1} (lý do: {2}); nội dung đã được hủy, thông tin theo dõi vẫn được lưu.",
        "The document of delivery {0} was recalled or taken back by its sender at {1} (reason: {2}); its content was destroyed, the trail is kept.");

    /// <summary>What was sent was recalled or taken back: it is kept as it is and not sent or changed any more.</summary>
    public static readonly ErrorEntry SubmissionFrozen = new("AXS-5011", 409, 22, false,
        "Lần gửi {0} đã được đóng băng đối với {1} vì văn bản đã được thu hồi hoặc lấy lại (lý do: {2}); không gửi lại hay thay đổi được nữa.",
        "Submission {0} is frozen for {1}, since its document was recalled or taken back (reason: {2}); it is not sent or changed any more.");

    /// <summary>A submission waits whose bytes are no longer in the spool.</summary>
    public static readonly ErrorEntry ContentLost = new("AXS-5012", 500, 20, false,
        "Nội dung {0} của lần gửi không còn trong kho đệm của trạm; hãy gửi lại chính gói tin đó hoặc khôi phục kho đệm.",
        "The content {0} of the submission is no longer in the adapter's spool; hand the same package over again, or restore the spool.");
}
