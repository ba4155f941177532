namespace Axis.Hub.Watch;

/// <summary>Log lines of the watch.</summary>
internal static partial class WatchLog
{
    [LoggerMessage(2600, LogLevel.Warning, "The watch holds its fire for the sake of this machine's clock: {IsHeld} (off by {Off})")]
    public static partial void ClockJudged(ILogger logger, bool isHeld, TimeSpan off);
}
