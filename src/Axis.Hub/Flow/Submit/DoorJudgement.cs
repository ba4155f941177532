using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>What the door says of a package.</summary>
/// <param name="List">The checklist, R10 not among it.</param>
/// <param name="Plans">What it asks of earlier documents at each receiver, by its code; empty for what is refused and for statuses.</param>
internal sealed record DoorJudgement(Checklist List, IReadOnlyDictionary<string, ChangePlan> Plans)
{
    /// <summary>What becomes of a status; null for a document, and where the status was refused before that mattered.</summary>
    public StatusJudgement? Status { get; init; }

    /// <summary>True when nothing of it is taken. A repeat (R9) is no refusal: it is accepted and answered receiver by receiver, each with the delivery that stands there (protocol.md 4).</summary>
    public bool IsRefused => List.Results.Any(result => result is { State: CheckState.Failed, Rule: not CheckRule.R9 });

    /// <summary>Receivers of whom nothing can be asked, each with its reason.</summary>
    public IReadOnlyList<ReceiptReceiver> Refusals =>
        Status is { Refusal: { } why } status
            ? [new(status.Receiver.Code, ReceiverOutcome.Refused, Finding: why)]
            : [.. Plans.Where(plan => plan.Value.Refusal is not null).Select(plan => new ReceiptReceiver(plan.Key, ReceiverOutcome.Refused, Finding: plan.Value.Refusal))];

    /// <summary>What is told to the sender: an acceptance holds no refusal.</summary>
    public IReadOnlyList<Finding> Told => IsRefused
        ? List.Findings
        : [.. List.Findings.Select(finding => finding.Severity == Severity.Refusal ? finding with { Severity = Severity.Warning } : finding)];
}

/// <summary>What becomes of a status.</summary>
/// <param name="Receiver">Its addressee.</param>
/// <param name="Route">Where it goes.</param>
/// <param name="Plan">What a 13 asks.</param>
internal sealed record StatusJudgement(Receiver Receiver, StatusRoute Route, ChangePlan Plan)
{
    /// <summary>Why it is refused, or null.</summary>
    public Finding? Refusal => Route is StatusRoute.Refused { Finding: var finding } ? finding : Plan.Refusal;

    /// <summary>Why it goes nowhere though it is taken, or null.</summary>
    public Finding? Remark => Route switch
    {
        StatusRoute.History { Finding: var finding } => finding,
        StatusRoute.Repeat { Finding: var finding } => finding,
        _ => null,
    };

    /// <summary>The delivery that it speaks of, or null.</summary>
    public DeliveryRow? Target => Route switch
    {
        StatusRoute.Accepted accepted => accepted.Target,
        StatusRoute.Refused refused => refused.Target,
        _ => null,
    };
}
