using Axis.Contracts.Http;

namespace Agency.Adapter.Served;

/// <summary>One agency of the registry as the hub's feed tells it.</summary>
/// <param name="AgencyId">The registry's id, the same for every spelling.</param>
/// <param name="Code">Current code.</param>
/// <param name="Aliases">Every code of it, of all generations.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name, or empty.</param>
/// <param name="Active">False when it is locked.</param>
/// <param name="ParentId">The agency above it, or <c>null</c>.</param>
/// <param name="AdapterCode">Adapter of its own, or <c>null</c>: served by its nearest ancestor's (protocol.md 1).</param>
internal sealed record DirectoryEntry(
    Guid AgencyId, string Code, IReadOnlyList<string> Aliases, string NameVi, string NameEn, bool Active,
    Guid? ParentId = null, string? AdapterCode = null)
{
    /// <summary>Since when it is suspended; <c>null</c> while it is not.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }

    /// <summary>Since when its own adapter is suspended; <c>null</c> while it is not.</summary>
    public DateTimeOffset? AdapterSuspendedSince { get; init; }

    /// <summary>Codes of it that stand for it between two instants only.</summary>
    public IReadOnlyList<Period> Periods { get; init; } = [];

    /// <summary>Codes of it whose place another one takes, from an instant on.</summary>
    public IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>Who else may or might send in its name.</summary>
    public IReadOnlyList<DirectoryDelegation> Delegations { get; init; } = [];

    /// <summary>True while one of its codes resolves: one that has a successor goes on beyond its end, and stands for that.</summary>
    public bool IsValid(string code, DateTimeOffset at) =>
        Periods.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } period
        || ((period.From is null || period.From <= at) && (period.Until is null || at < period.Until || SuccessionOf(code, at) is not null));

    /// <summary>What has taken the place of one of its codes, or <c>null</c>.</summary>
    public Succession? SuccessionOf(string code, DateTimeOffset at) =>
        Successions.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase) && (one.From is null || one.From <= at));
}

/// <summary>The dates of a code.</summary>
/// <param name="From">First instant at which it stands for its agency; <c>null</c>: always.</param>
/// <param name="Until">First instant at which it does no longer; <c>null</c>: never.</param>
internal sealed record Period(string Code, DateTimeOffset? From = null, DateTimeOffset? Until = null);

/// <summary>A code that another one takes the place of.</summary>
/// <param name="From">First instant; <c>null</c>: always.</param>
internal sealed record Succession(string Code, string Successor, DateTimeOffset? From = null);
