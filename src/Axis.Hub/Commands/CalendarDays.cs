using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Hub.Agencies.Calendar;
using Spectre.Console;

namespace Axis.Hub.Commands;

/// <summary>Days of the calendar as operators write and read them.</summary>
internal static class CalendarDays
{
    private static readonly Dictionary<string, (string Vietnamese, string English)> Names = new(StringComparer.Ordinal)
    {
        ["holiday"] = ("Nghỉ lễ", "Public holiday"),
        ["compensation"] = ("Nghỉ bù", "Day in lieu"),
        ["swapped_off"] = ("Nghỉ hoán đổi", "Day off by swap"),
        ["worked_saturday"] = ("Làm bù", "Worked for a day off"),
    };

    /// <summary>Reads <c>2026-04-20=swapped_off</c>; the row's source is the reason.</summary>
    /// <exception cref="CommandFailedException">It is not of that form.</exception>
    public static DayOrder Order(string text, string? vietnamese, string? english, string confidence, string source)
    {
        var parts = text.Split('=');
        if (parts.Length != 2 || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !(Names.ContainsKey(parts[1]) || parts[1] == DayOrder.Plain))
        {
            throw new CommandFailedException($"{text}: not DAY=KIND, such as 2026-04-20=swapped_off (kinds: {string.Join(", ", Names.Keys)}, {DayOrder.Plain})");
        }

        return new(day, parts[1] == DayOrder.Plain ? null : string.Join(
            ',', parts[1], Field(vietnamese ?? Names[parts[1]].Vietnamese), Field(english ?? Names[parts[1]].English), confidence, Field(source)));
    }

    public static string[] Fields(CalendarDay day)
    {
        var fields = CalendarFile.Write(day).Split(',');
        return [fields[0], fields[1], $"{fields[2]} / {fields[3]}", fields[4], fields[5]];
    }

    public static void Show(IAnsiConsole terminal, IReadOnlyList<CalendarDayChange> days)
    {
        var table = Tables.New("Day", "Before", "After");
        foreach (var day in days)
        {
            table.AddRow(Tables.Text(Iso(day.Day)), Tables.Text(day.Before ?? DayOrder.Plain), Tables.Text(day.After ?? DayOrder.Plain));
        }

        terminal.Write(table);
    }

    public static void Show(IAnsiConsole terminal, CalendarPreview preview)
    {
        if (preview.Days.Count == 0)
        {
            terminal.MarkupLineInterpolated($"nothing would change: these are the days of version {preview.Version} already");
            return;
        }

        Show(terminal, preview.Days);
        if (preview.LostYears.Count > 0)
        {
            terminal.MarkupLineInterpolated($"[yellow]no longer covered: {string.Join(", ", preview.LostYears)}; their due times become provisional[/]");
        }

        ShowMoves(terminal, preview);
    }

    public static void ShowMoves(IAnsiConsole terminal, CalendarPreview preview)
    {
        terminal.MarkupLineInterpolated($"[green]{preview.Moves}[/] open due times move{(preview.Moves > preview.First.Count ? $", the first {preview.First.Count}:" : "")}");
        if (preview.First.Count > 0)
        {
            var table = Tables.New("Document", "Receiver", "Due", "From", "To", "Delivery");
            foreach (var line in preview.First)
            {
                table.AddRow(
                    Tables.Text(line.Document), Tables.Text(line.ReceiverCode), Tables.Text(line.Due), Time(line.From), Time(line.To), Tables.Text(line.DeliveryId.ToString()));
            }

            terminal.Write(table);
        }
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Text Time(DateTimeOffset? time) => Tables.Text(time is { } due ? VietnamTime.Show(due) : "");

    /// <summary>No field of the file holds a comma or a line's end.</summary>
    private static string Field(string text) => string.Join(' ', text.Replace(',', ';').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
