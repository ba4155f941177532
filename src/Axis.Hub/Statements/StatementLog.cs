namespace Axis.Hub.Statements;

internal static partial class StatementLog
{
    [LoggerMessage(5000, LogLevel.Information, "Issued {Versions} versions of statements from {First} to {Through}; {Mismatches} checks of the books do not hold.")]
    public static partial void Issued(ILogger log, DateOnly first, DateOnly through, int versions, int mismatches);

    [LoggerMessage(5001, LogLevel.Information, "Sent {Count} statements to {Agency} as document {DocumentId}.")]
    public static partial void Sent(ILogger log, string agency, Guid documentId, int count);

    [LoggerMessage(5002, LogLevel.Information, "Another hub issues the statements of {Day}.")]
    public static partial void Busy(ILogger log, DateOnly day);

    [LoggerMessage(5003, LogLevel.Error, "The parcel of run {RunId} to {Agency} could not be made; that is tried again, and the others are sent.")]
    public static partial void NotMade(ILogger log, string agency, Guid runId, Exception fault);
}
