using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Stuck;

/// <summary>Statements of the stuck pages.</summary>
internal static class StuckTraceSql
{
    private const string Folder = "Operate/Stuck/Sql";

    public static readonly SqlText CountOpen = SqlText.In(Folder, nameof(CountOpen));
    public static readonly SqlText FinishRetry = SqlText.In(Folder, nameof(FinishRetry));
    public static readonly SqlText FindView = SqlText.In(Folder, nameof(FindView));
    public static readonly SqlText ListViews = SqlText.In(Folder, nameof(ListViews));
}
