using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Issue;

/// <summary>The registry at the end of one day after the other.</summary>
/// <param name="events">Everything the registry has recorded, in order.</param>
internal sealed class AgencyTrees(IReadOnlyList<AgencyEventRow> events)
{
    private readonly Dictionary<Guid, AgencyEventRow> known = [];
    private int next;

    /// <summary>The registry at an instant that is no earlier than the one asked for last.</summary>
    public AgencyTree At(DateTimeOffset end)
    {
        for (; next < events.Count && events[next].RecordedAt < end; next++)
        {
            known[events[next].AgencyId] = events[next];
        }

        return new(known.Values.Select(row => new AgencyAt(
            row.AgencyId, row.Code, row.NameVi, row.NameEn, AboveOf(row, end), row.Pilot, row.AdapterCode is not null)));
    }

    /// <summary>What an agency left open when it was merged is added up by its successor: from then on it stands below that.</summary>
    private static Guid? AboveOf(AgencyEventRow row, DateTimeOffset end) =>
        row.SuccessorId is { } successor && !(row.SuccessorFrom >= end) ? successor : row.ParentId;
}
