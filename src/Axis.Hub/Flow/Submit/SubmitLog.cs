namespace Axis.Hub.Flow.Submit;

internal static partial class SubmitLog
{
    [LoggerMessage(1100, LogLevel.Information, "A batch of {Count} submissions collided with others again and again; its halves are tried.")]
    public static partial void Halved(ILogger logger, Exception conflict, int count);

    [LoggerMessage(1101, LogLevel.Error, "Submission {SubmissionId} of {Adapter} cannot be handled; it lies among the stuck items.")]
    public static partial void Stuck(ILogger logger, Exception fault, Guid submissionId, string adapter);
}
