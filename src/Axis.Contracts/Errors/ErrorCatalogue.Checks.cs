namespace Axis.Contracts.Errors;

/// <summary>
/// Errors of the door's checks (domain.md 5). The block of a code says its rule: 104x R1, R4, R5, R9; 22xx R11; 23xx state secrets, told under R8; 27xx R7; 28xx R8; 29xx R12.
/// </summary>
public static partial class ErrorCatalogue
{
    /// <summary>The sending agency is suspended, since when (R4).</summary>
    public static readonly ErrorEntry SenderLocked = new("AXS-1041", 403, 23, false,
        "Đơn vị gửi {0} bị khóa từ {1}.",
        "The sending agency {0} is suspended since {1}.");

    /// <summary>The adapter is suspended, since when (R1).</summary>
    public static readonly ErrorEntry AdapterSuspended = new("AXS-1048", 403, 15, false,
        "Trạm kết nối {0} bị khóa từ {1}.",
        "Adapter {0} is suspended since {1}.");

    /// <summary>The adapter of a receiver is suspended, since when: a document is turned away, a status waits in the hub (R5).</summary>
    public static readonly ErrorEntry ReceiverAdapterSuspended = new("AXS-1049", 422, 23, false,
        "Trạm kết nối {1} của đơn vị nhận {0} bị khóa từ {2}.",
        "Adapter {1} of receiver {0} is suspended since {2}.");

    /// <summary>The adapter's delegation for the sender does not cover this document or this day (R4).</summary>
    public static readonly ErrorEntry DelegationMissing = new("AXS-1042", 403, 19, false,
        "Ủy quyền gửi văn bản của đơn vị {0} cho trạm kết nối {1} không có hiệu lực đối với văn bản này.",
        "The delegation of agency {0} to adapter {1} does not cover this document.");

    /// <summary>An old code of an agency that has another now, or was merged (R4, R5, warning).</summary>
    public static readonly ErrorEntry CodeSucceeded = new("AXS-1043", 422, null, false,
        "Mã {0} đã được thay bằng {1}; văn bản vẫn được chuyển.",
        "Code {0} was replaced by {1}; the document still goes there.");

    /// <summary>The very same package was sent before, and when (R9; told beside AXS-1009).</summary>
    public static readonly ErrorEntry RepeatsPackage = new("AXS-1044", 409, null, false,
        "Chính gói tin này (văn bản {0}) đã được gửi lúc {1}.",
        "This very package (document {0}) was sent at {1}.");

    /// <summary>Another package of the same number, notation, type and year was sent before, and when (R9, told beside AXS-1009; Decree 30/2020 Annex VI).</summary>
    public static readonly ErrorEntry RepeatsDocument = new("AXS-1047", 409, null, false,
        "Văn bản trùng số, ký hiệu và loại với {0} đã gửi lúc {1}; nội dung gói tin khác.",
        "The document has number, notation and type of {0}, sent at {1}; its package is another.");

    /// <summary>The document id was used before for a document with another number, notation or type (R9, warning; Decree 30/2020 Annex VI).</summary>
    public static readonly ErrorEntry DocumentIdReused = new("AXS-1045", 409, null, false,
        "Mã định danh {0} đã được dùng cho văn bản {1} gửi lúc {2}.",
        "Document id {0} was used before for {1}, sent at {2}.");

    /// <summary>The same package after a failure: its delivery starts again (R9, for information).</summary>
    public static readonly ErrorEntry SendsAgain = new("AXS-1046", 409, null, false,
        "Lượt giao lỗi {1} đến {0} sẽ được gửi lại.",
        "The failed delivery {1} to {0} will be sent again.");

    /// <summary>Recall, update, replacement or 13 without its reason (R11).</summary>
    public static readonly ErrorEntry AmendmentReasonMissing = new("AXS-2201", 422, 22, false,
        "Yêu cầu thu hồi, cập nhật, thay thế hoặc lấy lại văn bản phải nêu lý do.",
        "A recall, update, replacement or taking back needs a reason.");

    /// <summary>It does not say which document it is about (R11).</summary>
    public static readonly ErrorEntry AmendmentTargetUnnamed = new("AXS-2202", 422, 22, false,
        "Gói tin cập nhật hoặc thay thế không nêu mã định danh của văn bản cũ.",
        "The update or replacement does not name the old document.");

    /// <summary>Its sender never sent that document (R11).</summary>
    public static readonly ErrorEntry AmendmentTargetUnknown = new("AXS-2203", 422, 22, false,
        "Đơn vị gửi chưa từng gửi văn bản {0} qua trục.",
        "The sender has sent no document {0} over the axis.");

