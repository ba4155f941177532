using Axis.Hub.Ledger;

namespace Axis.Hub.Statements.Counting;

/// <summary>What counting needs of one entry of a delivery's history; see <see cref="DeliveryEventRow"/> for what the members mean.</summary>
internal sealed record HistoryEvent
{
    public required Guid DeliveryId { get; init; }
    public required string Kind { get; init; }
    public TransportState? TransportTo { get; init; }
    public string? BusinessTo { get; init; }
    public string? Detail { get; init; }
    public string Source { get; init; } = "";
    public required DateTimeOffset EffectiveAt { get; init; }
    public DateTimeOffset? ProcessingDue { get; init; }
    public DateTimeOffset? ArriveDue { get; init; }
    public DateTimeOffset? AnswerDue { get; init; }
}
