using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Cancels;

/// <summary>Statements of the operator's cancels.</summary>
internal static class CancelSql
{
    private const string Folder = "Operate/Cancels/Sql";

    public static readonly SqlText CountUndecided = SqlText.In(Folder, nameof(CountUndecided));
    public static readonly SqlText ListCancels = SqlText.In(Folder, nameof(ListCancels));
}
