using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Flow;

/// <summary>Rows as a decision finds them.</summary>
internal static class FlowRows
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    /// <summary>A document of VPCP on its way to the province.</summary>
    public static DeliveryRow Delivery() => new()
    {
        DeliveryId = Guid.CreateVersion7(), DocumentId = Guid.CreateVersion7(), Kind = "edoc", SenderAgencyId = FlowNation.Vpcp,
        ReceiverAgencyId = FlowNation.Province, ReceiverCode = "H37", AdapterCode = "H37", AcceptedAt = Now, Since = Now, NextAttemptAt = Now,
    };
}
