namespace Axis.Hub.Flow.Route;

/// <summary>One side of an exchange: an agency, and those that were merged into it, for whose deliveries it answers.</summary>
/// <param name="Merged">Ids of the merged agencies; their deliveries keep them for ever.</param>
internal sealed record Party(Guid AgencyId, IReadOnlyList<Guid> Merged)
{
    /// <summary>The agency first.</summary>
    public IEnumerable<Guid> Ids => [AgencyId, .. Merged];

    public bool Is(Guid agencyId) => AgencyId == agencyId || Merged.Contains(agencyId);
}
