namespace Axis.Hub.Flow.Submit.Content;

internal static partial class ContentLog
{
    [LoggerMessage(EventId = 4201, Level = LogLevel.Information, Message = "Upload of {Sha256} by {Adapter} broke off at byte {Offset}")]
    public static partial void UploadInterrupted(ILogger log, string adapter, string sha256, long offset);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Error, Message = "Content {Sha256} of a delivery to {Adapter} is not in the store")]
    public static partial void ContentLost(ILogger log, string adapter, string sha256);

    [LoggerMessage(EventId = 4203, Level = LogLevel.Information, Message = "Removed {Uploads} half uploads and {Contents} unreferenced contents")]
    public static partial void Swept(ILogger log, int uploads, int contents);

    [LoggerMessage(EventId = 4204, Level = LogLevel.Error, Message = "Sweeping the content folder failed; it is tried again next time")]
    public static partial void SweepFailed(ILogger log, Exception fault);
}
