using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Alerts;

/// <summary>Statements of those who read alerts.</summary>
internal static class AlertSql
{
    private const string Folder = "Watch/Alerts/Sql";

    public static readonly SqlText ListAlerts = SqlText.In(Folder, nameof(ListAlerts));
    public static readonly SqlText ListAlertItems = SqlText.In(Folder, nameof(ListAlertItems));
    public static readonly SqlText ListAlertsTold = SqlText.In(Folder, nameof(ListAlertsTold));
    public static readonly SqlText ShowAlert = SqlText.In(Folder, nameof(ShowAlert));
}
