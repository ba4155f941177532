using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;

namespace Axis.Hub.Flow.Submit;

/// <summary>What the door says of a package.</summary>
/// <param name="List">The checklist, R10 not among it.</param>
/// <param name="Plans">What it asks of earlier documents at each receiver, by its code; empty for what is refused and for statuses.</param>
internal sealed record DoorJudgement(Checklist List, IReadOnlyDictionary<string, ChangePlan> Plans)
{
    /// <summary>True when nothing of it is taken. A repeat (R9) is no refusal: it is accepted and answered receiver by receiver, each with the delivery that stands there (protocol.md 4).</summary>
    public bool IsRefused => List.Results.Any(result => result is { State: CheckState.Failed, Rule: not CheckRule.R9 });

    /// <summary>Receivers of whom nothing can be asked, each with its reason.</summary>
    public IReadOnlyList<ReceiptReceiver> Refusals =>
        [.. Plans.Where(plan => plan.Value.Refusal is not null).Select(plan => new ReceiptReceiver(plan.Key, ReceiverOutcome.Refused, Finding: plan.Value.Refusal))];

    /// <summary>What is told to the sender: an acceptance holds no refusal.</summary>
    public IReadOnlyList<Finding> Told => IsRefused
        ? List.Findings
        : [.. List.Findings.Select(finding => finding.Severity == Severity.Refusal ? finding with { Severity = Severity.Warning } : finding)];
}
