using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Flow.Submit.Content;

/// <summary>Every statement about content.</summary>
internal static class ContentSql
{
    private const string Folder = "Flow/Submit/Content/Sql";

    public static readonly SqlText FindReferenced = SqlText.In(Folder, nameof(FindReferenced));
    public static readonly SqlText IsDelivered = SqlText.In(Folder, nameof(IsDelivered));
}
