namespace Agency.Adapter.Alerts;

/// <summary>Logs of alerts.</summary>
internal static partial class AlertLog
{
    [LoggerMessage(5901, LogLevel.Warning, "Alert {AlertId} was not taken by the system of {Agency} ({Way}, {Code}), try {Tries}; it is told again")]
    public static partial void NotTaken(ILogger log, string alertId, string agency, string way, string code, int tries);

    [LoggerMessage(5902, LogLevel.Error, "Alert {AlertId} was not taken by the system of {Agency} ({Way}, {Code}) for so long that it is given up; GET /v1/alerts shows it")]
    public static partial void GivenUp(ILogger log, string alertId, string agency, string way, string code);

    [LoggerMessage(5904, LogLevel.Warning, "What alert {AlertId} has left at {Agency} ({Way}) could not be removed ({Code}); it is tried again in an hour")]
    public static partial void NotForgotten(ILogger log, string alertId, string agency, string way, string code);

    [LoggerMessage(5903, LogLevel.Information, "Alerts are not read at the hub now: {Reason}")]
    public static partial void NotRead(ILogger log, string reason);
}
