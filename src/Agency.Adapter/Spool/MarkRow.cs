using Axis.Contracts.Wire;

namespace Agency.Adapter.Spool;

/// <summary>A row of <c>Mark</c>: times in Unix milliseconds, ids as text.</summary>
internal sealed record MarkRow
{
    public string DeliveryId { get; init; } = "";
    public MarkKind Kind { get; init; }
    public int Attempt { get; init; }
    public string? SubmissionId { get; init; }
    public ChangeCommand Command { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>Since when the delivery is void, by the hub.</summary>
    public long At { get; init; }

    /// <summary>When the mark came here.</summary>
    public long MarkedAt { get; init; }

    /// <summary>When a file in a folder is tried next; null: nothing is left to do.</summary>
    public long? DueAt { get; init; }
    public int Tries { get; init; }
    public string? WaitsFor { get; init; }

    public Guid Id => Guid.Parse(DeliveryId);
}
