namespace Agency.Adapter.Reconcile;

/// <summary>Logs of reconciliation.</summary>
internal static partial class ReconcileLog
{
    [LoggerMessage(5801, LogLevel.Information, "The hub has compared the books of {Day}: {Missing} missing, {Extra} extra, {Different} different.")]
    public static partial void Answered(ILogger log, DateOnly day, int missing, int extra, int different);

    [LoggerMessage(5803, LogLevel.Error, "The hub refuses the books of {Day} and they are posted no more by themselves: {Code} {Reason}")]
    public static partial void Refused(ILogger log, DateOnly day, string code, string reason);

    [LoggerMessage(5802, LogLevel.Warning, "The books of {Day} could not be posted and will be again: {Reason}")]
    public static partial void NotPosted(ILogger log, DateOnly day, string reason);
}
