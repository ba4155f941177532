using Axis.Contracts.Wire;

namespace Agency.Adapter.Marks;

/// <summary>Logs of marks. Reasons are the sender's words and stay out.</summary>
internal static partial class MarkLog
{
    [LoggerMessage(5701, LogLevel.Information, "Delivery {DeliveryId} was sent by an agency here and is frozen after {Command}.")]
    public static partial void Frozen(ILogger log, Guid deliveryId, ChangeCommand command);

    [LoggerMessage(5702, LogLevel.Information, "Delivery {DeliveryId} is void after {Command}: its bytes are destroyed here.")]
    public static partial void Destroyed(ILogger log, Guid deliveryId, ChangeCommand command);

    [LoggerMessage(5703, LogLevel.Warning, "The file of destroyed delivery {DeliveryId} could not be removed from the folder of {Agency}; it is tried again: {Reason}")]
    public static partial void Waits(ILogger log, Guid deliveryId, string agency, string reason);
}
