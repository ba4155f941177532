using System.Text.RegularExpressions;

namespace Axis.Contracts.Edxml;

/// <summary>Which generation an organisation id belongs to (domain.md 1.5).</summary>
public enum OrganIdForm
{
    /// <summary>None of the three.</summary>
    Unknown,

    /// <summary>Circular letter 2803/2014, e.g. <c>28.22.H17</c>: level 1 last.</summary>
    Letter2803,

    /// <summary>QCVN 102 and QĐ 28 Art. 10, e.g. <c>000.00.00.G22</c>.</summary>
    Qcvn102,

    /// <summary>QĐ 20/2020, e.g. <c>H37.02.02</c>: level 1 first, at most 35 characters.</summary>
    Decision20,
}

/// <summary>
/// The forms of an organisation id. Only the form is judged: which agency an id means, and which ids are the same
/// agency, the registry's alias table knows, never string arithmetic.
/// </summary>
public static partial class OrganId
{
    /// <summary>Longest id, of QĐ 20/2020.</summary>
    public const int MaxLength = 35;

    /// <summary>True for an id in one of the three forms; case counts.</summary>
    public static bool IsValid(string? organId) => FormOf(organId) != OrganIdForm.Unknown;

    /// <summary>The form; where two fit, the more particular one.</summary>
    public static OrganIdForm FormOf(string? organId) => organId switch
    {
        null or { Length: 0 or > MaxLength } => OrganIdForm.Unknown,
        _ when Qcvn102().IsMatch(organId) => OrganIdForm.Qcvn102,
        _ when Letter2803().IsMatch(organId) => OrganIdForm.Letter2803,
        _ when Decision20().IsMatch(organId) => OrganIdForm.Decision20,
        _ => OrganIdForm.Unknown,
    };

    [GeneratedRegex(@"^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}\z")]
    private static partial Regex Qcvn102();

    [GeneratedRegex(@"^[0-9]{2,3}(\.[0-9]{2,3})*\.[A-Z][0-9]{2}\z")]
    private static partial Regex Letter2803();

    [GeneratedRegex(@"^[A-Z0-9]+(\.[A-Z0-9]+)*\z")]
    private static partial Regex Decision20();
}
