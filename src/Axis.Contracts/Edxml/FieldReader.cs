using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Reads single values: each at most once, of the right form, with its finding otherwise.</summary>
internal sealed class FieldReader(ElementCursor cursor)
{
    /// <summary>UTC+7, the zone of every time in a package (domain.md 1); Vietnam has no summer time.</summary>
    public static readonly TimeSpan Zone = VietnamTime.Offset;

    /// <summary>Text of the current element unless the field was read before.</summary>
    /// <param name="current">The field's value so far; <c>null</c> = not read.</param>
    /// <param name="longest">Length of the regulation; more is a warning. 0 = none.</param>
    public string Text(string? current, int longest = 0)
    {
        if (current is not null)
        {
            cursor.Refuse(ErrorCatalogue.ElementRepeated, cursor.Name);
            return current;
        }

        var name = cursor.Name;
        var text = cursor.Text();
        if (longest > 0 && text.Length > longest)
        {
            cursor.Warn(ErrorCatalogue.ValueLong, name, text.Length, longest);
        }

        return text;
    }

    /// <summary>Whole number; <c>null</c> for an empty element, which is refused where a value is required.</summary>
    public int? Number(int? current, int from = int.MinValue, int to = int.MaxValue, bool required = false)
    {
        var name = cursor.Name;
        var text = Text(current?.ToString(CultureInfo.InvariantCulture));
        if (current is not null || text.Length == 0)
        {
            if (current is null && required)
            {
                cursor.Refuse(ErrorCatalogue.ElementEmpty, name);
            }

            return current;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            cursor.Refuse(ErrorCatalogue.NumberInvalid, name, Shown(text));
            return null;
        }

        if (number < from || number > to)
        {
            cursor.Refuse(ErrorCatalogue.ValueUnknown, name, Shown(text), $"{from}..{to}");
            return null;
        }

        return number;
    }

    /// <summary>True for <c>true</c> in any case or <c>1</c>.</summary>
    public bool? Flag(bool? current)
    {
        var text = Text(current?.ToString());
        return current ?? (text.Length == 0 ? null : text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1");
    }

    /// <summary>Date <c>yyyy/MM/dd</c>; a time behind it is ignored, as the national client does.</summary>
    public DateOnly? Date(ref string? current)
    {
        var name = cursor.Name;
        var known = current is not null;
        current = Text(current);
        if (known || current.Length == 0)
        {
            return null;
        }

        var space = current.IndexOf(' ', StringComparison.Ordinal);
        if (DateOnly.TryParseExact(space < 0 ? current : current[..space], "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        cursor.Refuse(ErrorCatalogue.DateInvalid, name, Shown(current));
        return null;
    }

    /// <summary>Time <c>yyyy/MM/dd HH:mm:ss</c>, without zone and meant as UTC+7.</summary>
    public DateTimeOffset? Timestamp(ref string? current)
    {
        var name = cursor.Name;
        var known = current is not null;
        current = Text(current);
        if (known || current.Length == 0)
        {
            return null;
        }

        if (DateTime.TryParseExact(current, "yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Ticks >= Zone.Ticks)
        {
            return new DateTimeOffset(time, Zone);
        }

        // Real packages carry odd times in their traces; nothing is decided by them.
        cursor.Warn(ErrorCatalogue.TimestampInvalid, name, Shown(current));
        return null;
    }

    /// <summary>An organisation id; its form is judged.</summary>
    public string OrganId(string? current)
    {
        var text = Text(current);
        if (current is null && text.Length > 0 && !Edxml.OrganId.IsValid(text))
        {
            cursor.Refuse(ErrorCatalogue.OrganIdInvalid, Shown(text));
        }

        return text;
    }

    /// <summary>The value, which must be there and not empty.</summary>
    public string Required(string? value, string name)
    {
        if (value is null)
        {
            cursor.RefuseMissing(name);
        }
        else if (value.Length == 0)
        {
            cursor.RefuseEmpty(name);
        }

        return value ?? "";
    }

    public static string? Optional(string? value) => string.IsNullOrEmpty(value) ? null : value;

    /// <summary>A faulty value as a finding may show it: not longer than a line.</summary>
    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
