namespace Axis.Hub.Ledger;

/// <summary>Clocks that are open, and the versions of the working calendar that they are counted by.</summary>
internal interface ILedgerClocks
{
    /// <summary>Deliveries with an open clock that was counted before a version: those after <paramref name="after"/>, in the order of version and id.</summary>
    Task<IReadOnlyList<CountedDelivery>> ListOpenClocksAsync(int before, CountedDelivery after, int limit, CancellationToken cancellation);

    /// <summary>Requests whose answer is awaited, in time or not, and whose due time was counted before a version.</summary>
    Task<IReadOnlyList<CountedRequest>> ListOpenRequestsAsync(int before, int limit, CancellationToken cancellation);

    /// <summary>The instant from which each delivery's clock of arrival runs: its acceptance, its release, or the last new attempt after a FAIL.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> FindClockStartsAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);
}

/// <summary>A delivery with an open clock.</summary>
internal sealed record CountedDelivery
{
    /// <summary>Before all others.</summary>
    public static CountedDelivery None { get; } = new() { CountedBy = 0, DeliveryId = Guid.Empty };

    public required int CountedBy { get; init; }
    public required Guid DeliveryId { get; init; }
}

/// <summary>A request whose answer is awaited.</summary>
internal sealed record CountedRequest
{
    public required Guid CarrierId { get; init; }
    public required Guid TargetId { get; init; }
}
