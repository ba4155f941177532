using Axis.Contracts.Wire;

namespace Axis.Hub.Flow.Acknowledge;

internal static partial class AcknowledgeLog
{
    [LoggerMessage(1400, LogLevel.Warning, "Two spools take turns under the name of {Adapter}; the last to speak is {SpoolId}.")]
    public static partial void SpoolsAlternate(ILogger logger, string adapter, Guid spoolId);

    [LoggerMessage(1401, LogLevel.Warning, "An acknowledgement of {Adapter} is refused ({Reason}); it lies among the stuck items.")]
    public static partial void Refused(ILogger logger, string adapter, string reason);

    [LoggerMessage(1402, LogLevel.Warning, "{Kind} of {Adapter} about delivery {DeliveryId}: {Reason}.")]
    public static partial void LineRemarked(ILogger logger, string adapter, Guid deliveryId, AcknowledgeKind kind, string reason);

    [LoggerMessage(1403, LogLevel.Warning, "Delivery {DeliveryId} to {Adapter} has failed at attempt {Attempt}, caused by the {Cause}.")]
    public static partial void Failed(ILogger logger, Guid deliveryId, string adapter, int attempt, string cause);

    [LoggerMessage(1404, LogLevel.Warning, "Delivery {DeliveryId} was given back by a spool of {Adapter} that never held its first copy; an operator decides.")]
    public static partial void GivenBackByOtherSpool(ILogger logger, Guid deliveryId, string adapter);
}
