using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Statements.OpenItems;

/// <summary>Statements of what stands in the stocks now.</summary>
internal static class OpenItemSql
{
    private const string Folder = "Statements/OpenItems/Sql";

    public static readonly SqlText CountAllOpenItems = SqlText.In(Folder, nameof(CountAllOpenItems));
    public static readonly SqlText CountOpenItems = SqlText.In(Folder, nameof(CountOpenItems));
    public static readonly SqlText ListOpenItems = SqlText.In(Folder, nameof(ListOpenItems));
    public static readonly SqlText ListOpenRefusals = SqlText.In(Folder, nameof(ListOpenRefusals));
    public static readonly SqlText ListStatementsOf = SqlText.In(Folder, nameof(ListStatementsOf));
}
