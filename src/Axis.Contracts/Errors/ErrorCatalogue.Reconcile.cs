namespace Axis.Contracts.Errors;

/// <summary>What an adapter's books and the hub's may differ in, each with what to do (85xx), and books that cannot be compared (858x).</summary>
public static partial class ErrorCatalogue
{
    /// <summary>The adapter sent it, and the hub has not answered.</summary>
    public static readonly ErrorEntry BooksSentWithoutReceipt = new("AXS-8501", 409, null, true,
        "Trạm đã gửi gói này nhưng chưa có biên nhận; trạm tự gửi lại với cùng mã, không phải làm gì.",
        "The adapter has sent this package and has no receipt; it sends it again by itself under the same id, nothing has to be done.");

    /// <summary>The adapter has a receipt of a submission that the hub does not know.</summary>
    public static readonly ErrorEntry BooksAcceptedUnknownToHub = new("AXS-8502", 409, null, false,
        "Trạm có biên nhận nhưng sổ của trục không có gói này; có thể trục đã khôi phục từ bản sao lưu cũ. Người vận hành trục kiểm tra bản sao lưu, rồi báo đơn vị gửi lại.",
        "The adapter has a receipt of a package that the hub's books do not have; the hub may have been restored from an old backup. Its operators look at the backup and ask the agency to send again.");

    /// <summary>The hub accepted a submission that the adapter does not know.</summary>
    public static readonly ErrorEntry BooksSubmissionMissing = new("AXS-8503", 409, null, false,
        "Trục đã nhận gói này nhưng kho đệm của trạm không có; kho đệm có thể đã mất hoặc khôi phục từ bản cũ. Văn bản vẫn đi bình thường; đơn vị theo dõi trạng thái trên báo cáo ngày và không gửi lại.",
        "The hub has accepted this package, and the adapter's spool does not have it; the spool may have been lost or restored from an older copy. The document goes its way; the agency follows it on the daily statement and does not send it again.");

    /// <summary>One submission id, two packages.</summary>
    public static readonly ErrorEntry BooksSentOtherBytes = new("AXS-8504", 409, null, false,
        "Cùng một mã gửi nhưng hai bên giữ hai nội dung khác nhau. Giữ nguyên cả hai bên làm chứng cứ; người vận hành trục đối chiếu con dấu của bản kê.",
        "One submission id stands for different bytes on the two sides. Both are kept as evidence; the hub's operators compare the sealed manifests.");

    /// <summary>The hub has decided, and the adapter has no receipt.</summary>
    public static readonly ErrorEntry BooksReceiptLost = new("AXS-8505", 409, null, true,
        "Trục đã trả lời nhưng trạm chưa có biên nhận; trạm tự hỏi lại bằng cách gửi lại cùng mã, không phải làm gì.",
        "The hub has decided, and the adapter has no receipt; it gets it by sending again under the same id, nothing has to be done.");

    /// <summary>Accepted at the hub, refused at the adapter.</summary>
    public static readonly ErrorEntry BooksVerdictDiffers = new("AXS-8506", 409, null, false,
        "Trục đã chấp nhận gói này nhưng trạm ghi là bị từ chối. Đơn vị gửi lại đúng gói với cùng mã: trục trả lại biên nhận đầu tiên và không gửi lần hai.",
        "The hub has accepted this package, and the adapter has it as refused. The agency hands the same package over again under the same key: the hub gives the first receipt again and sends nothing twice.");

    /// <summary>The sender's adapter has not heard the newest state.</summary>
    public static readonly ErrorEntry BooksStateBehind = new("AXS-8507", 409, null, true,
        "Trạm của bên gửi chưa biết trạng thái mới nhất; trục tự báo lại cho trạm, không phải làm gì.",
        "The sender's adapter has not heard the newest state; the hub tells it again, nothing has to be done.");

