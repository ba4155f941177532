namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>The message did not arrive on an adapter's exchange, so nobody is its sender (protocol.md 2).</summary>
    public static readonly ErrorEntry MessageWithoutOrigin = new("AXS-6001", 403, 19, false,
        "Thông điệp không đến từ kênh của trạm kết nối nào.",
        "The message did not arrive on an adapter's exchange.");

    /// <summary>The message has no body.</summary>
    public static readonly ErrorEntry MessageEmpty = new("AXS-6002", 400, 10, false,
        "Thông điệp rỗng.",
        "The message has no body.");

    /// <summary>The wire version is absent or not one of the two that the hub accepts (protocol.md 3).</summary>
    public static readonly ErrorEntry MessageVersionUnknown = new("AXS-6003", 400, 22, false,
        "Phiên bản thông điệp {0} không được hỗ trợ.",
        "Wire version {0} is not spoken here.");

    /// <summary>The body is not JSON of the prescribed form.</summary>
    public static readonly ErrorEntry MessageMalformed = new("AXS-6004", 400, 22, false,
        "Thông điệp không đúng định dạng: {0}.",
        "The message is not of the prescribed form: {0}.");

    /// <summary>The hub failed on this one message again and again, not for want of its infrastructure.</summary>
    public static readonly ErrorEntry MessageFailsTheHub = new("AXS-6005", 500, 20, true,
        "Trục không xử lý được thông điệp này: {0}.",
        "The hub failed on this message: {0}.");
}
