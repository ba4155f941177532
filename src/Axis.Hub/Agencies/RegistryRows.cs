namespace Axis.Hub.Agencies;

/// <summary>An agency as the database keeps it.</summary>
internal sealed record AgencyRow
{
    public required Guid AgencyId { get; init; }
    public required string Code { get; init; }
    public string? Code102 { get; init; }
    public required string NameVi { get; init; }
    public required string NameEn { get; init; }
    public required string Kind { get; init; }
    public Guid? ParentId { get; init; }
    public string? AdapterCode { get; init; }
    public bool Active { get; init; } = true;
    public bool Pilot { get; init; }
    public string? Source { get; init; }
    public string? Confidence { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Set while <see cref="Active"/> is false.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }
    public string? SuspendedBy { get; init; }
    public string? SuspendedReason { get; init; }

    /// <summary>Office hours of its own, in the form of <see cref="Axis.Contracts.Calendar.OfficeHours.Read"/>; null: its nearest ancestor's, else the settings'.</summary>
    public string? OfficeHours { get; init; }
}

/// <summary>A spelling of an agency's code.</summary>
internal sealed record AliasRow
{
    public required string Alias { get; init; }
    public required Guid AgencyId { get; init; }

    /// <summary><c>qd20</c>, <c>qcvn102</c>, <c>cv2803</c> or what an operator entered.</summary>
    public required string Form { get; init; }
    public DateTimeOffset? ValidFrom { get; init; }
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The code that stands in this one's place from <see cref="SuccessorFrom"/> on; null: none.</summary>
    public string? SuccessorCode { get; init; }
    public DateTimeOffset? SuccessorFrom { get; init; }

    /// <inheritdoc cref="AliasEntry.IsValid"/>
    public bool IsValid(DateTimeOffset at) => AliasEntry.Of(this).IsValid(at);
}

/// <summary>An adapter as the database keeps it.</summary>
internal sealed record AdapterRow
{
    public const string ActiveStatus = "active";
    public const string SuspendedStatus = "suspended";

    public required string Code { get; init; }
    public required string Name { get; init; }
    public string Status { get; init; } = ActiveStatus;
    public string? CertificateSha256 { get; init; }
    public string? Vendor { get; init; }
    public string? Contact { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Set while it is suspended.</summary>
    public DateTimeOffset? SuspendedSince { get; init; }
    public string? SuspendedBy { get; init; }
    public string? SuspendedReason { get; init; }
}

/// <summary>An agency's leave for an adapter that does not serve it to send in its name.</summary>
internal sealed record DelegationRow
{
    public required Guid DelegationId { get; init; }
    public required Guid AgencyId { get; init; }
    public required string AdapterCode { get; init; }

    /// <summary>JSON array of words of <see cref="Axis.Contracts.Checks.DelegationScope"/>; null: everything.</summary>
    public string? Types { get; init; }
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>First instant at which it no longer holds; null: until it is revoked.</summary>
    public DateTimeOffset? ValidTo { get; init; }
    public required string Reason { get; init; }
    public required string GrantedBy { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }
    public string? RevokedBy { get; init; }
    public string? RevokedReason { get; init; }
}

/// <summary>A registered certificate without its bytes.</summary>
internal sealed record CertificateLine
{
    public required string Sha256 { get; init; }

    /// <summary>Null: the hub's own.</summary>
    public string? AdapterCode { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset NotBefore { get; init; }
    public required DateTimeOffset NotAfter { get; init; }
    public DateTimeOffset? Withdrawn { get; init; }
}

/// <summary>Who did what to the registry, recorded with the change.</summary>
/// <param name="Actor"><c>operator:NAME</c> or <c>hub</c>.</param>
internal sealed record RegistryAct(string Actor, string Action, string Subject, string Detail);
