namespace Axis.Hub.Watch.Outages;

/// <summary>A planned outage as people read it. Times are UTC.</summary>
public sealed record OutageView
{
    public required Guid OutageId { get; init; }

    /// <summary>Code of the agency, or absent where an adapter is out.</summary>
    public string? AgencyCode { get; init; }
    public string? AdapterCode { get; init; }
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant at which it is over.</summary>
    public required DateTimeOffset ToAt { get; init; }
    public required string Reason { get; init; }
    public required string AnnouncedBy { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndedBy { get; init; }
}
