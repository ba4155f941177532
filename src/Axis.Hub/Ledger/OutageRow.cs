namespace Axis.Hub.Ledger;

/// <summary>A planned outage of an agency or an adapter. It mutes alerts that blame it, never the books. All times UTC.</summary>
internal sealed record OutageRow
{
    public required Guid OutageId { get; init; }
    public Guid? AgencyId { get; init; }
    public string? AdapterCode { get; init; }
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>First instant at which it is over.</summary>
    public required DateTimeOffset ToAt { get; init; }
    public required string Reason { get; init; }
    public required string AnnouncedBy { get; init; }
    public required DateTimeOffset AnnouncedAt { get; init; }

    /// <summary>When somebody ended it before its time.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndedBy { get; init; }

    /// <summary>True when whom an alert blames is out.</summary>
    public bool Covers(AlertRow alert) => AlertKinds.Blames(alert.Kind) && (alert.CounterAdapterCode is null
        ? AdapterCode == alert.AdapterCode || (AgencyId is not null && AgencyId == alert.AgencyId)
        : AdapterCode == alert.CounterAdapterCode || (AgencyId is not null && AgencyId == alert.CounterpartId));
}
