using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Tell;

/// <summary>Statements of those who tell.</summary>
internal static class TellSql
{
    private const string Folder = "Watch/Tell/Sql";

    public static readonly SqlText ClaimAlertsToTell = SqlText.In(Folder, nameof(ClaimAlertsToTell));
    public static readonly SqlText InsertAlertsTold = SqlText.In(Folder, nameof(InsertAlertsTold));
    public static readonly SqlText ListAlertsOf = SqlText.In(Folder, nameof(ListAlertsOf));
    public static readonly SqlText ListToldOf = SqlText.In(Folder, nameof(ListToldOf));
    public static readonly SqlText SettleAlertsToTell = SqlText.In(Folder, nameof(SettleAlertsToTell));
}