    /// <summary>A receiver that the document was never sent to (R11).</summary>
    public static readonly ErrorEntry AmendmentReceiverUnknown = new("AXS-2204", 422, 22, false,
        "Văn bản {1} chưa được gửi đến {0}.",
        "Document {1} was not sent to {0}.");

    /// <summary>A receiver added that has the document already (R11, warning).</summary>
    public static readonly ErrorEntry AmendmentReceiverKnown = new("AXS-2205", 422, 22, false,
        "Đơn vị nhận bổ sung {0} đã có văn bản {1}.",
        "The added receiver {0} has document {1} already.");

    /// <summary>A changed receiver of which it is not said whether it is added or dropped (R11).</summary>
    public static readonly ErrorEntry AmendmentReceiverUnclear = new("AXS-2206", 422, 22, false,
        "Không nêu rõ đơn vị {0} được thêm hay được bỏ khỏi nơi nhận (ReceiverType).",
        "It is not said whether receiver {0} is added or dropped (ReceiverType).");

    /// <summary>Marked as a state secret; such documents never travel here (domain.md 3.3).</summary>
    public static readonly ErrorEntry SecretMarked = new("AXS-2301", 422, 22, false,
        "Văn bản có dấu chỉ độ mật \"{0}\"; văn bản mật không được gửi qua trục.",
        "The document is marked \"{0}\"; state secrets must not be sent over the axis.");

    /// <summary>Something stands there for nothing (R7).</summary>
    public static readonly ErrorEntry PlaceholderFound = new("AXS-2703", 422, 22, false,
        "{0} chỉ có nội dung giữ chỗ \"{1}\".",
        "{0} holds nothing but the placeholder \"{1}\".");

    /// <summary>A text without a single letter (R7).</summary>
    public static readonly ErrorEntry TextWithoutLetters = new("AXS-2704", 422, 22, false,
        "{0} \"{1}\" không có chữ cái nào.",
        "{0} \"{1}\" has no letter in it.");

    /// <summary>Several texts together are longer than the regulation (R7, warning; Decree 30/2020 Annex VI).</summary>
    public static readonly ErrorEntry TextsLong = new("AXS-2705", 422, 22, false,
        "{0} dài tổng cộng {1} ký tự, quá {2} ký tự theo quy định.",
        "{0} has {1} characters altogether, more than the {2} of the regulation.");

    /// <summary>Neither capacity nor position of the signer (R7, warning).</summary>
    public static readonly ErrorEntry SignerCapacityMissing = new("AXS-2706", 422, 22, false,
        "Không có quyền hạn và chức vụ của người ký.",
        "Neither the capacity nor the position of the signer is given.");

    /// <summary>No type of the law (R8).</summary>
    public static readonly ErrorEntry DocumentTypeUnknown = new("AXS-2803", 422, 22, false,
        "Không có loại văn bản \"{0}\".",
        "There is no document type \"{0}\".");

    /// <summary>A type that is only recognised by its first words or its number (R8, warning).</summary>
    public static readonly ErrorEntry DocumentTypeGuessed = new("AXS-2804", 422, 22, false,
        "Loại văn bản \"{0}\" được hiểu là {1}.",
        "The document type \"{0}\" is read as {1}.");

    /// <summary>A number without a digit, or zero (R8).</summary>
    public static readonly ErrorEntry NumberNotReal = new("AXS-2805", 422, 22, false,
        "Số văn bản \"{0}\" không hợp lệ.",
        "The document number \"{0}\" is not valid.");

    /// <summary>A number with more than digits and a letter in it (R8, warning).</summary>
    public static readonly ErrorEntry NumberOdd = new("AXS-2806", 422, 22, false,
        "Số văn bản \"{0}\" có ký tự khác chữ số; ký hiệu phải ghi ở CodeNotation.",
        "The document number \"{0}\" has more than digits in it; the notation belongs into CodeNotation.");

    /// <summary>A notation without a letter (R8).</summary>
    public static readonly ErrorEntry NotationNotReal = new("AXS-2807", 422, 22, false,
        "Ký hiệu văn bản \"{0}\" không hợp lệ.",
        "The notation \"{0}\" is not valid.");

    /// <summary>A notation with characters that none has, or with the number before it (R8, warning).</summary>
    public static readonly ErrorEntry NotationOdd = new("AXS-2808", 422, 22, false,
        "Ký hiệu văn bản \"{0}\" không đúng thể thức.",
        "The notation \"{0}\" is not of the prescribed form.");

