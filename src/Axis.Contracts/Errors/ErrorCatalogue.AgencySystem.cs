namespace Axis.Contracts.Errors;

/// <summary>Errors of the adapter's local interfaces (51xx).</summary>
public static partial class ErrorCatalogue
{
    /// <summary>No key, or one that this adapter does not know.</summary>
    public static readonly ErrorEntry KeyUnknown = new("AXS-5101", 401, 15, false,
        "Thiếu khóa truy cập hoặc khóa không đúng (Authorization: Bearer).",
        "The access key is missing or unknown (Authorization: Bearer).");

    /// <summary>The agency named is none of the key's. Says the same whether the agency exists or not.</summary>
    public static readonly ErrorEntry AgencyNotOfKey = new("AXS-5102", 404, 19, false,
        "Khóa truy cập không dùng được cho đơn vị {0}.",
        "The access key does not cover agency {0}.");

    /// <summary>The key covers several agencies and nothing says which one speaks.</summary>
    public static readonly ErrorEntry AgencyNotNamed = new("AXS-5103", 400, 19, false,
        "Khóa truy cập dùng cho nhiều đơn vị; hãy nêu đơn vị bằng tham số agency hoặc phần tử From của gói tin.",
        "The access key covers several agencies; name one by the query parameter agency or by the package's From.");

    /// <summary>No such submission among those of the key's agencies.</summary>
    public static readonly ErrorEntry SubmissionNotFound = new("AXS-5104", 404, null, false,
        "Không tìm thấy lần gửi {0}.",
        "Submission {0} is not found.");

    /// <summary>No such delivery among those offered to the key's agencies.</summary>
    public static readonly ErrorEntry DeliveryNotFound = new("AXS-5105", 404, null, false,
        "Không tìm thấy lượt giao {0}.",
        "Delivery {0} is not found.");

    /// <summary>No statement of that agency and day has come.</summary>
    public static readonly ErrorEntry StatementNotFound = new("AXS-5122", 404, null, false,
        "Chưa có báo cáo của {0} ngày {1}.",
        "No statement of {0} for {1} has come.");

    /// <summary>The package has no attachment of that number.</summary>
    public static readonly ErrorEntry AttachmentNotFound = new("AXS-5106", 404, null, false,
        "Gói tin không có tệp đính kèm thứ {0}.",
        "The package has no attachment {0}.");

    /// <summary>The request cannot be read: JSON, a form or a parameter.</summary>
    public static readonly ErrorEntry RequestMalformed = new("AXS-5107", 400, 20, false,
        "Yêu cầu không đọc được: {0}",
        "The request cannot be read: {0}");

    /// <summary>A body of another kind than this path takes.</summary>
    public static readonly ErrorEntry MediaTypeUnknown = new("AXS-5108", 415, 20, false,
        "Kiểu nội dung {0} không được hỗ trợ; hãy dùng {1}.",
        "Content type {0} is not taken here; use {1}.");

    /// <summary>An Idempotency-Key that is empty, longer than 200 characters or holds control characters.</summary>
    public static readonly ErrorEntry IdempotencyKeyInvalid = new("AXS-5109", 400, 20, false,
        "Idempotency-Key phải có từ 1 đến 200 ký tự hiển thị được.",
        "An Idempotency-Key has 1 to 200 printable characters.");

    /// <summary>A failure reported without its reason.</summary>
    public static readonly ErrorEntry FailureReasonMissing = new("AXS-5110", 422, 22, false,
        "Kết quả fail phải nêu lý do.",
        "The result fail needs a reason.");

    /// <summary>The agency's inbound interface is its folder.</summary>
    public static readonly ErrorEntry ReceivesByFolder = new("AXS-5111", 409, null, false,
        "Đơn vị {0} nhận văn bản qua thư mục, không qua REST.",
        "Agency {0} receives through its folder, not over REST.");

    /// <summary>A form without its part <c>document</c>, or without a file.</summary>
    public static readonly ErrorEntry FormPartMissing = new("AXS-5112", 422, 21, false,
        "Biểu mẫu thiếu phần {0}.",
        "The form has no part {0}.");

