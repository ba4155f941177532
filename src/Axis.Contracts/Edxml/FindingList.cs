using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>Collects findings up to a cap, so that a hopeless input cannot make a hopeless answer.</summary>
internal sealed class FindingList(int cap)
{
    private readonly List<Finding> findings = [];

    public bool HasRefusal { get; private set; }

    public IReadOnlyList<Finding> All => findings;

    public void Add(Finding finding)
    {
        if (findings.Count < cap || (finding.Severity == Severity.Refusal && !HasRefusal))
        {
            findings.Add(finding);
        }

        HasRefusal |= finding.Severity == Severity.Refusal;
    }
}
