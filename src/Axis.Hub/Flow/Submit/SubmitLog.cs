namespace Axis.Hub.Flow.Submit;

internal static partial class SubmitLog
{
    [LoggerMessage(1100, LogLevel.Information, "A batch of {Count} submissions collided with others again and again; its halves are tried.")]
    public static partial void Halved(ILogger logger, Exception conflict, int count);
}
