namespace Axis.Hub.Statements;

internal static partial class StatementLog
{
    [LoggerMessage(5000, LogLevel.Information, "Issued {Versions} versions of statements from {First} to {Through}; {Mismatches} checks of the books do not hold.")]
    public static partial void Issued(ILogger log, DateOnly first, DateOnly through, int versions, int mismatches);
}
