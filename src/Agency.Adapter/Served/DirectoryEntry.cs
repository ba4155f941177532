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
    Guid? ParentId = null, string? AdapterCode = null);
