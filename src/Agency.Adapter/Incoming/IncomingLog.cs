namespace Agency.Adapter.Incoming;

/// <summary>Logs of receiving.</summary>
internal static partial class IncomingLog
{
    [LoggerMessage(5201, LogLevel.Warning, "Delivery {DeliveryId} attempt {Attempt} failed here: {Reason}")]
    public static partial void Failed(ILogger log, Guid deliveryId, int attempt, string reason);

    [LoggerMessage(5202, LogLevel.Warning, "Delivery {DeliveryId} waits: {Reason}")]
    public static partial void Waits(ILogger log, Guid deliveryId, string reason);

    [LoggerMessage(5203, LogLevel.Warning, "{Count} acknowledgements wait in the spool: {Reason}")]
    public static partial void AcknowledgementsWait(ILogger log, int count, string reason);

    [LoggerMessage(5204, LogLevel.Information, "Delivery {DeliveryId} is offered to {Agency}.")]
    public static partial void Available(ILogger log, Guid deliveryId, string agency);

    [LoggerMessage(5205, LogLevel.Warning, "{Count} reports to the hub were sent and are in no trace.")]
    public static partial void NotTraced(ILogger log, int count, Exception fault);
}
