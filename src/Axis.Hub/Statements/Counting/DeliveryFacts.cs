namespace Axis.Hub.Statements.Counting;

/// <summary>What the ledger knows of a delivery that is counted, beside its history.</summary>
internal sealed record DeliveryFacts
{
    public required Guid DeliveryId { get; init; }
    public required Guid DocumentId { get; init; }
    public required Guid SenderAgencyId { get; init; }
    public required Guid ReceiverAgencyId { get; init; }

    /// <summary>BussinessDocType 0 to 3.</summary>
    public required int BusinessType { get; init; }
    public int Priority { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public DateOnly? PromulgationDate { get; init; }

    /// <summary>When it last moved at rest; null while it is open.</summary>
    public DateTimeOffset? RestSince { get; init; }

    /// <summary>What the door found of the document, as JSON.</summary>
    public string Findings { get; init; } = "[]";
}