    /// <summary>A required member of a JSON body is absent.</summary>
    public static readonly ErrorEntry MemberMissing = new("AXS-5113", 422, 22, false,
        "Thiếu trường bắt buộc {0}.",
        "The required member {0} is missing.");

    /// <summary>A member of a JSON body has a value that is not allowed.</summary>
    public static readonly ErrorEntry MemberInvalid = new("AXS-5114", 422, 22, false,
        "Giá trị của trường {0} không hợp lệ; dạng đúng: {1}.",
        "The value of member {0} is not valid; expected: {1}.");

    /// <summary>The hub is needed for this call and is not reached.</summary>
    public static readonly ErrorEntry HubAway = new("AXS-5115", 503, 20, true,
        "Chưa kết nối được với trục. Hãy thử lại sau.",
        "The hub is not reached. Try again later.");

    /// <summary>The adapter's own fault; its log names it by the trace id.</summary>
    public static readonly ErrorEntry AdapterFault = new("AXS-5116", 500, 20, true,
        "Trạm kết nối gặp lỗi; mã tra cứu {0}.",
        "The adapter has failed; look for {0} in its log.");

    /// <summary>Something is asked of a status, or of a recall: only a document can be recalled, taken back, updated or replaced.</summary>
    public static readonly ErrorEntry ChangeOfNoDocument = new("AXS-5118", 409, 22, false,
        "Lần gửi {0} không phải là văn bản nên không thể thu hồi, lấy lại, cập nhật hoặc thay thế.",
        "Submission {0} is no document, so it cannot be recalled, taken back, updated or replaced.");

    /// <summary>Something is asked of a document that the hub has refused, or has not answered yet.</summary>
    public static readonly ErrorEntry SubmissionNotAccepted = new("AXS-5119", 409, 22, false,
        "Trục chưa tiếp nhận lần gửi {0} ({1}) nên không thể thu hồi, lấy lại, cập nhật hoặc thay thế.",
        "The hub has not accepted submission {0} ({1}), so it cannot be recalled, taken back, updated or replaced.");

    /// <summary>No receiver asked has the document any more: it was recalled, taken back or returned, or another stands for it.</summary>
    public static readonly ErrorEntry DocumentStandsNowhere = new("AXS-5120", 409, 22, false,
        "Văn bản của lần gửi {0} không còn hiệu lực tại {1}.",
        "The document of submission {0} does not stand at {1} any more.");

    /// <summary>An answer where nobody asks: no request was brought by the delivery or is about it, or it has its answer.</summary>
    public static readonly ErrorEntry NothingAsked = new("AXS-5121", 409, 22, false,
        "Không có yêu cầu nào về lượt giao {0} đang chờ câu trả lời này.",
        "No request about delivery {0} waits for this answer.");

    /// <summary>Whoever is named as the checker has no name, or a placeholder (mission S6).</summary>
    public static readonly ErrorEntry CheckerUnnamed = new("AXS-5130", 422, 22, false,
        "Phải ghi họ tên (và chức vụ, nếu có) của người kiểm tra bằng chữ thật, tối đa 200 ký tự; “{0}” không dùng được.",
        "The checker is named by a real name (and position, if any) of at most 200 characters; “{0}” will not do.");

    /// <summary>A form of the clerk's page that was not made for this session.</summary>
    public static readonly ErrorEntry FormForeign = new("AXS-5131", 403, null, false,
        "Biểu mẫu không thuộc phiên làm việc này. Hãy mở lại trang và làm lại.",
        "The form was not made for this session. Open the page again and repeat.");

    /// <summary>A draft of the clerk's page that is not kept any more.</summary>
    public static readonly ErrorEntry DraftNotFound = new("AXS-5132", 404, null, false,
        "Bản kiểm tra này không còn trong phiên làm việc.",
        "This check is not kept in the session any more.");

    /// <summary>No such path, or another method.</summary>
    public static readonly ErrorEntry PathUnknown = new("AXS-5117", 404, 20, false,
        "Không có địa chỉ này. Xem /openapi/v1.json.",
        "There is no such address. See /openapi/v1.json.");
}
