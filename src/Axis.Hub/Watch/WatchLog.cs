namespace Axis.Hub.Watch;

/// <summary>Log lines of the watch.</summary>
internal static partial class WatchLog
{
    [LoggerMessage(2600, LogLevel.Warning, "This machine's clock cannot be gone by (off by {Off}): nothing is said of what is late until others confirm it or it has run steadily")]
    public static partial void ClockDoubted(ILogger logger, TimeSpan off);

    [LoggerMessage(2601, LogLevel.Information, "This machine's clock can be gone by again")]
    public static partial void ClockTrusted(ILogger logger);
}
