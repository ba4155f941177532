using System.Collections.Frozen;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Dapper;

namespace Agency.Adapter.Served;

/// <summary>The adapter's own copy of the agency directory, kept in the spool so that it outlives the hub's absence.</summary>
internal sealed class AgencyDirectory
{
    private readonly SpoolDatabase database;
    private readonly TimeProvider time;
    private volatile Snapshot current;

    public AgencyDirectory(SpoolDatabase database, TimeProvider? time = null)
    {
        this.database = database;
        this.time = time ?? TimeProvider.System;
        current = Load();
    }

    /// <summary>True until the hub's feed was read for the first time.</summary>
    public bool IsEmpty => current.ById.Count == 0;

    /// <summary>All entries, in no order.</summary>
    public IReadOnlyCollection<DirectoryEntry> All => current.ById.Values;

    /// <summary>The agency whose code of any generation this is, else was or will be, or <c>null</c>. Never computed from the text of a code.</summary>
    public DirectoryEntry? Resolve(string code) => Valid(code.Trim(), time.GetUtcNow()) ?? current.ByAlias.GetValueOrDefault(code.Trim())?[0];

    /// <summary>The codes by which an agency may be named now.</summary>
    public IEnumerable<string> CodesOf(DirectoryEntry agency) => agency.Aliases.Where(code => agency.IsValid(code, time.GetUtcNow()));

    /// <summary>The agency that answers to a code now, its own or the one that has taken its place, with the code of the latter; <c>null</c> for a code that is unknown or not valid now.</summary>
    public (DirectoryEntry Agency, string? Successor)? Read(string code)
    {
        // A registry may be wrong; a circle of successors must not hang.
        var now = time.GetUtcNow();
        var (at, successor) = (code.Trim(), (string?)null);
        for (var steps = 0; steps < 32 && Valid(at, now) is { } entry; steps++)
        {
            if (entry.SuccessionOf(at, now) is not { } next)
            {
                return (entry, successor);
            }

            (at, successor) = (next.Successor, next.Successor);
        }

        return null;
    }

    /// <summary>Since when the adapter that serves an agency is suspended, with its code; <c>null</c> while it is not.</summary>
    public (string Adapter, DateTimeOffset Since)? SuspendedAdapterOf(DirectoryEntry agency) =>
        ServedThrough(agency).LastOrDefault() is { AdapterCode: { } adapter, AdapterSuspendedSince: { } since } ? (adapter, since) : null;

    /// <summary>True when both spellings are one agency; an unknown one is only itself.</summary>
    public bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || (Resolve(one) is { } first && Resolve(other) is { } second && first.AgencyId == second.AgencyId);

    /// <summary>The agency itself and those above it up to the one that has an adapter, nearest first (protocol.md 1).</summary>
    public IEnumerable<DirectoryEntry> ServedThrough(DirectoryEntry agency)
    {
        // A registry may be wrong; a circle of parents must not hang.
        var steps = 0;
        for (var at = agency; at is not null && steps < 32; steps++)
        {
            yield return at;
            at = at.AdapterCode is null && at.ParentId is { } parent ? current.ById.GetValueOrDefault(parent) : null;
        }
    }

    /// <summary>Takes changed entries over.</summary>
    public async Task UpdateAsync(IReadOnlyCollection<DirectoryEntry> changed)
    {
        await database.WriteAsync(transaction =>
        {
            foreach (var entry in changed)
            {
                transaction.Execute(SpoolSql.SaveAgency, new { AgencyId = entry.AgencyId.Key(), Entry = OutgoingStore.WriteJson(entry) });
            }
        });
        current = Load();
    }

    private DirectoryEntry? Valid(string code, DateTimeOffset at) =>
        current.ByAlias.TryGetValue(code, out var candidates) ? Array.Find(candidates, entry => entry.IsValid(code, at)) : null;

    private Snapshot Load()
    {
        var entries = database.Read(spool => spool.Query<string>(SpoolSql.ListAgencies).Select(OutgoingStore.ReadJson<DirectoryEntry>).AsList());
        return new(
            entries.ToFrozenDictionary(entry => entry.AgencyId),
            entries.SelectMany(entry => entry.Aliases.Append(entry.Code).Distinct(StringComparer.OrdinalIgnoreCase).Select(code => (Code: code, Entry: entry)))
                .GroupBy(pair => pair.Code, pair => pair.Entry, StringComparer.OrdinalIgnoreCase)
                .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    private sealed record Snapshot(FrozenDictionary<Guid, DirectoryEntry> ById, FrozenDictionary<string, DirectoryEntry[]> ByAlias);
}
