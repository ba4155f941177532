using System.Globalization;
using System.Text;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>An alert for a clerk's eyes, in both languages.</summary>
internal static class AlertNote
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static string Text(Alert alert)
    {
        var (state, inEnglish) = alert switch
        {
            { ClosedAt: not null } => ("ĐÃ ĐÓNG", "CLOSED"),
            { IsBreach: true } => ("CẢNH BÁO NGHIÊM TRỌNG", "ALERT"),
            _ => ("CẢNH BÁO SỚM", "EARLY WARNING"),
        };
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{state} / {inEnglish}: {NameOf(alert)}")
            .AppendLine(CultureInfo.InvariantCulture, $"{Local(alert.ClosedAt ?? alert.LastSeenAt)} (UTC+7)")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"[{alert.Finding.Code}] {alert.Finding.Vietnamese}")
            .AppendLine(CultureInfo.InvariantCulture, $"Mở lúc {Local(alert.OpenedAt)}; đã gặp {alert.Seen} lần; còn {alert.OpenItems} lượt giao.");
        if (alert.ClosedAt is { } closed)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Đóng lúc {Local(closed)}: {alert.ClosedReason}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Số vụ việc {NameOf(alert)} dùng chung cho cả hai bên: {Parties(alert)}")
            .AppendLine()
            .AppendLine(alert.Finding.English)
            .AppendLine(CultureInfo.InvariantCulture, $"Opened {Local(alert.OpenedAt)}; met {alert.Seen} times; {alert.OpenItems} deliveries left.");
        if (alert.ClosedAt is { } ended)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Closed {Local(ended)}: {alert.ClosedReason}");
        }

        return text.AppendLine(CultureInfo.InvariantCulture, $"Both parties are told case {NameOf(alert)}: {Parties(alert)}").ToString();
    }

    /// <summary>The case number; of an alert without one its id.</summary>
    public static string NameOf(Alert alert) => alert.CaseNumber ?? alert.AlertId.ToString();

    private static string Parties(Alert alert) => string.Join(" → ", new[] { alert.Agency, alert.Counterpart }.OfType<string>().DefaultIfEmpty("-"));

    private static string Local(DateTimeOffset at) => at.ToOffset(Vietnam).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
