using Axis.Contracts.Statements;

namespace Axis.Hub.Statements.Counting;

/// <summary>An agency as the registry had it at the end of a day.</summary>
/// <param name="HasAdapter">True when an adapter of its own serves it.</param>
/// <param name="Pilot">Its own mark; <see cref="AgencyTree"/> hands it down.</param>
internal sealed record AgencyAt(Guid AgencyId, string Code, string NameVi, string NameEn, Guid? ParentId, bool Pilot, bool HasAdapter);

/// <summary>The registry at the end of a day: who is below whom, and who is a pilot.</summary>
internal sealed class AgencyTree
{
    // A registry may be wrong; a circle of parents must not hang a statement.
    private const int Deepest = 32;
    private readonly Dictionary<Guid, AgencyAt> agencies;

    public AgencyTree(IEnumerable<AgencyAt> agencies) => this.agencies = agencies.ToDictionary(agency => agency.AgencyId);

    /// <summary>Agencies that are told every day, whether anything happened or not: those with an adapter of their own, and those of level 1.</summary>
    public IEnumerable<Guid> Told => agencies.Values.Where(agency => agency.HasAdapter || agency.ParentId is null).Select(agency => agency.AgencyId);

    /// <summary>Agencies to which a statement is sent over the axis.</summary>
    public IEnumerable<Guid> WithAdapter => agencies.Values.Where(agency => agency.HasAdapter).Select(agency => agency.AgencyId);

    /// <summary>The agency with its inherited mark; one that the registry does not know is named by its id.</summary>
    public StatementAgency Name(Guid agencyId) => agencies.TryGetValue(agencyId, out var agency)
        ? new(agency.Code, agency.NameVi, agency.NameEn, IsPilot(agencyId))
        : new(agencyId.ToString(), agencyId.ToString(), agencyId.ToString());

    /// <summary>A mark holds for everything below it.</summary>
    public bool IsPilot(Guid agencyId) => Chain(agencyId).Any(agency => agency.Pilot);

    /// <summary>Everything above an agency, the nearest first.</summary>
    public IEnumerable<Guid> Above(Guid agencyId) => Chain(agencyId).Skip(1).Select(agency => agency.AgencyId);

    private IEnumerable<AgencyAt> Chain(Guid agencyId)
    {
        var seen = new HashSet<Guid>();
        for (var next = (Guid?)agencyId; next is { } id && seen.Count < Deepest && seen.Add(id) && agencies.TryGetValue(id, out var agency); next = agency.ParentId)
        {
            yield return agency;
        }
    }
}
