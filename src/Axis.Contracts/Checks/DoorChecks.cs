using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>
/// The checks of the hub's door that need nothing but the package: R2, R3, R6 and what the reader itself sees of R7 and R8.
/// Pure functions, shared by hub and adapter; the other rules are filled in by who has the registry and the ledger.
/// </summary>
public static class DoorChecks
{
    /// <summary>Judges what the reader found. A rule of which nothing can be said after an earlier failure is not checked.</summary>
    public static Checklist Judge(ReadOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var (package, findings) = outcome switch
        {
            ReadOutcome.Read read => (read.Package, read.Package.Findings),
            ReadOutcome.Refused refused => (null, refused.Findings),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        var byRule = findings.ToLookup(RuleOf);
        if (byRule.Contains(CheckRule.R1) || byRule[CheckRule.R2].Any(finding => finding.Severity == Severity.Refusal))
        {
            // Reading stopped there: what had been found until then is told, what had not been found means nothing.
            return new([.. Checklist.Empty.Results.Select(result => byRule.Contains(result.Rule)
                ? CheckResult.Of(result.Rule, [.. byRule[result.Rule]])
                : result)]);
        }

        var list = Checklist.Empty
            .With(CheckResult.Of(CheckRule.R2, [.. byRule[CheckRule.R2]]))
            .With(CheckResult.Of(CheckRule.R3, [.. byRule[CheckRule.R3]]))
            .With(CheckResult.Of(CheckRule.R7, [.. byRule[CheckRule.R7]]))
            .With(CheckResult.Of(CheckRule.R8, [.. byRule[CheckRule.R8]]));
        return package is null ? list : list.With(CheckResult.Of(CheckRule.R6, AttachmentChecks.Find(package)));
    }

    /// <summary>The rule a finding of the reader belongs to, by the block of its code.</summary>
    public static CheckRule RuleOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Code.AsSpan() switch
        {
            var code when code.SequenceEqual(ErrorCatalogue.PackageTooLarge.Code) => CheckRule.R1,
            var code when code.StartsWith("AXS-20") => CheckRule.R2,
            var code when code.StartsWith("AXS-26") => CheckRule.R6,
            var code when code.StartsWith("AXS-27") => CheckRule.R7,
            var code when code.StartsWith("AXS-28") => CheckRule.R8,
            _ => CheckRule.R3,
        };
    }
}
