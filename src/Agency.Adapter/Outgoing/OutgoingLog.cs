namespace Agency.Adapter.Outgoing;

/// <summary>Logs of sending.</summary>
internal static partial class OutgoingLog
{
    [LoggerMessage(5101, LogLevel.Warning, "Submission {SubmissionId} try {Try} waits in the spool: {Reason}")]
    public static partial void Waits(ILogger log, string submissionId, int @try, string reason);

    [LoggerMessage(5102, LogLevel.Information, "Submission {SubmissionId} try {Try} was answered {Outcome}.")]
    public static partial void Answered(ILogger log, Guid submissionId, int @try, Axis.Contracts.Wire.ReceiptOutcome outcome);

    [LoggerMessage(5104, LogLevel.Information, "States could not be read again from the hub: {Reason}")]
    public static partial void NotReread(ILogger log, string reason);

    [LoggerMessage(5105, LogLevel.Warning, "The time-stamping authority gives no stamps: {Code} {Reason}")]
    public static partial void StampsMissing(ILogger log, string code, string reason);

    [LoggerMessage(5106, LogLevel.Information, "The time-stamping authority gives stamps again; it gave none since {Since}.")]
    public static partial void StampsBack(ILogger log, DateTimeOffset since);

    [LoggerMessage(5107, LogLevel.Warning, "Submission {SubmissionId} try {Try} goes without a time stamp.")]
    public static partial void Unstamped(ILogger log, string submissionId, int @try);

    [LoggerMessage(5103, LogLevel.Warning, "A receipt names submission {SubmissionId}, which this spool does not hold; it is dropped.")]
    public static partial void Unknown(ILogger log, Guid submissionId);
}
