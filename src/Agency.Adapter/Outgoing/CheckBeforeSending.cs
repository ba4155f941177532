using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing.Change;
using Agency.Adapter.Spool;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Agency.Adapter.Outgoing;

/// <summary>
/// All rules of the door without sending (mission S6). Where the hub answers, its word counts for what only it can know; while it is away, what this adapter
/// knows: its copy of the directory and its own spool. What neither knows is not checked.
/// </summary>
internal sealed class CheckBeforeSending(CheckPackage check, FindDoorFacts facts, FindTarget targets, JudgeRequests requests, IHubApi hub)
{
    /// <summary>Judges staged bytes that an agency would hand over. Nothing is kept.</summary>
    public async Task<SendingOpinion> CheckAsync(string agency, StagedContent staged, CancellationToken cancellation)
    {
        var outcome = await check.ReadAsync(staged, cancellation);
        var handOver = await check.JudgeAsync(agency, outcome, cancellation);
        var package = (outcome as ReadOutcome.Read)?.Package;
        var here = package is null ? handOver : DoorChecks.Judge(outcome, facts.Find(agency, package));

        if (package is not null && Refuse(agency, package) is { } refusal)
        {
            (handOver, here) = (Told(handOver, refusal), Told(here, refusal));
        }

        // Whether this adapter is suspended is known to the hub alone.
        here = here[CheckRule.R1].State == CheckState.Passed ? here.With(CheckResult.NotChecked(CheckRule.R1)) : here;
        var (there, answered) = MayLeave(outcome, here) ? await AskHubAsync(staged, cancellation) : (null, true);
        return new(package, there is null ? here : Join(handOver, here, there), answered);
    }

    /// <summary>What the hand-over refuses by what it knows of the documents that are spoken of.</summary>
    private Finding? Refuse(string agency, Package package) =>
        (package.Status is { } status ? requests.Answer(agency, status, targets.Find(agency, status)).Refusal : null) ?? requests.Refuse(agency, package);

    private static Checklist Told(Checklist list, Finding refusal) => list.With(CheckResult.Of(CheckRule.R11, [.. list[CheckRule.R11].Findings, refusal]));

    /// <summary>False for what the hub could not read either, and for a state secret, which does not leave the agency.</summary>
    private static bool MayLeave(ReadOutcome outcome, Checklist here) =>
        outcome is ReadOutcome.Read && !SecrecyChecks.IsSecret(here.Findings);

    private async Task<(Checklist? Opinion, bool Answered)> AskHubAsync(StagedContent staged, CancellationToken cancellation)
    {
        try
        {
            await using var content = staged.OpenRead();
            return (await hub.CheckAsync(content, cancellation), true);
        }
        catch (HubAwayException)
        {
            return (null, false);
        }
        catch (HubRefusedException refused) when (refused.Finding.Code == ErrorCatalogue.AdapterRefused.Code || refused.Finding.Code == ErrorCatalogue.AdapterSuspended.Code)
        {
            return (Checklist.Empty.With(CheckResult.Of(CheckRule.R1, [refused.Finding])), true);
        }
    }

    /// <summary>What the hand-over would refuse here stays refused: it would never come to the hub.</summary>
    private static Checklist Join(Checklist handOver, Checklist here, Checklist there) => new(
    [
        .. here.Results.Select(result =>
            there[result.Rule].State == CheckState.NotChecked || handOver[result.Rule].State == CheckState.Failed ? result : there[result.Rule]),
    ]);
}
