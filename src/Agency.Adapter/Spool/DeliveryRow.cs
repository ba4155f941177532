using Agency.Adapter.Incoming;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Spool;

/// <summary>A row of <c>Delivery</c>: times in Unix milliseconds, ids as text, parts that are only shown as JSON.</summary>
internal sealed record DeliveryRow
{
    public string DeliveryId { get; init; } = "";
    public string DocumentId { get; init; } = "";
    public int Attempt { get; init; }
    public string Kind { get; init; } = "";
    public string Receiver { get; init; } = "";

    /// <summary>Configured agency that it is offered to; null until it was verified.</summary>
    public string? Agency { get; init; }
    public int Priority { get; init; }
    public DeliveryPhase Phase { get; init; }
    public bool Taken { get; init; }
    public long? Cursor { get; init; }
    public byte[] Manifest { get; init; } = [];
    public byte[] Seal { get; init; } = [];
    public string PackageSha256 { get; init; } = "";
    public long PackageLength { get; init; }
    public string Findings { get; init; } = "[]";
    public string Trace { get; init; } = "";
    public string? Metadata { get; init; }
    public long ReceivedAt { get; init; }
    public long? ClosedAt { get; init; }
    public string? Reason { get; init; }
    public FailCause? Cause { get; init; }
    public long? DueAt { get; init; }
    public int Tries { get; init; }
    public string? WaitsFor { get; init; }

    /// <summary>When its bytes were destroyed on the hub's word; null while they may be here.</summary>
    public long? DestroyedAt { get; init; }

    public Guid Id => Guid.Parse(DeliveryId);
}
