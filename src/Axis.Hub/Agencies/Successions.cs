namespace Axis.Hub.Agencies;

/// <summary>Which agency was merged into which, whether that holds already or not. Pure.</summary>
/// <param name="aliases">Every spelling.</param>
internal sealed class Successions(IReadOnlyCollection<AliasRow> aliases)
{
    // A registry may be wrong; a circle of spellings must not hang a change.
    private const int Longest = 32;
    private readonly ILookup<string, AliasRow> known = aliases.ToLookup(alias => alias.Alias, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The next agency that the main code of one comes to stand for, and from when on (null: always); null: it stands for its own. An agency that has given up an older spelling only goes on.
    /// </summary>
    public (Guid AgencyId, DateTimeOffset? From)? Of(AgencyRow agency)
    {
        var (at, from) = (known[agency.Code].FirstOrDefault(alias => alias.AgencyId == agency.AgencyId), (DateTimeOffset?)null);
        for (var steps = 0; at?.SuccessorCode is { } next && steps < Longest; steps++)
        {
            from = at.SuccessorFrom is { } starts && !(from > starts) ? starts : from;
            at = known[next].FirstOrDefault(alias => from is not { } day || alias.IsValid(day));
            if (at is not null && at.AgencyId != agency.AgencyId)
            {
                return (at.AgencyId, from);
            }
        }

        return null;
    }
}
