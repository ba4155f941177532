namespace Axis.Contracts.Errors;

public static partial class ErrorCatalogue
{
    /// <summary>There is no seal, or the bytes are no CMS SignedData in DER (NO_SIGNATURE).</summary>
    public static readonly ErrorEntry SealMissing = new("AXS-3001", 422, 22, false,
        "Không có dấu niêm phong hoặc dấu niêm phong không đọc được.",
        "There is no seal, or it cannot be read.");

    /// <summary>The sealed bytes or the seal were changed (ALTERED).</summary>
    public static readonly ErrorEntry SealAltered = new("AXS-3002", 422, 22, false,
        "Dấu niêm phong không khớp với nội dung: dữ liệu đã bị thay đổi.",
        "The seal does not match the content: something was changed.");

    /// <summary>The seal is a CMS, but not of the form of the axis (ALTERED).</summary>
    public static readonly ErrorEntry SealForm = new("AXS-3003", 422, 22, false,
        "Dấu niêm phong sai quy cách: {0}.",
        "The seal is not of the prescribed form: {0}.");

    /// <summary>The seal's certificate does not lead to a configured root (BAD_CHAIN).</summary>
    public static readonly ErrorEntry SealChain = new("AXS-3004", 422, 22, false,
        "Chứng thư {0} không thuộc hệ thống chứng thực được tin cậy.",
        "Certificate {0} does not chain to a trusted root.");

    /// <summary>The certificate was not valid when the seal was made (EXPIRED_AT_SIGNING).</summary>
    public static readonly ErrorEntry SealExpired = new("AXS-3005", 422, 22, false,
        "Chứng thư {0} không có hiệu lực vào thời điểm niêm phong {1}.",
        "Certificate {0} was not valid when the seal was made at {1}.");

    /// <summary>The registry had withdrawn the certificate when the seal was made (REVOKED_AT_SIGNING).</summary>
    public static readonly ErrorEntry SealRevoked = new("AXS-3006", 422, 22, false,
        "Chứng thư {0} đã bị thu hồi từ {1}.",
        "Certificate {0} was withdrawn from {1} on.");

    /// <summary>A digest, key or certificate signature that is no longer accepted (ALG_WEAK).</summary>
    public static readonly ErrorEntry SealWeak = new("AXS-3007", 422, 22, false,
        "Thuật toán hoặc khóa của dấu niêm phong không đủ mạnh: {0}.",
        "Algorithm or key of the seal is not accepted: {0}.");

    /// <summary>The seal names a certificate that is not registered (STATUS_UNKNOWN).</summary>
    public static readonly ErrorEntry SealCertificateUnknown = new("AXS-3008", 422, 22, false,
        "Chứng thư {0} chưa được đăng ký trên trục.",
        "Certificate {0} is not registered with the axis.");

    /// <summary>The certificate does not speak for the sending agency (SIGNER_NOT_OF_AGENCY).</summary>
    public static readonly ErrorEntry SealNotOfAgency = new("AXS-3009", 403, 19, false,
        "Chứng thư {0} không được cấp cho đơn vị {1}.",
        "Certificate {0} does not speak for agency {1}.");

    /// <summary>The manifest is no JSON of the prescribed form.</summary>
    public static readonly ErrorEntry ManifestForm = new("AXS-3101", 422, 22, false,
        "Bản kê không đúng quy cách: {0}.",
        "The manifest is not of the prescribed form: {0}.");

    /// <summary>The manifest's version is not spoken here.</summary>
    public static readonly ErrorEntry ManifestVersionUnknown = new("AXS-3102", 422, 22, false,
        "Phiên bản bản kê {0} không được hỗ trợ.",
        "Manifest version {0} is not supported.");

    /// <summary>A manifest member is absent, doubled, unknown or has a forbidden value.</summary>
    public static readonly ErrorEntry ManifestMember = new("AXS-3103", 422, 22, false,
        "Thành phần {0} của bản kê không hợp lệ: {1}.",
        "Manifest member {0} is not valid: {1}.");

    /// <summary>The bytes are not the canonical form of what they say.</summary>
    public static readonly ErrorEntry ManifestNotCanonical = new("AXS-3104", 422, 22, false,
        "Bản kê không ở dạng chuẩn tắc.",
        "The manifest is not in its canonical form.");

    /// <summary>The manifest is larger than the limit.</summary>
    public static readonly ErrorEntry ManifestTooLarge = new("AXS-3105", 413, 10, false,
        "Bản kê vượt quá dung lượng cho phép ({0} byte).",
        "The manifest is larger than the limit of {0} bytes.");

    /// <summary>A certificate request cannot be granted.</summary>
    public static readonly ErrorEntry CertificateRequestRefused = new("AXS-3201", 422, null, false,
        "Yêu cầu cấp chứng thư không hợp lệ: {0}.",
        "The certificate request cannot be granted: {0}.");
}
