namespace Axis.Contracts.Errors;

/// <summary>Faults of an agency directory's file (81xx).</summary>
public static partial class ErrorCatalogue
{
    /// <summary>Not a day.</summary>
    public static readonly ErrorEntry DirectoryDate = new("AXS-8101", 422, null, false,
        "Dòng {0} của danh mục đơn vị: {1} \"{2}\" không phải là ngày từ 1900-01-01 đến 2999-12-31; dạng đúng là yyyy-MM-dd.",
        "Line {0} of the directory: {1} \"{2}\" is no day from 1900-01-01 to 2999-12-31; the form is yyyy-MM-dd.");

    /// <summary>The last day lies before the first.</summary>
    public static readonly ErrorEntry DirectoryPeriod = new("AXS-8102", 422, null, false,
        "Dòng {0} của danh mục đơn vị: valid_to {1} trước valid_from {2}.",
        "Line {0} of the directory: valid_to {1} lies before valid_from {2}.");

    /// <summary>A successor that nobody knows, or that is not valid when it begins.</summary>
    public static readonly ErrorEntry DirectorySuccessorUnknown = new("AXS-8103", 422, null, false,
        "Dòng {0} của danh mục đơn vị: mã {1} thay thế {2} không có trong danh mục hoặc không có hiệu lực vào lúc {3}.",
        "Line {0} of the directory: {1}, the successor of {2}, is in neither registry nor file, or not valid at {3}.");

    /// <summary>A successor that leads back.</summary>
    public static readonly ErrorEntry DirectorySuccessorCircle = new("AXS-8104", 422, null, false,
        "Dòng {0} của danh mục đơn vị: {1} không thể được thay bằng {2} vì chính {2} lại dẫn về {1}, hoặc chuỗi thay thế quá dài.",
        "Line {0} of the directory: {1} cannot be succeeded by {2}, which is itself succeeded by {1}, or by too many in a row.");
}
