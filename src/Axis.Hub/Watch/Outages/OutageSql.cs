using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Outages;

/// <summary>Statements about planned outages.</summary>
internal static class OutageSql
{
    private const string Folder = "Watch/Outages/Sql";

    public static readonly SqlText EndOutage = SqlText.In(Folder, nameof(EndOutage));
    public static readonly SqlText InsertOutage = SqlText.In(Folder, nameof(InsertOutage));
    public static readonly SqlText ListOutages = SqlText.In(Folder, nameof(ListOutages));
    public static readonly SqlText LockOutages = SqlText.In(Folder, nameof(LockOutages));
}
