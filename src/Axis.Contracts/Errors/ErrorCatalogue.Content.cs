namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>There is no such thing for this adapter; whether there is one for another is not told (protocol.md 7).</summary>
    public static readonly ErrorEntry NotFoundHere = new("AXS-4001", 404, null, false,
        "Không tìm thấy dữ liệu được yêu cầu.",
        "What was asked for is not found.");

    /// <summary>The uploaded bytes have another hash than the address names; they are thrown away.</summary>
    public static readonly ErrorEntry UploadHashMismatch = new("AXS-4002", 422, 10, false,
        "Nội dung tải lên có mã băm {0}, khác với mã băm đã khai báo.",
        "The uploaded content has the hash {0}, not the one it was announced with.");

    /// <summary>An upload cannot go on at this offset; the answer's Upload-Offset says where.</summary>
    public static readonly ErrorEntry UploadOffset = new("AXS-4003", 409, 20, true,
        "Vị trí tải tiếp không hợp lệ; hãy tiếp tục từ byte {0}.",
        "The upload cannot go on there; continue at byte {0}.");

    /// <summary>The same content is being uploaded on another connection.</summary>
    public static readonly ErrorEntry UploadBusy = new("AXS-4004", 409, 20, true,
        "Nội dung này đang được tải lên bởi một kết nối khác.",
        "The same content is being uploaded on another connection.");

    /// <summary>A parameter of the call is not of its form.</summary>
    public static readonly ErrorEntry ParameterForm = new("AXS-4005", 400, 20, false,
        "Tham số {0} không hợp lệ.",
        "Parameter {0} is not valid.");

    /// <summary>A reason is required.</summary>
    public static readonly ErrorEntry ReasonRequired = new("AXS-4006", 400, 20, false,
        "Phải nêu lý do.",
        "A reason is required.");
}
