namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>Log of the folder interface. Never file names: clerks put subjects into them.</summary>
internal static partial class FolderLog
{
    [LoggerMessage(7201, LogLevel.Information, "Agency {Agency} handed over submission {SubmissionId} by folder")]
    public static partial void Sent(ILogger logger, string agency, Guid submissionId);

    [LoggerMessage(7202, LogLevel.Warning, "A file in the outbox of agency {Agency} was refused with {Code}")]
    public static partial void Refused(ILogger logger, string agency, string code);

    [LoggerMessage(7203, LogLevel.Error, "The outbox of agency {Agency} waits: {Code}")]
    public static partial void NoRoom(ILogger logger, string agency, string code);

    [LoggerMessage(7204, LogLevel.Error, "The folders of agency {Agency}, or a file in them, cannot be used; they are tried again")]
    public static partial void Held(ILogger logger, string agency, Exception fault);

    [LoggerMessage(7205, LogLevel.Warning, "A file sent by agency {Agency} belongs to submission {SubmissionId}, which this spool does not know")]
    public static partial void Unknown(ILogger logger, string agency, Guid submissionId);

    [LoggerMessage(7206, LogLevel.Warning, "In {Folder} of agency {Agency} lies something that the adapter has not put there, or more than it has; it is left")]
    public static partial void Foreign(ILogger logger, string agency, string folder);
}
