using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>One result for each rule R1 to R12; the same on both sides of the link.</summary>
/// <param name="Results">Results in the order of the rules, one each.</param>
public sealed record Checklist(IReadOnlyList<CheckResult> Results)
{
    /// <summary>Nothing checked yet.</summary>
    public static Checklist Empty { get; } = new([.. Enum.GetValues<CheckRule>().Select(CheckResult.NotChecked)]);

    /// <summary>The result of one rule.</summary>
    public CheckResult this[CheckRule rule] => Results[(int)rule - 1];

    /// <summary>True when a rule failed.</summary>
    public bool Failed => Results.Any(result => result.State == CheckState.Failed);

    /// <summary>Findings of all rules.</summary>
    public IReadOnlyList<Finding> Findings => [.. Results.SelectMany(result => result.Findings)];

    /// <summary>This list with one result replaced.</summary>
    public Checklist With(CheckResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new([.. Results.Select(old => old.Rule == result.Rule ? result : old)]);
    }
}
