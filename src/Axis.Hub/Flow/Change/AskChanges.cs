using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Change;

/// <summary>What a document asks at one receiver: for each delivery that it is about, the step that the request takes.</summary>
/// <param name="Steps">Steps, refused ones included; empty where it is about nothing there.</param>
internal sealed record ChangePlan(IReadOnlyList<(DeliveryRow Target, ChangeCommand Command, ChangeStep Step)> Steps)
{
    /// <summary>Nothing is asked.</summary>
    public static ChangePlan Nothing { get; } = new([]);

    /// <summary>The requests that are made.</summary>
    public IEnumerable<(DeliveryRow Target, ChangeCommand Command, ChangeStep Step)> Asked =>
        Steps.Where(step => step.Step is ChangeStep.Go or ChangeStep.Wait or ChangeStep.AskBack or ChangeStep.AtOnce);

    /// <summary>Why nothing can be asked here, or null.</summary>
    public Finding? Refusal => Asked.Any() || Steps.All(step => step.Step == ChangeStep.Unrelated) ? null : Why(Steps.First(step => step.Step != ChangeStep.Unrelated));

    /// <summary>What the sender is told of those that are made, or null.</summary>
    public Finding? Remark => Asked.Select(step => step.Step switch
    {
        ChangeStep.AtOnce => Finding.Of(ErrorCatalogue.ChangeBeforeDelivery, Severity.Information, "", step.Target.DeliveryId),
        ChangeStep.AskBack => Finding.Of(ErrorCatalogue.ChangeAsksBack, Severity.Information, "", step.Target.DeliveryId),
        ChangeStep.Wait => Finding.Of(ErrorCatalogue.ChangeWaits, Severity.Information, "", step.Target.DeliveryId),
        _ => null,
    }).OfType<Finding>().FirstOrDefault();

    /// <summary>False when the carrier must wait.</summary>
    public bool IsReady => Asked.All(step => step.Step == ChangeStep.Go);

    private static Finding Why((DeliveryRow Target, ChangeCommand Command, ChangeStep Step) step) => step.Step switch
    {
        ChangeStep.RefusedVoid => Finding.Refuse(ErrorCatalogue.DeliveryVoid, "", step.Target.Cause ?? step.Target.VoidAs.ToString()),
        ChangeStep.RefusedReturned => Finding.Refuse(ErrorCatalogue.ChangeReturned, "", step.Target.ReceiverCode),
        ChangeStep.RefusedAsked => Finding.Refuse(ErrorCatalogue.ChangeAsked, "", step.Target.DeliveryId),
        ChangeStep.RefusedOpposed => Finding.Refuse(ErrorCatalogue.ChangeOpposed, "", step.Target.DeliveryId),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}

/// <summary>Plans and makes the requests of a recall, an update, a replacement or a 13 (domain.md 2.3).</summary>
internal sealed class AskChanges(DeliveryBook book)
{
    /// <summary>What a document asks at one receiver.</summary>
    /// <param name="package">The document.</param>
    /// <param name="receiver">The receiving agency's code as the package spells it; elsewhere in the package it may be spelled otherwise.</param>
    /// <param name="address">Which codes of the package mean one agency.</param>
    /// <param name="sent">What its sender has sent there under an id, void and refused deliveries too.</param>
    public ChangePlan Of(Package package, string receiver, Addressing address, Func<string, IReadOnlyList<DeliveryRow>> sent)
    {
        if (package.Business is not { DocType: not BusinessDocType.New } business)
        {
            return ChangePlan.Nothing;
        }

        var command = CommandOf(business, receiver, address);
        var ids = business.DocType == BusinessDocType.Replacement
            ? business.Replacements.Where(one => one.OrganIds.Count == 0 || one.OrganIds.Any(code => address.AreSame(code, receiver))).Select(one => one.DocumentId)
            : Axis.Contracts.Checks.DoorFacts.DocumentIdsOf(package);
        var targets = ids.Distinct(StringComparer.Ordinal).SelectMany(id => Standing(sent(id)));
        return new([.. targets.Select(target => (target, command, Step(command, target)))]);
    }

    /// <summary>What a 13 asks.</summary>
    public ChangePlan OfTakeBack(DeliveryRow target) => new([(target, ChangeCommand.TakeBack, Step(ChangeCommand.TakeBack, target))]);

    /// <summary>Receivers that an update drops without telling them, though they may have the document.</summary>
    /// <param name="package">The update, or any other package.</param>
    /// <param name="address">Which codes of the package mean one agency.</param>
    /// <param name="sent">All that the sender has sent under an id.</param>
    public IReadOnlyList<string> Untold(Package package, Addressing address, Func<string, IReadOnlyList<DeliveryRow>> sent) =>
        [.. DroppedUntold(package, address, sent).Where(target => Step(ChangeCommand.Drop, target) != ChangeStep.AtOnce).Select(target => target.ReceiverCode)];

