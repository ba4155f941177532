namespace Axis.Contracts.Errors;

/// <summary>What an adapter meets that tells its agencies' own systems of alerts (83xx).</summary>
public static partial class ErrorCatalogue
{
    /// <summary>The agency's web address does not answer.</summary>
    public static readonly ErrorEntry WebhookUnreached = new("AXS-8301", 504, null, true,
        "Hệ thống của đơn vị tại {0} không trả lời: {1}",
        "The agency's system at {0} does not answer: {1}");

    /// <summary>The agency's web address answers with something else than 2xx.</summary>
    public static readonly ErrorEntry WebhookRefused = new("AXS-8302", 502, null, true,
        "Hệ thống của đơn vị tại {0} trả lời {1} thay vì 2xx.",
        "The agency's system at {0} answers {1} instead of 2xx.");

    /// <summary>The agency's folder cannot be used.</summary>
    public static readonly ErrorEntry AlertFileUnusable = new("AXS-8303", 503, null, true,
        "Không ghi hoặc xóa được tệp cảnh báo trong thư mục của đơn vị: {0}",
        "An alert's file in the agency's folder cannot be written or removed: {0}");
}
