namespace Axis.Hub.Agencies.Calendar;

internal static partial class CalendarLog
{
    [LoggerMessage(4110, LogLevel.Information, "{Count} open due times were moved by version {Version} of the working calendar.")]
    public static partial void Moved(ILogger logger, int count, int version);
}
