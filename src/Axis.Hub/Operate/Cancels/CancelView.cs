namespace Axis.Hub.Operate.Cancels;

/// <summary>One delivery that was asked back and hangs on an answer or a decision.</summary>
public sealed record CancelView
{
    public required Guid DeliveryId { get; init; }
    public required Guid DocumentId { get; init; }
    public required string ReceiverCode { get; init; }
    public required string AdapterCode { get; init; }
    public required int Attempt { get; init; }

    /// <summary>Why it was asked back: <c>failed</c>, <c>replaced</c>, <c>suspend</c> or <c>redirect</c>.</summary>
    public required string Purpose { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public required int Sends { get; init; }

    /// <summary>The mended document's delivery that waits, if any.</summary>
    public Guid? WaitingDeliveryId { get; init; }

    /// <summary><c>answer</c>: the adapter has not answered; <c>operator</c>: another spool has.</summary>
    public required string WaitsFor { get; init; }
}
