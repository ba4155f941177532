using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>Statements about versions of the working calendar.</summary>
internal static class CalendarSql
{
    private const string Folder = "Agencies/Calendar/Sql";

    public static readonly SqlText FindDays = SqlText.In(Folder, nameof(FindDays));
    public static readonly SqlText FindVersion = SqlText.In(Folder, nameof(FindVersion));
    public static readonly SqlText InsertVersion = SqlText.In(Folder, nameof(InsertVersion));
    public static readonly SqlText ListHours = SqlText.In(Folder, nameof(ListHours));
    public static readonly SqlText ListVersions = SqlText.In(Folder, nameof(ListVersions));
}
