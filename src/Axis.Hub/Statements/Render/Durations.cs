using System.Globalization;

namespace Axis.Hub.Statements.Render;

/// <summary>Lengths of time as people read them.</summary>
internal static class Durations
{
    /// <summary>Hours, minutes and seconds, <c>27:05:09</c>; hours do not become days.</summary>
    public static string Show(TimeSpan length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)length.TotalHours}:{length.Minutes:00}:{length.Seconds:00}");
}