    /// <summary>Ends the deliveries of such receivers that never left the hub.</summary>
    /// <param name="package">The update, or any other package.</param>
    /// <param name="address">Which codes of the package mean one agency.</param>
    /// <param name="sent">All that the sender has sent under an id.</param>
    /// <param name="source">Who says so.</param>
    public void Drop(Package package, Addressing address, Func<string, IReadOnlyList<DeliveryRow>> sent, string source)
    {
        foreach (var target in DroppedUntold(package, address, sent).Where(target => Step(ChangeCommand.Drop, target) == ChangeStep.AtOnce))
        {
            book.Decide(target.DeliveryId, new DeliveryInput.Voided(VoidCause.Recalled, package.Business!.Reason ?? "", source));
        }
    }

    /// <summary>Makes the requests of a plan; what never left the hub is void from here on.</summary>
    /// <param name="plan">A plan that is not refused.</param>
    /// <param name="carrier">The delivery that carries them.</param>
    /// <param name="submission">The submission that made it.</param>
    /// <param name="reason">The sender's reason.</param>
    /// <param name="source">The sender.</param>
    /// <param name="follow">Ends what ends at once.</param>
    /// <returns>The cancels to be opened.</returns>
    public IReadOnlyList<CancelRow> Make(ChangePlan plan, Guid carrier, Guid submission, string reason, string source, FollowChanges follow)
    {
        var cancels = new List<CancelRow>();
        foreach (var (target, command, step) in plan.Asked)
        {
            var request = new ChangeRow
            {
                CarrierId = carrier, TargetId = target.DeliveryId, SubmissionId = submission, Command = command, Waits = step is ChangeStep.Wait or ChangeStep.AskBack,
                Reason = reason, OpenedAt = book.Now, Since = book.Now,
            };
            book.Changes.Open(request);
            book.Decide(target.DeliveryId, new DeliveryInput.ChangeNoted(EventKinds.ChangeAsked, $"{command}: {reason}", source));
            if (step == ChangeStep.AtOnce)
            {
                follow.Agree(request, null, null, source, isHeld: false);
            }
            else if (step == ChangeStep.AskBack)
            {
                cancels.Add(new CancelRow
                {
                    DeliveryId = target.DeliveryId, AdapterCode = target.AdapterCode, Attempt = target.Attempt, Purpose = CancelPurpose.Withdrawn,
                    OpenedAt = book.Now, NextSendAt = book.Now,
                });
            }
        }

        return cancels;
    }

    private static IReadOnlyList<DeliveryRow> DroppedUntold(Package package, Addressing address, Func<string, IReadOnlyList<DeliveryRow>> sent) =>
        package.Business is { DocType: BusinessDocType.Update, DocumentId: { } id } business
            ? [.. Dropped(business).Where(code => !package.Receivers.Any(receiver => address.AreSame(receiver, code)))
                .SelectMany(code => sent(id).Where(row => row.VoidAs is null && (row.ReceiverCode == code || address.Means(code, row.ReceiverAgencyId)))).Distinct()]
            : [];

    private ChangeStep Step(ChangeCommand command, DeliveryRow target) =>
        ChangeMachine.Ask(command, book.Find(target.DeliveryId) ?? target, book.Changes.About(target.DeliveryId));

    /// <summary>All versions that stand, also one that was refused or has failed; where none does, the newest, which says what became of it.</summary>
    private static DeliveryRow[] Standing(IReadOnlyList<DeliveryRow> sent)
    {
        var newestFirst = sent.OrderByDescending(row => row.AcceptedAt).ThenByDescending(row => row.DeliveryId).ToArray();
        var standing = Array.FindAll(newestFirst, row => row.VoidAs is null);
        return standing.Length == 0 ? [.. newestFirst.Take(1)] : standing;
    }

    private static ChangeCommand CommandOf(Business business, string receiver, Addressing address) => business.DocType switch
    {
        BusinessDocType.Recall => ChangeCommand.Recall,
        BusinessDocType.Update => Dropped(business).Any(code => address.AreSame(code, receiver)) ? ChangeCommand.Drop : ChangeCommand.Update,
        BusinessDocType.Replacement => ChangeCommand.Replace,
        _ => throw new ArgumentOutOfRangeException(nameof(business)),
    };

    private static IEnumerable<string> Dropped(Business business) =>
        business.DocumentInfo?.Receivers.Where(change => change.ReceiverType == 0).Select(change => change.OrganId) ?? [];
}
