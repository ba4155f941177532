using System.Globalization;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Calendar;

/// <summary>Reads a working calendar from its CSV form (<c>working-calendar.md</c>): no field holds a comma, rows are sorted, one per day.</summary>
public static class CalendarFile
{
    /// <summary>The first line.</summary>
    public const string Header = "date,kind,name_vi,name_en,confidence,source";

    /// <summary>The name under which the project's own file is embedded.</summary>
    private const string Embedded = "working-calendar.csv";

    private static readonly Dictionary<string, CalendarDayKind> Kinds = new(StringComparer.Ordinal)
    {
        ["holiday"] = CalendarDayKind.Holiday,
        ["compensation"] = CalendarDayKind.Compensation,
        ["swapped_off"] = CalendarDayKind.SwappedOff,
        ["worked_saturday"] = CalendarDayKind.WorkedSaturday,
    };

    private static readonly Dictionary<string, CalendarConfidence> Confidences = new(StringComparer.Ordinal)
    {
        ["verified"] = CalendarConfidence.Verified,
        ["derived"] = CalendarConfidence.Derived,
        ["memory"] = CalendarConfidence.Memory,
        ["computed"] = CalendarConfidence.Computed,
    };

    /// <summary>Reads a calendar; every fault of the file is told at once.</summary>
    /// <param name="text">The file's text; a byte order mark, CR LF and empty lines at the end are passed over.</param>
    public static CalendarOutcome Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != Header)
        {
            return new CalendarOutcome.Refused([Finding.Refuse(ErrorCatalogue.CalendarHeader, "line 1", Header)]);
        }

        var findings = new List<Finding>();
        var days = new List<CalendarDay>();
        for (var index = 1; index < lines.Length; index++)
        {
            if (Row(lines[index], index + 1, findings) is not { } day)
            {
                continue;
            }

            if (days.Count > 0 && day.Date <= days[^1].Date)
            {
                findings.Add(Refuse(ErrorCatalogue.CalendarOrder, index + 1, Iso(day.Date)));
            }

            days.Add(day);
        }

        if (lines.Length == 1)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.CalendarEmpty, "line 1"));
        }

        return findings.Count == 0 ? new CalendarOutcome.Read(new WorkingCalendar(days)) : new CalendarOutcome.Refused(findings);
    }

    /// <summary>A calendar in the form that <see cref="Read"/> takes, with LF after each line.</summary>
    public static string Write(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return string.Concat(calendar.Days.OrderBy(day => day.Date).Select(Write).Prepend(Header).Select(line => line + "\n"));
    }

    /// <summary>One row as a line, without its end.</summary>
    public static string Write(CalendarDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return string.Join(',', Iso(day.Date), WordOf(Kinds, day.Kind), day.Vietnamese, day.English, WordOf(Confidences, day.Confidence), day.Source);
    }

    /// <summary>The calendar that comes with this library.</summary>
    internal static WorkingCalendar ReadEmbedded()
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream(Embedded)!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd()) is CalendarOutcome.Read read
            ? read.Calendar
            : throw new InvalidOperationException("The embedded working calendar cannot be read.");
    }

    private static CalendarDay? Row(string line, int number, List<Finding> findings)
    {
        var fields = line.Split(',');
        if (fields.Length != 6 || fields.Any(string.IsNullOrWhiteSpace))
        {
            findings.Add(Refuse(ErrorCatalogue.CalendarColumns, number, 6));
            return null;
        }

        var before = findings.Count;
        if (!DateOnly.TryParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            findings.Add(Refuse(ErrorCatalogue.CalendarDate, number, Shown(fields[0])));
        }

        if (!Kinds.TryGetValue(fields[1], out var kind))
        {
            findings.Add(Refuse(ErrorCatalogue.CalendarWord, number, Shown(fields[1]), string.Join(", ", Kinds.Keys)));
        }

        if (!Confidences.TryGetValue(fields[4], out var confidence))
        {
            findings.Add(Refuse(ErrorCatalogue.CalendarWord, number, Shown(fields[4]), string.Join(", ", Confidences.Keys)));
        }

        if (findings.Count > before)
        {
            return null;
        }

        // A holiday may fall on any day; the others make sense on one side of the week only, and a slip there moves deadlines unseen.
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (kind != CalendarDayKind.Holiday && weekend != (kind == CalendarDayKind.WorkedSaturday))
        {
            findings.Add(Refuse(ErrorCatalogue.CalendarWeekday, number, Iso(date), fields[1]));
            return null;
        }

        return new(date, kind, fields[2], fields[3], confidence, fields[5]);
    }

    private static string WordOf<T>(Dictionary<string, T> words, T value) where T : struct, Enum => words.First(pair => pair.Value.Equals(value)).Key;

    private static Finding Refuse(ErrorEntry entry, int line, params object[] arguments) =>
        Finding.Refuse(entry, $"line {line}", [line, .. arguments]);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
