namespace Axis.Hub.Operate.Stuck;

/// <summary>Log lines of stuck items, ids 6000..6009.</summary>
internal static partial class StuckLog
{
    [LoggerMessage(6000, LogLevel.Information, "Stuck item {StuckId}: {Outcome}")]
    public static partial void Retried(ILogger log, Guid stuckId, string outcome);
}
