namespace Axis.Hub.Statements.Issue;

/// <summary>An event that came after the statements of its day.</summary>
internal sealed record LateEvent
{
    /// <summary>Delivery or case, and the number in its history.</summary>
    public required string EventKey { get; init; }
    public required Guid AgencyId { get; init; }
    public Guid? CounterpartId { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset EffectiveAt { get; init; }

    public bool Concerns(Guid agency) => AgencyId == agency || CounterpartId == agency;
}
