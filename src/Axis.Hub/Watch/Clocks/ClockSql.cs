using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Watch.Clocks;

/// <summary>Statements about clock rules and watched documents.</summary>
internal static class ClockSql
{
    private const string Folder = "Watch/Clocks/Sql";

    public static readonly SqlText DeleteClockRule = SqlText.In(Folder, nameof(DeleteClockRule));
    public static readonly SqlText DeleteWatchTag = SqlText.In(Folder, nameof(DeleteWatchTag));
    public static readonly SqlText FindWatchVersion = SqlText.In(Folder, nameof(FindWatchVersion));
    public static readonly SqlText InsertClockRule = SqlText.In(Folder, nameof(InsertClockRule));
    public static readonly SqlText InsertWatchTag = SqlText.In(Folder, nameof(InsertWatchTag));
    public static readonly SqlText ListClockRules = SqlText.In(Folder, nameof(ListClockRules));
    public static readonly SqlText ListWatchTags = SqlText.In(Folder, nameof(ListWatchTags));
    public static readonly SqlText MarkWatched = SqlText.In(Folder, nameof(MarkWatched));
    public static readonly SqlText RaiseWatchVersion = SqlText.In(Folder, nameof(RaiseWatchVersion));
    public static readonly SqlText RearmWatch = SqlText.In(Folder, nameof(RearmWatch));
}
