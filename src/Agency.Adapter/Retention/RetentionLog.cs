namespace Agency.Adapter.Retention;

/// <summary>Logs of removing.</summary>
internal static partial class RetentionLog
{
    [LoggerMessage(5601, LogLevel.Information, "Removed {Count} contents of {Bytes} bytes together that have rested since before {Before:O}.")]
    public static partial void Removed(ILogger log, int count, long bytes, DateTimeOffset before);
}
