namespace Axis.Contracts.Http;

/// <summary>Answer of <c>GET /v1/agencies?since=</c>: the agencies that changed, whole.</summary>
/// <param name="AsOf">Ask again with this as <c>since</c>; a change may be told twice, never missed.</param>
/// <param name="Agencies">Changed agencies, by code.</param>
public sealed record DirectoryPage(DateTimeOffset AsOf, IReadOnlyList<DirectoryAgency> Agencies);

/// <summary>One agency of the directory.</summary>
/// <param name="AgencyId">Its id, the same for ever whatever its codes.</param>
/// <param name="Code">Current code.</param>
/// <param name="NameVi">Name.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="Kind">Kind of agency.</param>
/// <param name="ParentId">The agency above it, or <c>null</c>.</param>
/// <param name="Adapter">Its own adapter; <c>null</c>: served by its nearest ancestor's (protocol.md 1).</param>
/// <param name="Active">False while it is locked.</param>
/// <param name="Aliases">Every spelling of its code.</param>
/// <param name="ChangedAt">Last change, UTC.</param>
public sealed record DirectoryAgency(
    Guid AgencyId, string Code, string NameVi, string NameEn, string Kind, bool Active,
    IReadOnlyList<DirectoryAlias> Aliases, DateTimeOffset ChangedAt, Guid? ParentId = null, string? Adapter = null)
{
    /// <summary>Since when it is suspended; <c>null</c> while it is not.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }

    /// <summary>Since when its own adapter is suspended; <c>null</c> while it is not, or where it has none.</summary>
    public DateTimeOffset? AdapterSuspendedSince { get; init; }

    /// <summary>Who else may send in its name, told to everybody that receives from it; <c>null</c>: nobody ever. Those that have ended stay.</summary>
    public IReadOnlyList<DirectoryDelegation>? Delegations { get; init; }
}

/// <summary>An agency's leave for an adapter that does not serve it to send in its name; for it alone, not for agencies below it.</summary>
/// <param name="Adapter">The adapter that may.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant at which it does not hold any more, be it by date or revoked; <c>null</c>: none is set.</param>
/// <param name="Types">What it covers, words of <see cref="Axis.Contracts.Checks.DelegationScope"/>; <c>null</c>: everything.</param>
public sealed record DirectoryDelegation(string Adapter, DateTimeOffset From, DateTimeOffset? Until = null, IReadOnlyList<string>? Types = null);

/// <summary>A spelling of an agency's code.</summary>
/// <param name="Code">As packages spell it.</param>
/// <param name="Form">Generation of the code.</param>
/// <param name="From">First instant at which it stands for the agency, or <c>null</c>: always.</param>
/// <param name="Until">First instant at which it does no longer, but for its successor, if it has one; <c>null</c>: never.</param>
public sealed record DirectoryAlias(string Code, string Form, DateTimeOffset? From = null, DateTimeOffset? Until = null)
{
    /// <summary>The code that stands in its place from <see cref="SuccessorFrom"/> on, perhaps of the agency that this one was merged into; <c>null</c>: none.</summary>
    public string? Successor { get; init; }

    /// <summary>First instant at which the successor stands for it; <c>null</c> with a successor: always.</summary>
    public DateTimeOffset? SuccessorFrom { get; init; }
}
