namespace Axis.Hub.Flow.Deliver;

internal static partial class DeliverLog
{
    [LoggerMessage(1300, LogLevel.Warning, "The queue of {Adapter} did not take {Count} message(s) over; it is left alone until {Until:O}.")]
    public static partial void PublishRefused(ILogger logger, Exception fault, string adapter, int count, DateTimeOffset until);

    [LoggerMessage(1301, LogLevel.Information, "{Count} deliveries claimed from the backlog.")]
    public static partial void Claimed(ILogger logger, int count);

    [LoggerMessage(1302, LogLevel.Information, "Query {Number} put into the queue of {Adapter}, naming {Count} deliveries.")]
    public static partial void Queried(ILogger logger, string adapter, long number, int count);

    [LoggerMessage(1304, LogLevel.Warning, "Attempt {Attempt} of delivery {DeliveryId} ended at the dead letters of {Adapter}: {Reason}.")]
    public static partial void DeadLettered(ILogger logger, Guid deliveryId, int attempt, string? adapter, string reason);

    [LoggerMessage(1305, LogLevel.Warning, "A {Kind} message to {Adapter} ended at the dead letters: {Reason}.")]
    public static partial void OtherDeadLettered(ILogger logger, string? kind, string? adapter, string reason);
}
