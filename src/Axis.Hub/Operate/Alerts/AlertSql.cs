using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Alerts;

/// <summary>Statements of those who read alerts.</summary>
internal static class AlertSql
{
    public static readonly SqlText ListAlerts = SqlText.In("Operate/Alerts/Sql", nameof(ListAlerts));
}
