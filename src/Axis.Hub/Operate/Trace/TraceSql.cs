using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Operate.Trace;

/// <summary>Statements of the trace pages.</summary>
internal static class TraceSql
{
    private const string Folder = "Operate/Trace/Sql";

    public static readonly SqlText FindAskedBack = SqlText.In(Folder, nameof(FindAskedBack));
    public static readonly SqlText ListDocuments = SqlText.In(Folder, nameof(ListDocuments));
    public static readonly SqlText ListEventsOf = SqlText.In(Folder, nameof(ListEventsOf));
}
