using System.Collections.Frozen;

namespace Axis.Hub.Agencies;

/// <summary>What a code stands for at an instant.</summary>
/// <param name="Agency">The agency that answers to it: its own, or the one that has taken its place.</param>
/// <param name="Own">The agency whose code it is or was.</param>
/// <param name="Successor">The code that has taken this one's place, or null.</param>
internal sealed record CodeMeaning(AgencyEntry Agency, AgencyEntry Own, string? Successor);

/// <summary>A consistent snapshot of the registry; immutable, cheap to ask, shared by a batch.</summary>
internal sealed class AgencyDirectory
{
    private readonly FrozenDictionary<Guid, AgencyEntry> agencies;
    private readonly FrozenDictionary<string, AliasEntry[]> aliases;
    private readonly FrozenDictionary<string, AdapterEntry> adapters;
    private readonly ILookup<Guid, DelegationEntry> delegations;
    private readonly ILookup<Guid, AliasEntry> merged;
    private readonly Lazy<ILookup<string, AgencyEntry>> served;

    public AgencyDirectory(
        IEnumerable<AgencyEntry> agencies, IEnumerable<AliasEntry> aliases, IEnumerable<AdapterEntry> adapters, IEnumerable<DelegationEntry>? delegations = null)
    {
        this.agencies = agencies.ToFrozenDictionary(agency => agency.AgencyId);
        this.aliases = aliases.GroupBy(alias => alias.Alias, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        this.adapters = adapters.ToFrozenDictionary(adapter => adapter.Code, StringComparer.Ordinal);
        Suspended = [.. this.agencies.Values.Where(agency => !agency.Active).Select(agency => agency.AgencyId)];
        this.delegations = (delegations ?? []).ToLookup(delegation => delegation.AgencyId);
        served = new(() => this.agencies.Values.Select(agency => (agency, adapter: AdapterServing(agency))).Where(pair => pair.adapter is not null)
            .ToLookup(pair => pair.adapter!.Code, pair => pair.agency, StringComparer.Ordinal));
        merged = Aliases.Where(alias => alias.SuccessorCode is not null)
            .SelectMany(alias => Reaches(alias).Select(agencyId => (alias, agencyId))).ToLookup(pair => pair.agencyId, pair => pair.alias);
    }

    public IEnumerable<AgencyEntry> Agencies => agencies.Values;

    public IEnumerable<AdapterEntry> Adapters => adapters.Values;

    public IEnumerable<AliasEntry> Aliases => aliases.Values.SelectMany(group => group);

    /// <summary>Suspended agencies.</summary>
    public IReadOnlyCollection<Guid> Suspended { get; }

    public AgencyEntry? Find(Guid agencyId) => agencies.GetValueOrDefault(agencyId);

    public AdapterEntry? FindAdapter(string code) => adapters.GetValueOrDefault(code);

    /// <summary>Delegations that this agency has granted, those that have ended included.</summary>
    public IEnumerable<DelegationEntry> DelegationsOf(Guid agencyId) => delegations[agencyId];

    /// <summary>
    /// The agency that answers to a code of any generation at an instant, or null: the code's own, or the one that has taken its place.
    /// Never computed from the text of a code.
    /// </summary>
    public AgencyEntry? Resolve(string code, DateTimeOffset at) => Read(code, at)?.Agency;

    /// <summary>What a code of any generation stands for at an instant, or null.</summary>
    public CodeMeaning? Read(string code, DateTimeOffset at) => FindAlias(code, at) is { } alias ? Read(alias, at) : null;

    /// <summary>Other agencies whose codes stand for this one at an instant: those that were merged into it.</summary>
    public IReadOnlyList<Guid> MergedInto(Guid agencyId, DateTimeOffset at) => !merged.Contains(agencyId) ? [] :
    [
        .. merged[agencyId].Where(alias => Read(alias, at)?.Agency.AgencyId == agencyId).Select(alias => alias.AgencyId).Distinct(),
    ];

    /// <summary>Those of them that go on under no code of their own: their main code stands for this agency, so what they left open is its to look after.</summary>
    public IEnumerable<AgencyEntry> TakenOverBy(Guid agencyId, DateTimeOffset at) => merged[agencyId]
        .Where(alias => Find(alias.AgencyId)?.Code == alias.Alias && Read(alias, at)?.Agency.AgencyId == agencyId).Select(alias => agencies[alias.AgencyId]);

    /// <summary>The adapter that serves an agency: its own, else its nearest ancestor's; null when none does.</summary>
    public AdapterEntry? AdapterServing(AgencyEntry agency)
    {
        return ServedThrough(agency).Last().AdapterCode is { } code ? FindAdapter(code) : null;
    }

    /// <summary>The agencies that an adapter serves, themselves or through their ancestors.</summary>
    public IEnumerable<AgencyEntry> ServedBy(string adapter) => served.Value[adapter];

    /// <summary>The agency itself and those above it up to the one that has an adapter, nearest first.</summary>
    public IEnumerable<AgencyEntry> ServedThrough(AgencyEntry agency)
    {
        // A registry may be wrong; a circle of parents must not hang the door.
        var steps = 0;
        for (var current = agency; current is not null && steps < 32; steps++)
        {
            yield return current;
            current = current.AdapterCode is null && current.ParentId is { } parent ? Find(parent) : null;
        }
    }

    private AliasEntry? FindAlias(string code, DateTimeOffset at) =>
        aliases.TryGetValue(code.Trim(), out var candidates) ? Array.Find(candidates, alias => alias.IsValid(at)) : null;

    /// <summary>Every other agency that a succeeded spelling may come to stand for, whenever that is.</summary>
    private HashSet<Guid> Reaches(AliasEntry alias)
    {
        var reached = new HashSet<Guid>();
        for (var (current, steps) = ((AliasEntry?)alias, 0); current?.SuccessorCode is { } next && steps < 32; steps++)
        {
            current = aliases.GetValueOrDefault(next)?.FirstOrDefault();
            reached.Add(current?.AgencyId ?? alias.AgencyId);
        }

        reached.Remove(alias.AgencyId);
        return reached;
    }

    private CodeMeaning? Read(AliasEntry alias, DateTimeOffset at)
    {
        // A registry may be wrong; a circle of successors must not hang the door.
        var (current, successor) = ((AliasEntry?)alias, (string?)null);
        for (var steps = 0; current is not null && steps < 32; steps++)
        {
            if (current.SuccessorAt(at) is not { } next)
            {
                return Find(current.AgencyId) is { } agency && Find(alias.AgencyId) is { } own ? new(agency, own, successor) : null;
            }

            (current, successor) = (FindAlias(next, at), next);
        }

        return null;
    }
}
