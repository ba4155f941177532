namespace Axis.Contracts.Edxml;

/// <summary>An agency as a package names it (QCVN 102:2016, From and To). Absent elements are <c>null</c>.</summary>
/// <param name="OrganId">Agency code as spelled in the package, in one of the three generations (<see cref="Edxml.OrganId"/>).</param>
public sealed record Organization(string OrganId)
{
    /// <summary>Code or name of the superior agency.</summary>
    public string? OrganizationInCharge { get; init; }

    /// <summary>Name, at most 200 characters by Decree 30 Annex VI.</summary>
    public string? OrganName { get; init; }

    /// <summary>Postal address.</summary>
    public string? OrganAdd { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Telephone { get; init; }

    /// <summary>Fax number.</summary>
    public string? Fax { get; init; }

    /// <summary>Web site.</summary>
    public string? Website { get; init; }
}
