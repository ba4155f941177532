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

    /// <summary>Codes of it whose place another one takes, from an instant on.</summary>
    public IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>Who else may or might send in its name.</summary>
    public IReadOnlyList<DirectoryDelegation> Delegations { get; init; } = [];
}

/// <summary>A code that another one takes the place of.</summary>
/// <param name="From">First instant; <c>null</c>: always.</param>
internal sealed record Succession(string Code, string Successor, DateTimeOffset? From = null);
