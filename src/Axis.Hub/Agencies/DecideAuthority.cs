using System.Text.Json;
using Axis.Contracts.Checks;
using MassTransit;
using Outcome = Axis.Hub.Agencies.AuthorityDesk.Outcome;

namespace Axis.Hub.Agencies;

/// <summary>Pure: what an order about authority means for what is there.</summary>
internal static class DecideAuthority
{
    private const int LongestChain = 32;

    public static (AuthorityChange Change, Outcome Outcome) Suspend(
        RegistryRows rows, IReadOnlyList<string> codes, string actor, string reason, DateTimeOffset now)
    {
        var errors = new List<string>();
        var changed = new List<AgencyRow>();
        foreach (var agency in Find(rows, codes, now, errors))
        {
            if (agency.Active)
            {
                changed.Add(agency with { Active = false, SuspendedSince = now, SuspendedBy = actor, SuspendedReason = reason, ChangedAt = now });
            }
            else
            {
                errors.Add($"agency {agency.Code} is suspended already, since {agency.SuspendedSince:u}");
            }
        }

        return Agencies(changed, errors);
    }

    public static (AuthorityChange Change, Outcome Outcome) Resume(RegistryRows rows, IReadOnlyList<string> codes, DateTimeOffset now)
    {
        var errors = new List<string>();
        var changed = new List<AgencyRow>();
        foreach (var agency in Find(rows, codes, now, errors))
        {
            if (agency.Active)
            {
                errors.Add($"agency {agency.Code} is not suspended");
            }
            else
            {
                changed.Add(agency with { Active = true, SuspendedSince = null, SuspendedBy = null, SuspendedReason = null, ChangedAt = now });
            }
        }

        return Agencies(changed, errors);
    }

    public static (AuthorityChange Change, Outcome Outcome) Succeed(RegistryRows rows, string code, string? successor, DateTimeOffset? from, DateTimeOffset now)
    {
        var errors = new List<string>();
        var agency = Find(rows, [code], now, errors).FirstOrDefault();
        var starts = from > now ? from.Value : now;
        var known = rows.Aliases.ToLookup(alias => alias.Alias, StringComparer.OrdinalIgnoreCase);
        var next = successor is null ? null : known[successor.Trim()].FirstOrDefault(alias => alias.IsValid(starts));
        if (successor is not null && next is null)
        {
            errors.Add($"agency {successor} is not in the registry, or not valid at {starts:u}; see axis-hub agency list");
        }

        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        var given = FindAlias(rows, code, now)!;
        var aliases = rows.Aliases.Where(alias => alias.AgencyId == agency!.AgencyId && (given.Alias == agency.Code || alias.Alias == given.Alias)).ToList();
        if (next is null)
        {
            aliases = [.. aliases.Where(alias => alias.SuccessorCode is not null).Select(alias => alias with { SuccessorCode = null, SuccessorFrom = null })];
            return aliases.Count == 0 ? Refuse([$"{code} has no successor"]) : Done(aliases);
        }

        if (LeadsTo(known, next, aliases.Contains))
        {
            return Refuse([$"{code} cannot be succeeded by {successor}, which is itself succeeded by it"]);
        }

        return Done([.. aliases.Select(alias => alias with { SuccessorCode = next.Alias, SuccessorFrom = from ?? now })]);

        (AuthorityChange, Outcome) Done(List<AliasRow> changed) =>
            (new() { Agencies = [agency! with { ChangedAt = now }], Aliases = changed }, new Outcome.Done([.. changed.Select(alias => alias.Alias)]));
    }

