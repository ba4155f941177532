namespace Axis.Hub.Platform.Work;

internal static partial class WorkLog
{
    [LoggerMessage(1900, LogLevel.Warning, "{Pump} failed ({Attempt} times in a row) and will be tried again.")]
    public static partial void TurnFailed(ILogger logger, Exception fault, string pump, int attempt);
}