    /// <summary>The sender's adapter knows more than the hub.</summary>
    public static readonly ErrorEntry BooksStateAhead = new("AXS-8508", 409, null, false,
        "Trạm của bên gửi biết trạng thái mà sổ của trục không có; có thể trục đã khôi phục từ bản sao lưu cũ. Người vận hành trục kiểm tra bản sao lưu.",
        "The sender's adapter knows a state that the hub's books do not have; the hub may have been restored from an old backup. Its operators look at the backup.");

    /// <summary>Published, and not in the receiver's adapter.</summary>
    public static readonly ErrorEntry BooksDeliveryMissing = new("AXS-8511", 409, null, true,
        "Trục đã chuyển nhưng trạm nhận không có; trục tự hỏi trạm rồi chuyển lại cùng lượt, không phải làm gì.",
        "The hub has passed it on, and the receiver's adapter does not have it; the hub asks the adapter and publishes it again, nothing has to be done.");

    /// <summary>Arrived by the hub's books, and not in the receiver's adapter.</summary>
    public static readonly ErrorEntry BooksArrivedMissing = new("AXS-8512", 409, null, false,
        "Trục ghi là đã đến nhưng kho đệm của trạm nhận không có; kho đệm có thể đã mất hoặc khôi phục từ bản cũ. Đơn vị kiểm tra văn bản có trong hệ thống của mình; nếu không có, đề nghị người vận hành trục chuyển lại.",
        "It has arrived by the hub's books, and the receiver's spool does not have it; the spool may have been lost or restored from an older copy. The agency looks whether its own system has the document; if not, it asks the hub's operators to send it anew.");

    /// <summary>In the receiver's adapter, and unknown to the hub.</summary>
    public static readonly ErrorEntry BooksDeliveryUnknownToHub = new("AXS-8513", 409, null, false,
        "Trạm giữ một lượt gửi mà sổ của trục không có cho trạm này; có thể trục đã khôi phục từ bản sao lưu cũ. Người vận hành trục kiểm tra bản sao lưu; con dấu của bên gửi là chứng cứ.",
        "The adapter holds a delivery that the hub's books do not have for it; the hub may have been restored from an old backup. Its operators look at the backup; the sender's seal is the evidence.");

    /// <summary>One delivery id, two packages.</summary>
    public static readonly ErrorEntry BooksReceivedOtherBytes = new("AXS-8514", 409, null, false,
        "Cùng một lượt gửi nhưng hai bên giữ hai nội dung khác nhau. Giữ nguyên cả hai bên làm chứng cứ; người vận hành trục đối chiếu con dấu của bản kê.",
        "One delivery has different bytes on the two sides. Both are kept as evidence; the hub's operators compare the sealed manifests.");

    /// <summary>The adapter has said more than the hub has heard.</summary>
    public static readonly ErrorEntry BooksAcknowledgementLost = new("AXS-8515", 409, null, true,
        "Trạm đã xử lý tiếp nhưng trục chưa nhận được báo nhận; trục tự hỏi lại trạm, không phải làm gì.",
        "The adapter has gone further than the hub has heard; the hub asks it by itself, nothing has to be done.");

    /// <summary>The copy stands for an older attempt.</summary>
    public static readonly ErrorEntry BooksAttemptBehind = new("AXS-8516", 409, null, true,
        "Trạm chưa có lần chuyển mới nhất; trục tự hỏi trạm rồi chuyển lại, không phải làm gì.",
        "The adapter does not have the newest attempt; the hub asks it and publishes it again, nothing has to be done.");

    /// <summary>The copy stands for an attempt that the hub has not made.</summary>
    public static readonly ErrorEntry BooksAttemptAhead = new("AXS-8517", 409, null, false,
        "Trạm giữ lần chuyển mà sổ của trục chưa có; có thể trục đã khôi phục từ bản sao lưu cũ. Người vận hành trục kiểm tra bản sao lưu.",
        "The adapter holds an attempt that the hub's books have not made; the hub may have been restored from an old backup. Its operators look at the backup.");

