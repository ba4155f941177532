using Axis.Contracts.Checks;
using Axis.Contracts.Errors;
using Axis.Hub.Flow.Change;

namespace Axis.Hub.Flow.Submit;

/// <summary>The door's one judgement: of a submission inside its transaction, and of a package that is only checked. It changes nothing.</summary>
internal static class JudgeAtDoor
{
    /// <param name="question">The package.</param>
    /// <param name="before">What the ledger knows of its sender's documents.</param>
    /// <param name="changes">Plans what it asks of them.</param>
    public static DoorJudgement Decide(DoorQuestion question, SentBefore before, AskChanges changes)
    {
        var list = DoorChecks.Extend(question.OfBytes, question.Package, question.Sha256, before.FactsOf(question));
        if (new DoorJudgement(list, NoPlans).IsRefused || question is not { Package.Edoc: not null, Address.Speaker: { } sender })
        {
            return new(list, NoPlans);
        }

        var plans = question.Address.Receivers.ToDictionary(receiver => receiver.Code, receiver => changes.Of(question.Package, receiver.Code, question.Address, id =>
            [.. before.SentUnder(sender, id).Where(row => receiver.Party.Is(row.ReceiverAgencyId))]), StringComparer.Ordinal);
        Finding[] found =
        [
            .. Refusals(plans),
            .. changes.Untold(question.Package, question.Address, id => before.SentUnder(sender, id)).Select(code => Finding.Warn(ErrorCatalogue.ChangeDropUntold, "", code)),
        ];
        return new(found.Length == 0 ? list : list.With(CheckResult.Of(CheckRule.R11, [.. list[CheckRule.R11].Findings, .. found])), plans);
    }

    private static IReadOnlyDictionary<string, ChangePlan> NoPlans { get; } = new Dictionary<string, ChangePlan>();

    /// <summary>Where something can be asked of others, what cannot be asked of one receiver refuses nothing.</summary>
    private static IEnumerable<Finding> Refusals(Dictionary<string, ChangePlan> plans)
    {
        var refusals = plans.Values.Select(plan => plan.Refusal).OfType<Finding>().ToArray();
        return refusals.DistinctBy(finding => finding.Code)
            .Select(finding => refusals.Length == plans.Count ? finding : finding with { Severity = Severity.Warning });
    }
}
