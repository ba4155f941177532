namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>The server's certificate leads to none of the authorities that are trusted for it.</summary>
    public static readonly ErrorEntry ServerUntrusted = new("AXS-7001", 502, null, true,
        "Chứng thư của máy chủ {0} không thuộc tổ chức chứng thực được tin cậy ({1}).",
        "The certificate of server {0} leads to no trusted authority ({1}).");

    /// <summary>The server's certificate does not bear the name that was called (RFC 9525: subject alternative names only).</summary>
    public static readonly ErrorEntry ServerNameDiffers = new("AXS-7002", 502, null, true,
        "Chứng thư của máy chủ {0} được cấp cho tên khác: {1}.",
        "The certificate of server {0} bears other names: {1}.");

    /// <summary>The server's certificate, or one of its issuers', is not valid now.</summary>
    public static readonly ErrorEntry ServerCertificateOutOfTime = new("AXS-7003", 502, null, true,
        "Chứng thư của máy chủ {0} không còn hoặc chưa có hiệu lực: {1} có hiệu lực từ {2} đến {3}.",
        "The certificate of server {0} is not in its time: {1} is valid from {2} to {3}.");

    /// <summary>The server's certificate was not issued for servers (RFC 5280 4.2.1.12: serverAuth).</summary>
    public static readonly ErrorEntry ServerPurposeMissing = new("AXS-7004", 502, null, true,
        "Chứng thư của máy chủ {0} không được cấp cho mục đích xác thực máy chủ.",
        "The certificate of server {0} was not issued for server authentication.");

    /// <summary>No TLS 1.2 or 1.3 could be agreed with the server.</summary>
    public static readonly ErrorEntry ServerWithoutTls = new("AXS-7005", 502, null, true,
        "Không thiết lập được kết nối TLS 1.2 hoặc 1.3 với máy chủ {0}: {1}",
        "No TLS 1.2 or 1.3 connection could be made with server {0}: {1}");

    /// <summary>The file of the authorities that are trusted for a server cannot be used.</summary>
    public static readonly ErrorEntry ServerRootsUnusable = new("AXS-7006", 500, null, false,
        "Tệp {0} không dùng được làm danh sách tổ chức chứng thực gốc: {1}.",
        "File {0} cannot be used as a list of root authorities: {1}.");
}
