namespace Axis.Hub.Operate.Stuck;

/// <summary>One stuck item as the page and <c>GET /api/stuck</c> show it: never its bytes, only how many.</summary>
public sealed record StuckView
{
    public required Guid StuckId { get; init; }
    /// <summary><c>dead-letter</c>, <c>malformed</c> or <c>failed-delivery</c>.</summary>
    public required string Kind { get; init; }
    public required string Queue { get; init; }
    public string? AdapterCode { get; init; }
    public Guid? DeliveryId { get; init; }
    public Guid? DocumentId { get; init; }
    public int? Attempt { get; init; }

    /// <summary>Length of the kept bytes.</summary>
    public required long Bytes { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary><c>open</c>, or how it was closed.</summary>
    public required string Status { get; init; }
    public string? ClosedBy { get; init; }
    public string? ClosedReason { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}
