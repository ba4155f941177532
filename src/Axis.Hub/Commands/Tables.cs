using System.Globalization;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary>One look for all tables.</summary>
internal static class Tables
{
    public static Table New(params IEnumerable<string> columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)) { NoWrap = false });
        }

        return table;
    }

    /// <summary>Text that is shown as it is, whatever brackets it has.</summary>
    public static Text Text(string? text) => new(text ?? "");

    public static Text Number(long? number) => new(number?.ToString("N0", CultureInfo.InvariantCulture) ?? "");

    public static Text Time(DateTimeOffset? time) => new(time?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "");
}
