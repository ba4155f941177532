using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Issue;

/// <summary>The registry at the end of one day after the other.</summary>
/// <param name="events">Everything the registry has recorded, in order.</param>
internal sealed class AgencyTrees(IReadOnlyList<AgencyEventRow> events)
{
    private readonly Dictionary<Guid, AgencyAt> known = [];
    private int next;

    /// <summary>The registry at an instant that is no earlier than the one asked for last.</summary>
    public AgencyTree At(DateTimeOffset end)
    {
        for (; next < events.Count && events[next].RecordedAt < end; next++)
        {
            var row = events[next];
            known[row.AgencyId] = new(row.AgencyId, row.Code, row.NameVi, row.NameEn, row.ParentId, row.Pilot, row.AdapterCode is not null);
        }

        return new(known.Values);
    }
}
