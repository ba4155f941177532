namespace Axis.Hub.Agencies;

/// <summary>One line of an agency file. Codes are trimmed and in capitals; absent values are empty.</summary>
/// <param name="Line">Number in the file, the header being 1.</param>
/// <param name="Code2803">Form of circular letter 2803/2014, where the file gives one. It is never computed.</param>
internal sealed record AgencyLine(
    int Line, string Code, string Code102, string Code2803, string NameVi, string NameEn, string Kind, string ParentCode, string Confidence, string Source)
{
    /// <summary>First day (Vietnam) on which the agency's codes stand for it, as the file writes it.</summary>
    public string ValidFrom { get; init; } = "";

    /// <summary>Last day on which they do.</summary>
    public string ValidTo { get; init; } = "";

    /// <summary>The code in their place from then on.</summary>
    public string Successor { get; init; } = "";

    /// <summary>Office hours of its own, as the file writes them.</summary>
    public string OfficeHours { get; init; } = "";
}
