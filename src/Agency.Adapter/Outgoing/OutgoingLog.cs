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

    [LoggerMessage(5103, LogLevel.Warning, "A receipt names submission {SubmissionId}, which this spool does not hold; it is dropped.")]
    public static partial void Unknown(ILogger log, Guid submissionId);
}
