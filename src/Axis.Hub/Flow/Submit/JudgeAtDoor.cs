using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Route;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>The door's one judgement: of a submission inside its transaction, and of a package that is only checked. It changes nothing.</summary>
internal static class JudgeAtDoor
{
    /// <param name="question">The package.</param>
    /// <param name="before">What the ledger knows of its sender's documents.</param>
    /// <param name="spoken">What it knows of the deliveries that a status speaks of.</param>
    /// <param name="changes">Plans what it asks of them.</param>
    public static DoorJudgement Decide(DoorQuestion question, SentBefore before, SpokenOf spoken, AskChanges changes)
    {
        var facts = before.FactsOf(question);
        var list = DoorChecks.Extend(
            question.OfBytes, question.Package, question.Sha256, spoken.AskedBackBy(question) is { } document ? facts with { Amended = [document] } : facts);
        if (new DoorJudgement(list, NoPlans).IsRefused || question.Address.Speaker is not { } sender)
        {
            return new(list, NoPlans);
        }

        if (question is { Package.Status: { } status, Address.Receivers: [var addressee, ..] })
        {
            return OfStatus(question, status, list, sender, addressee, spoken, changes);
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

    /// <summary>Where a status goes is told under R11, that it was said before under R9.</summary>
    private static DoorJudgement OfStatus(
        DoorQuestion question, StatusHeader status, Checklist list, Party sender, Receiver addressee, SpokenOf spoken, AskChanges changes)
    {
        var route = JudgeStatus.Decide(question.Target, status, sender, addressee.Party, spoken.FactsOf(question));
        var plan = route is StatusRoute.Forward { Target: var target } && status.StatusCode == StatusCodes.TakeBack ? changes.OfTakeBack(target) : ChangePlan.Nothing;
        var judged = new StatusJudgement(addressee, route, plan);
        list = judged.Refusal is { } refusal
            ? list.With(CheckResult.Of(CheckRule.R11, [.. list[CheckRule.R11].Findings, refusal]))
            : list.With(CheckResult.Of(CheckRule.R9, [.. new[] { judged.Remark }.OfType<Finding>()])).With(CheckResult.Of(CheckRule.R11, list[CheckRule.R11].Findings));
        return new(list, NoPlans) { Status = judged };
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
