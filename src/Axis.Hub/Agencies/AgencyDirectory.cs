using System.Collections.Frozen;

namespace Axis.Hub.Agencies;

/// <summary>One agency.</summary>
/// <param name="AdapterCode">Adapter of its own; null: served by its nearest ancestor's (protocol.md 1).</param>
internal sealed record AgencyEntry(
    Guid AgencyId, string Code, string NameVi, string NameEn, string Kind, Guid? ParentId,
    string? AdapterCode, bool Active, bool Pilot, DateTimeOffset ChangedAt);

/// <summary>One spelling of an agency's code, with the dates between which it resolves.</summary>
internal sealed record AliasEntry(string Alias, Guid AgencyId, string Form, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo);

/// <summary>One adapter.</summary>
internal sealed record AdapterEntry(string Code, string Name, bool Active, string? CertificateSha256);

/// <summary>A consistent snapshot of the registry; immutable, cheap to ask, shared by a batch.</summary>
internal sealed class AgencyDirectory
{
    private readonly FrozenDictionary<Guid, AgencyEntry> agencies;
    private readonly FrozenDictionary<string, AliasEntry[]> aliases;
    private readonly FrozenDictionary<string, AdapterEntry> adapters;

    public AgencyDirectory(IEnumerable<AgencyEntry> agencies, IEnumerable<AliasEntry> aliases, IEnumerable<AdapterEntry> adapters)
    {
        this.agencies = agencies.ToFrozenDictionary(agency => agency.AgencyId);
        this.aliases = aliases.GroupBy(alias => alias.Alias, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase);
        this.adapters = adapters.ToFrozenDictionary(adapter => adapter.Code, StringComparer.Ordinal);
    }

    public IEnumerable<AgencyEntry> Agencies => agencies.Values;

    public IEnumerable<AdapterEntry> Adapters => adapters.Values;

    public IEnumerable<AliasEntry> Aliases => aliases.Values.SelectMany(group => group);

    public AgencyEntry? Find(Guid agencyId) => agencies.GetValueOrDefault(agencyId);

    public AdapterEntry? FindAdapter(string code) => adapters.GetValueOrDefault(code);

    /// <summary>The agency a code of any generation stands for at an instant, or null. Never computed from the text of a code.</summary>
    public AgencyEntry? Resolve(string code, DateTimeOffset at)
    {
        if (!aliases.TryGetValue(code.Trim(), out var candidates))
        {
            return null;
        }

        var match = Array.Find(candidates, alias => (alias.ValidFrom is null || alias.ValidFrom <= at) && (alias.ValidTo is null || at < alias.ValidTo));
        return match is null ? null : Find(match.AgencyId);
    }

    /// <summary>The adapter that serves an agency: its own, else its nearest ancestor's; null when none does.</summary>
    public AdapterEntry? AdapterServing(AgencyEntry agency)
    {
        // A registry may be wrong; a circle of parents must not hang the door.
        var steps = 0;
        for (var current = agency; current is not null && steps < 32; steps++)
        {
            if (current.AdapterCode is { } code)
            {
                return FindAdapter(code);
            }

            current = current.ParentId is { } parent ? Find(parent) : null;
        }

        return null;
    }
}
