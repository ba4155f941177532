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

    /// <summary>The seal bears no time stamp (NO_TIMESTAMP).</summary>
    public static readonly ErrorEntry TimeStampMissing = new("AXS-3010", 422, 22, true,
        "Dấu niêm phong không có dấu thời gian; thời điểm niêm phong chỉ là khai báo.",
        "The seal bears no time stamp; its time is only a claim.");

    /// <summary>No time-stamping authority is configured on this side, so the stamp proves nothing here (STATUS_UNKNOWN).</summary>
    public static readonly ErrorEntry TimeStampNotJudged = new("AXS-3011", 422, 22, true,
        "Dấu thời gian chưa được kiểm tra vì chưa cấu hình tổ chức cấp dấu thời gian.",
        "The time stamp was not checked: no time-stamping authority is configured here.");

    /// <summary>What stands in the place of a time stamp is none (ALTERED).</summary>
    public static readonly ErrorEntry TimeStampForm = new("AXS-3012", 422, 22, false,
        "Dấu thời gian không đọc được.",
        "The time stamp cannot be read.");

    /// <summary>The time stamp was made over another seal, or it was changed (ALTERED).</summary>
    public static readonly ErrorEntry TimeStampAltered = new("AXS-3013", 422, 22, false,
        "Dấu thời gian không phải của dấu niêm phong này hoặc đã bị thay đổi.",
        "The time stamp is not of this seal, or it was changed.");

    /// <summary>The time-stamping authority does not lead to a configured root (BAD_CHAIN).</summary>
    public static readonly ErrorEntry TimeStampChain = new("AXS-3014", 422, 22, false,
        "Tổ chức cấp dấu thời gian {0} không được tin cậy.",
        "The time-stamping authority {0} is not trusted.");

    /// <summary>The authority's certificate is not reserved for time stamping (BAD_CHAIN; RFC 3161 2.3).</summary>
    public static readonly ErrorEntry TimeStampPurpose = new("AXS-3015", 422, 22, false,
        "Chứng thư {0} không dành riêng cho việc cấp dấu thời gian.",
        "Certificate {0} is not reserved for time stamping.");

    /// <summary>The authority's certificate was not valid at the stamped time (EXPIRED_AT_SIGNING).</summary>
    public static readonly ErrorEntry TimeStampExpired = new("AXS-3016", 422, 22, false,
        "Chứng thư cấp dấu thời gian {0} không có hiệu lực vào {1}.",
        "Certificate {0} of the time-stamping authority was not valid at {1}.");

    /// <summary>A digest, key or signature of the stamp that is no longer accepted (ALG_WEAK).</summary>
    public static readonly ErrorEntry TimeStampWeak = new("AXS-3017", 422, 22, false,
        "Thuật toán hoặc khóa của dấu thời gian không đủ mạnh: {0}.",
        "Algorithm or key of the time stamp is not accepted: {0}.");

    /// <summary>The stamped time does not bear out the manifest's sealed-at (NO_TIMESTAMP).</summary>
    public static readonly ErrorEntry TimeStampOutside = new("AXS-3018", 422, 22, false,
        "Dấu thời gian {0} không phù hợp với thời điểm niêm phong đã khai {1}.",
        "The stamped time {0} does not bear out the sealing time {1}.");

    /// <summary>The time-stamping authority gives no answer.</summary>
    public static readonly ErrorEntry TimeStampAuthorityAway = new("AXS-3019", 503, 20, true,
        "Chưa kết nối được với tổ chức cấp dấu thời gian: {0}.",
        "The time-stamping authority does not answer: {0}.");

    /// <summary>The time-stamping authority answers, but gives no stamp.</summary>
    public static readonly ErrorEntry TimeStampNotGiven = new("AXS-3020", 502, 20, true,
        "Tổ chức cấp dấu thời gian từ chối yêu cầu: {0}",
        "The time-stamping authority gave no stamp: {0}");

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
