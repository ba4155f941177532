using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>What the adapter's own checks came to.</summary>
/// <param name="Package">The package, or <c>null</c> when it could not be read.</param>
/// <param name="Findings">Everything found.</param>
internal sealed record CheckedPackage(Package? Package, IReadOnlyList<Finding> Findings)
{
    /// <summary>True when something found refuses it.</summary>
    public bool IsRefused => Package is null || Findings.Any(finding => finding.Severity == Severity.Refusal);
}
