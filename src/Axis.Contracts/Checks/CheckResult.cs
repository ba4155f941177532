using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>What one rule came to.</summary>
/// <param name="Rule">Rule.</param>
/// <param name="State">State.</param>
/// <param name="Findings">What was found; empty when passed or not checked.</param>
public sealed record CheckResult(CheckRule Rule, CheckState State, IReadOnlyList<Finding> Findings)
{
    /// <summary>A rule that was not looked at.</summary>
    public static CheckResult NotChecked(CheckRule rule) => new(rule, CheckState.NotChecked, []);

    /// <summary>The state that follows from what was found: a refusal fails, a warning warns.</summary>
    public static CheckResult Of(CheckRule rule, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var worst = findings.Count == 0 ? Severity.Information : findings.Max(finding => finding.Severity);
        return new(rule, worst switch
        {
            Severity.Refusal => CheckState.Failed,
            Severity.Warning => CheckState.Warned,
            _ => CheckState.Passed,
        }, findings);
    }
}
