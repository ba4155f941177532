using System.Collections.Frozen;

namespace Axis.Contracts.Edxml;

/// <summary>The business status codes of the national axis (domain.md 1.3).</summary>
public static class StatusCodes
{
    /// <summary>Đã đến.</summary>
    public const string Arrived = "01";

    /// <summary>Từ chối tiếp nhận; needs a reason.</summary>
    public const string Refused = "02";

    /// <summary>Đã tiếp nhận.</summary>
    public const string Accepted = "03";

    /// <summary>Phân công.</summary>
    public const string Assigned = "04";

    /// <summary>Đang xử lý.</summary>
    public const string InProgress = "05";

    /// <summary>Hoàn thành.</summary>
    public const string Completed = "06";

    /// <summary>Lấy lại: the sender asks the document back.</summary>
    public const string TakeBack = "13";

    /// <summary>Đồng ý cập nhật / lấy lại.</summary>
    public const string Agreed = "15";

    /// <summary>Từ chối cập nhật / lấy lại.</summary>
    public const string Disagreed = "16";

    private static readonly FrozenSet<string> Known =
        new[] { Arrived, Refused, Accepted, Assigned, InProgress, Completed, TakeBack, Agreed, Disagreed }.ToFrozenSet();

    /// <summary>Every code that may be sent.</summary>
    public static IReadOnlyCollection<string> All => Known;

    /// <summary>True for a code that may be sent; 103, 104 and other private codes are not.</summary>
    public static bool IsKnown(string? code) => code is not null && Known.Contains(code);
}