    public static (AuthorityChange Change, Outcome Outcome) Delegate(
        RegistryRows rows, DelegationOrder order, string actor, string reason, DateTimeOffset now)
    {
        var errors = new List<string>();
        var agency = Find(rows, [order.Agency], now, errors).FirstOrDefault();
        if (rows.Adapters.All(adapter => adapter.Code != order.Adapter))
        {
            errors.Add($"adapter {order.Adapter} is not registered");
        }
        else if (agency?.AdapterCode == order.Adapter)
        {
            errors.Add($"adapter {order.Adapter} serves agency {agency.Code} itself; no delegation is needed");
        }

        var scope = new List<string>();
        foreach (var entry in order.Types)
        {
            if (DelegationScope.Find(entry) is { } word)
            {
                scope.Add(word);
            }
            else
            {
                errors.Add($"--types: \"{entry}\" is no document type, nor normative, administrative or status");
            }
        }

        var from = order.From ?? now;
        if (order.Until <= from || order.Until <= now)
        {
            errors.Add("--until: ends before it begins, or in the past");
        }

        if (errors.Count > 0)
        {
            return Refuse(errors);
        }

        var row = new DelegationRow
        {
            DelegationId = NewId.NextSequentialGuid(),
            AgencyId = agency!.AgencyId,
            AdapterCode = order.Adapter,
            Types = scope.Count == 0 ? null : JsonSerializer.Serialize(scope.Distinct(StringComparer.Ordinal)),
            ValidFrom = from,
            ValidTo = order.Until,
            Reason = reason,
            GrantedBy = actor,
            GrantedAt = now,
        };
        return (new() { Agencies = [agency with { ChangedAt = now }], Granted = [row] }, new Outcome.Done([agency.Code], row.DelegationId));
    }

    public static (AuthorityChange Change, Outcome Outcome) Revoke(RegistryRows rows, Guid delegationId, string actor, string reason, DateTimeOffset now)
    {
        if (rows.Delegations.FirstOrDefault(row => row.DelegationId == delegationId) is not { } delegation)
        {
            return Refuse([$"there is no delegation {delegationId}"]);
        }

        if (delegation.RevokedAt is { } at)
        {
            return Refuse([$"delegation {delegationId} was revoked at {at:u}"]);
        }

        var agency = rows.Agencies.Single(row => row.AgencyId == delegation.AgencyId);
        return (
            new() { Agencies = [agency with { ChangedAt = now }], Revoked = [delegation with { RevokedAt = now, RevokedBy = actor, RevokedReason = reason }] },
            new Outcome.Done([agency.Code], delegationId));
    }

    /// <summary>The agencies that these codes belong to, whether succeeded or not; an unknown one is an error.</summary>
    private static List<AgencyRow> Find(RegistryRows rows, IReadOnlyList<string> codes, DateTimeOffset now, List<string> errors)
    {
        var found = new List<AgencyRow>();
        foreach (var code in codes)
        {
            if (FindAlias(rows, code, now) is { } alias)
            {
                found.Add(rows.Agencies.Single(row => row.AgencyId == alias.AgencyId));
            }
            else
            {
                errors.Add($"agency {code} is not in the registry; see axis-hub agency list");
            }
        }

        return [.. found.DistinctBy(row => row.AgencyId)];
    }

    /// <summary>The spelling that an operator means: the one that is valid, else one that was or will be.</summary>
    private static AliasRow? FindAlias(RegistryRows rows, string code, DateTimeOffset now) => rows.Aliases
        .Where(alias => alias.Alias.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase)).OrderByDescending(alias => alias.IsValid(now)).FirstOrDefault();

    /// <summary>True when the chain of successors that starts at a spelling, whenever each is valid or begins, comes to one of these or is too long to be followed.</summary>
    internal static bool LeadsTo(ILookup<string, AliasRow> known, AliasRow start, Func<AliasRow, bool> isTarget, int steps = 0) =>
        steps == LongestChain || isTarget(start)
        || (start.SuccessorCode is { } next && known[next].Any(alias => LeadsTo(known, alias, isTarget, steps + 1)));

    private static (AuthorityChange Change, Outcome Outcome) Agencies(List<AgencyRow> changed, List<string> errors) => errors.Count > 0
        ? Refuse(errors)
        : (new() { Agencies = changed }, new Outcome.Done([.. changed.Select(row => row.Code)]));

    private static (AuthorityChange Change, Outcome Outcome) Refuse(IReadOnlyList<string> errors) => (AuthorityChange.None, new Outcome.Refused(errors));
}
