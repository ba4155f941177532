using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Alerts;

/// <summary>Statements of those who read alerts.</summary>
internal static class AlertSql
{
    private const string Folder = "Watch/Alerts/Sql";

    public static readonly SqlText ForgetAlertItems = SqlText.In(Folder, nameof(ForgetAlertItems));
    public static readonly SqlText ForgetAlerts = SqlText.In(Folder, nameof(ForgetAlerts));
    public static readonly SqlText ForgetAlertsTold = SqlText.In(Folder, nameof(ForgetAlertsTold));
    public static readonly SqlText ListAlerts = SqlText.In(Folder, nameof(ListAlerts));
    public static readonly SqlText ListAlertItems = SqlText.In(Folder, nameof(ListAlertItems));
    public static readonly SqlText ListAlertsTold = SqlText.In(Folder, nameof(ListAlertsTold));
    public static readonly SqlText ShowAlert = SqlText.In(Folder, nameof(ShowAlert));
}
