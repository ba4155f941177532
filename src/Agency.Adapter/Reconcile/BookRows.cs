using Agency.Adapter.Incoming;

namespace Agency.Adapter.Reconcile;

/// <summary>What the books need of a row of <c>Delivery</c>.</summary>
internal sealed record BookDeliveryRow
{
    public string DeliveryId { get; init; } = "";
    public string Kind { get; init; } = "";
    public string PackageSha256 { get; init; } = "";
    public int Attempt { get; init; }
    public DeliveryPhase Phase { get; init; }
    public string? Agency { get; init; }
    public long ReceivedAt { get; init; }
    public long? ClosedAt { get; init; }

    /// <summary>Code of its agency's newest status about it that the hub has accepted.</summary>
    public string? Answer { get; init; }
    public long? AnsweredAt { get; init; }
}

/// <summary>A day whose books the hub has refused for good.</summary>
internal sealed record RefusedDayRow
{
    public long Day { get; init; }

    /// <summary>The hub's finding as JSON.</summary>
    public string Finding { get; init; } = "";
    public long RefusedAt { get; init; }
}

/// <summary>The hub's last answer to the books of a day.</summary>
internal sealed record ReconciledRow
{
    /// <summary>Number of the day (<see cref="DateOnly.DayNumber"/>).</summary>
    public long Day { get; init; }

    /// <summary>A <see cref="Axis.Contracts.Http.ReconciliationAnswer"/> as JSON.</summary>
    public string Answer { get; init; } = "";
    public long AnsweredAt { get; init; }
}