    /// <summary>A notation without the letters of its type (R8, warning; Decree 30/2020 Annex III).</summary>
    public static readonly ErrorEntry NotationWithoutType = new("AXS-2809", 422, 22, false,
        "Ký hiệu \"{0}\" không có chữ viết tắt {1} của loại văn bản {2}.",
        "The notation \"{0}\" lacks the letters {1} of its type {2}.");

    /// <summary>Promulgated after today, in Vietnam (R8).</summary>
    public static readonly ErrorEntry PromulgatedInFuture = new("AXS-2810", 422, 22, false,
        "Ngày ban hành {0} sau ngày hiện tại {1}.",
        "The date of promulgation {0} is after today, {1}.");

    /// <summary>Promulgated very long ago (R8, warning).</summary>
    public static readonly ErrorEntry PromulgatedLongAgo = new("AXS-2811", 422, 22, false,
        "Ngày ban hành {0} cách ngày hiện tại quá {1} ngày.",
        "The date of promulgation {0} is more than {1} days ago.");

    /// <summary>Due before it was promulgated (R8).</summary>
    public static readonly ErrorEntry DueBeforePromulgation = new("AXS-2812", 422, 22, false,
        "Hạn trả lời {0} trước ngày ban hành {1}.",
        "The due date {0} is before the date of promulgation {1}.");

    /// <summary>Due before today (R8, warning).</summary>
    public static readonly ErrorEntry DuePassed = new("AXS-2813", 422, 22, false,
        "Hạn trả lời {0} đã qua.",
        "The due date {0} has passed.");

    /// <summary>A document id of the national shape that says something else than the header (R8, warning).</summary>
    public static readonly ErrorEntry DocumentIdDiffers = new("AXS-2814", 422, 22, false,
        "Mã định danh \"{0}\" không khớp với {1} của văn bản.",
        "The document id \"{0}\" does not agree with the document's {1}.");

    /// <summary>Paper follows a type that is sent without it (775/VPCP-KSTT; R8, warning).</summary>
    public static readonly ErrorEntry PaperAlsoSent = new("AXS-2815", 422, 22, false,
        "{0} thuộc danh mục 26 loại văn bản không gửi kèm bản giấy (775/VPCP-KSTT).",
        "{0} is one of the 26 types that are sent without paper (775/VPCP-KSTT).");

    /// <summary>A count beyond what the regulation has room for (R8, warning; Decree 30/2020 Annex VI: three digits).</summary>
    public static readonly ErrorEntry CountOdd = new("AXS-2816", 422, 22, false,
        "Giá trị {1} của {0} nằm ngoài khoảng 0 đến 999.",
        "The value {1} of {0} is not within 0 to 999.");

    /// <summary>A priority that does not exist (R8).</summary>
    public static readonly ErrorEntry PriorityUnknown = new("AXS-2817", 422, 22, false,
        "Độ khẩn {0} không thuộc các giá trị 0 đến 4.",
        "The priority {0} is not one of 0 to 4.");

    /// <summary>A steering type that does not exist (R8, warning).</summary>
    public static readonly ErrorEntry SteeringUnknown = new("AXS-2818", 422, 22, false,
        "Loại chỉ đạo {0} không thuộc các giá trị 0 đến 3.",
        "The steering type {0} is not one of 0 to 3.");

    /// <summary>It answers a document that is younger than itself (R8, warning).</summary>
    public static readonly ErrorEntry AnswersYounger = new("AXS-2819", 422, 22, false,
        "Văn bản được phản hồi ban hành ngày {0}, sau văn bản này.",
        "The document answered was promulgated on {0}, after this one.");

    /// <summary>Sent after the limit (R12, LATE_SENT; QĐ 28 Art. 6).</summary>
    public static readonly ErrorEntry LateSent = new("AXS-2901", 422, null, false,
        "Văn bản ban hành ngày {0} phải gửi chậm nhất {1}.",
        "The document of {0} had to be sent by {1}.");

    /// <summary>Sent after a limit that may still change with the calendar (R12, for information).</summary>
    public static readonly ErrorEntry LateSentProvisional = new("AXS-2902", 422, null, false,
        "Văn bản ban hành ngày {0} phải gửi chậm nhất {1} (tạm tính theo lịch làm việc chưa chính thức).",
        "The document of {0} had to be sent by {1} (provisional: the working calendar of that time is not final).");
}
