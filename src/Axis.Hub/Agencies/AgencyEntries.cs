using System.Text.Json;

namespace Axis.Hub.Agencies;

/// <summary>One agency.</summary>
/// <param name="AdapterCode">Adapter of its own; null: served by its nearest ancestor's (protocol.md 1).</param>
/// <param name="Active">False while it is suspended.</param>
internal sealed record AgencyEntry(
    Guid AgencyId, string Code, string NameVi, string NameEn, string Kind, Guid? ParentId,
    string? AdapterCode, bool Active, bool Pilot, DateTimeOffset ChangedAt)
{
    public DateTimeOffset? SuspendedSince { get; init; }

    /// <summary>Office hours of its own; null: its nearest ancestor's, else the settings'.</summary>
    public string? OfficeHours { get; init; }
}

/// <summary>One spelling of an agency's code, with the dates between which it resolves.</summary>
internal sealed record AliasEntry(string Alias, Guid AgencyId, string Form, DateTimeOffset? ValidFrom, DateTimeOffset? ValidTo)
{
    /// <summary>The code that stands in its place from <see cref="SuccessorFrom"/> on; null: none.</summary>
    public string? SuccessorCode { get; init; }

    public DateTimeOffset? SuccessorFrom { get; init; }

    /// <summary>True while it resolves: one that has a successor goes on beyond its end, and stands for that.</summary>
    public bool IsValid(DateTimeOffset at) => (ValidFrom is null || ValidFrom <= at) && (ValidTo is null || at < ValidTo || SuccessorAt(at) is not null);

    public static AliasEntry Of(AliasRow row) =>
        new(row.Alias, row.AgencyId, row.Form, row.ValidFrom, row.ValidTo) { SuccessorCode = row.SuccessorCode, SuccessorFrom = row.SuccessorFrom };

    public string? SuccessorAt(DateTimeOffset at) => SuccessorFrom is null || SuccessorFrom <= at ? SuccessorCode : null;
}

/// <summary>One adapter.</summary>
/// <param name="Active">False while it is suspended.</param>
internal sealed record AdapterEntry(string Code, string Name, bool Active, string? CertificateSha256)
{
    public DateTimeOffset? SuspendedSince { get; init; }
}

/// <summary>An agency's leave for an adapter that does not serve it to send in its name.</summary>
/// <param name="Types">What it covers (<see cref="Axis.Contracts.Checks.DelegationScope"/>); null: everything.</param>
/// <param name="ValidTo">First instant at which it no longer holds; null: until it is revoked.</param>
internal sealed record DelegationEntry(
    Guid DelegationId, Guid AgencyId, string AdapterCode, IReadOnlyList<string>? Types, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo, DateTimeOffset? RevokedAt)
{
    /// <summary>The end that came or comes first; null: none is set.</summary>
    public DateTimeOffset? Until => RevokedAt is { } revoked && (ValidTo is null || revoked < ValidTo) ? revoked : ValidTo;

    public bool IsInForce(DateTimeOffset at) => ValidFrom <= at && (Until is null || at < Until);

    public static DelegationEntry Of(DelegationRow row) => new(
        row.DelegationId, row.AgencyId, row.AdapterCode, row.Types is null ? null : JsonSerializer.Deserialize<string[]>(row.Types), row.ValidFrom, row.ValidTo, row.RevokedAt);
}