    /// <summary>Arrived by the hub's books, not so at the adapter.</summary>
    public static readonly ErrorEntry BooksAdapterBehind = new("AXS-8518", 409, null, false,
        "Trục ghi là đã đến nhưng kho đệm của trạm chưa giao; kho đệm có thể đã khôi phục từ bản cũ. Đơn vị kiểm tra văn bản đã có trong hệ thống của mình trước khi lấy lại, để không vào sổ hai lần.",
        "It has arrived by the hub's books, and the spool has not handed it over; the spool may have been restored from an older copy. The agency looks whether its own system has the document before it takes it again, so that it is not registered twice.");

    /// <summary>Over at the hub, held at the adapter, and asked back.</summary>
    public static readonly ErrorEntry BooksHeldAskedBack = new("AXS-8519", 409, null, true,
        "Trục đã dừng lượt gửi này nhưng trạm còn giữ; trục đang tự đòi lại, không phải làm gì.",
        "This delivery is over at the hub, and the adapter still holds it; the hub is asking it back, nothing has to be done.");

    /// <summary>Over at the hub, held at the adapter, and nobody asks it back.</summary>
    public static readonly ErrorEntry BooksHeldThoughOver = new("AXS-8520", 409, null, false,
        "Trục đã dừng lượt gửi này nhưng trạm còn giữ và không ai đòi lại. Người vận hành trục xem lượt gửi: nếu lỗi, bên gửi gửi lại thì trạm báo đúng trạng thái; nếu đã thu hồi, báo đơn vị nhận không xử lý.",
        "This delivery is over at the hub, the adapter still holds it, and nobody asks it back. The hub's operators look at it: of a failed one a resend by its sender brings the true state; of a recalled one they tell the receiver not to process it.");

    /// <summary>The agency's answer is not in the hub's books.</summary>
    public static readonly ErrorEntry BooksAnswerLost = new("AXS-8521", 409, null, false,
        "Đơn vị đã phản hồi và trạm có biên nhận, nhưng lượt gửi ở trục chưa mang phản hồi đó. Người vận hành trục xem lịch sử của lượt gửi và của văn bản phản hồi.",
        "The agency has answered and its adapter has the receipt, but the delivery at the hub does not bear that answer. The hub's operators look at the history of the delivery and of the status.");

    /// <summary>The hub compares other books.</summary>
    public static readonly ErrorEntry BooksBusy = new("AXS-8522", 503, null, true,
        "Trục đang đối soát sổ của trạm khác. Thử lại sau {0} giây; trạm tự gửi sổ hằng đêm thì tự thử lại.",
        "The hub is comparing the books of another adapter. Try again in {0} seconds; what an adapter posts by itself it posts again.");

    /// <summary>A body of books that cannot be read.</summary>
    public static readonly ErrorEntry BooksMalformed = new("AXS-8580", 400, 10, false,
        "Dòng {0} của sổ đối soát không hợp lệ: {1}",
        "Line {0} of the books is not valid: {1}");

    /// <summary>The books are another adapter's, of another day, or of a form that is not known.</summary>
    public static readonly ErrorEntry BooksOfAnother = new("AXS-8581", 422, null, false,
        "Sổ đối soát phải là của trạm {0}, ngày {1}, dạng {2}.",
        "The books must be those of adapter {0}, for {1}, in form {2}.");

    /// <summary>More than fits into one reconciliation.</summary>
    public static readonly ErrorEntry BooksTooLarge = new("AXS-8582", 413, 23, false,
        "Sổ đối soát quá {0} dòng.",
        "The books have more than {0} lines.");

    /// <summary>A day that has not begun, or is too long ago.</summary>
    public static readonly ErrorEntry BooksDayOutside = new("AXS-8583", 422, null, false,
        "Ngày {0} chưa đến hoặc đã quá {1} ngày; không đối soát được.",
        "{0} has not begun, or is more than {1} days ago; it cannot be reconciled.");

    /// <summary>A difference that is not the agency's to close.</summary>
    public static readonly ErrorEntry BooksCloseByOperators = new("AXS-8584", 409, null, false,
        "Mục lệch này không do đơn vị xử lý: chờ tự khớp lại, hoặc người vận hành trục đóng.",
        "This difference is not the agency's to close: it heals by itself, or the hub's operators close it.");
}
