using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>Rows that ask a copy back.</summary>
internal static class OpenCancels
{
    public static CancelRow Row(DeliveryRow delivery, string purpose, DateTimeOffset now) => new()
    {
        DeliveryId = delivery.DeliveryId, AdapterCode = delivery.AdapterCode, Attempt = delivery.Attempt, Purpose = purpose,
        OpenedAt = now, NextSendAt = now,
    };
}
