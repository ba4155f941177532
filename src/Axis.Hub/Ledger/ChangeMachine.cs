using Axis.Contracts.Wire;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Ledger;

/// <summary>What a request meets at one delivery.</summary>
internal enum ChangeStep
{
    /// <summary>Its carrier goes out.</summary>
    Go,

    /// <summary>Its carrier waits until the target is past INITIAL.</summary>
    Wait,

    /// <summary>The target is asked back; the carrier waits for the answer.</summary>
    AskBack,

    /// <summary>The target never left the hub: both are void at once.</summary>
    AtOnce,

    /// <summary>The target is void; a replacement goes without it.</summary>
    Unrelated,

    /// <summary>The target is void.</summary>
    RefusedVoid,

    /// <summary>The receiver has returned the target by 02.</summary>
    RefusedReturned,

    /// <summary>The same is asked already.</summary>
    RefusedAsked,

    /// <summary>The target is being withdrawn.</summary>
    RefusedOpposed,
}

/// <summary>
/// Requests about a delivery (domain.md 2.3, protocol.md 3 "Order"), pure: which step a request takes by the state of its target, and which status answers it.
/// </summary>
internal static class ChangeMachine
{
    /// <summary>True for what ends the document at its receiver: 13, a recall, and an update that drops the receiver.</summary>
    public static bool Withdraws(ChangeCommand command) => command is ChangeCommand.TakeBack or ChangeCommand.Recall or ChangeCommand.Drop;

    /// <summary>Why the target is void once the request is agreed to.</summary>
    public static VoidCause CauseOf(ChangeCommand command) => command switch
    {
        ChangeCommand.TakeBack => VoidCause.TakenBack,
        ChangeCommand.Recall or ChangeCommand.Drop => VoidCause.Recalled,
        ChangeCommand.Update or ChangeCommand.Replace => VoidCause.Superseded,
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>Decides the step of a new request.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="target">The delivery it is about.</param>
    /// <param name="others">Earlier requests about it.</param>
    public static ChangeStep Ask(ChangeCommand command, DeliveryRow target, IReadOnlyCollection<ChangeRow> others)
    {
        var withdraws = Withdraws(command);
        if (target.VoidAs is not null)
        {
            return command == ChangeCommand.Replace ? ChangeStep.Unrelated : ChangeStep.RefusedVoid;
        }

        var withdrawing = others.Where(other => other.IsOpen && Withdraws(other.Command)).Select(other => other.Command).ToHashSet();
        if (!withdraws && withdrawing.Count > 0)
        {
            return ChangeStep.RefusedOpposed;
        }

        // A recall is the law's word and passes a plea to give back; nothing passes a recall.
        if (withdraws && (withdrawing.Contains(command) || withdrawing.Contains(ChangeCommand.Recall)))
        {
            return ChangeStep.RefusedAsked;
        }

        if (withdraws && target.Business == StatusCodes.Refused)
        {
            return ChangeStep.RefusedReturned;
        }

        return (target.Transport, withdraws) switch
        {
            (TransportState.Done, _) => ChangeStep.Go,
            (TransportState.Initial, false) => ChangeStep.Wait,
            (_, false) => ChangeStep.Go,
            _ => target.EverClaimed ? ChangeStep.AskBack : ChangeStep.AtOnce,
        };
    }

    /// <summary>
    /// What a status of the receiver says to a request: 15 yes, 16 no; to a recall also 03 and 02 (domain.md 2.3), once the receiver has it; <c>null</c>: nothing. A later 15 passes an
    /// earlier 16.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="code">National code.</param>
    /// <param name="namesCarrier">True when the status names the carrier, false when it names the target.</param>
    /// <param name="sealedAt">When the status was sealed.</param>
    public static ChangeStatus? Answer(ChangeRow request, string code, bool namesCarrier, DateTimeOffset sealedAt)
    {
        // What has not left the hub nobody can have answered.
        if (request.Waits || !(request.IsOpen || (request.Status == ChangeStatus.Refused && code == StatusCodes.Agreed)))
        {
            return null;
        }

        var heard = namesCarrier || (request.DeliveredAt is { } delivered && sealedAt >= delivered);
        return (code, request.Command) switch
        {
            (StatusCodes.Agreed, _) => ChangeStatus.Agreed,
            (StatusCodes.Disagreed, _) => ChangeStatus.Refused,
            (StatusCodes.Accepted, ChangeCommand.Recall or ChangeCommand.Drop) when heard => ChangeStatus.Agreed,
            (StatusCodes.Refused, ChangeCommand.Recall or ChangeCommand.Drop) when heard => ChangeStatus.Refused,

            // A 02 to a replacement returns that document: it has taken the place of the other one as soon as it arrived, in whatever order the hub hears of both.
            (StatusCodes.Refused, ChangeCommand.Update) when namesCarrier => ChangeStatus.Refused,
            _ => null,
        };
    }
}
