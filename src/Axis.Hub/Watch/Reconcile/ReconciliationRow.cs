namespace Axis.Hub.Watch.Reconcile;

/// <summary>One comparison of an adapter's books of a day with the hub's. Never changed.</summary>
internal sealed record ReconciliationRow
{
    public required string AdapterCode { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>From 1, of this adapter and day.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>When the spool was read; never after <see cref="PostedAt"/>, whatever the adapter's clock says. An older reading than the newest one changes no difference.</summary>
    public required DateTimeOffset AsOf { get; init; }
    public required Guid SpoolId { get; init; }

    /// <summary>SHA-256 of the text that was posted: the same books are compared once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the adapter was answered, a <see cref="Contracts.Http.ReconciliationAnswer"/> as JSON.</summary>
    public required string Answer { get; init; }
}
