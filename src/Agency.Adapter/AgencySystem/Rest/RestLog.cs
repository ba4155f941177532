namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Log of the local interface. Never keys, subjects or bodies.</summary>
internal static partial class RestLog
{
    [LoggerMessage(7101, LogLevel.Warning, "A request to {Path} showed no known key")]
    public static partial void KeyRefused(ILogger logger, string path);

    [LoggerMessage(7102, LogLevel.Error, "The local interface failed in request {Trace}")]
    public static partial void Failed(ILogger logger, string trace, Exception fault);

    [LoggerMessage(7103, LogLevel.Information, "Agency {Agency} handed over submission {SubmissionId}")]
    public static partial void HandedOver(ILogger logger, string agency, Guid submissionId);

    [LoggerMessage(7104, LogLevel.Warning, "A package of agency {Agency} was refused with {Code}")]
    public static partial void Refused(ILogger logger, string agency, string code);
}
