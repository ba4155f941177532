namespace Agency.Adapter.Work;

/// <summary>Logs of the adapter's loops.</summary>
internal static partial class WorkLog
{
    [LoggerMessage(5001, LogLevel.Error, "{Loop} is held up by something that is away or full (disk full: {Full}); it tries again.")]
    public static partial void Held(ILogger log, string loop, Exception fault, bool full);
}
