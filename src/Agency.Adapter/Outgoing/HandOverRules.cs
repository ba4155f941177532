using Agency.Adapter.Spool;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Outgoing;

/// <summary>The rules of protocol.md 4 on the sender's side, without any input or output.</summary>
internal static class HandOverRules
{
    /// <summary>What a hand-over under this id is.</summary>
    /// <param name="submissionId">Derived id.</param>
    /// <param name="sha256">Hash of the bytes now handed over.</param>
    /// <param name="standing">Row that stands under the id, or <c>null</c>.</param>
    public static HandOver Judge(Guid submissionId, string sha256, SubmissionRow? standing) => standing switch
    {
        null => new(submissionId, HandOverKind.New, 1),

        // A refusal pins nothing, so the agency may even bring mended bytes under its key.
        { State: SubmissionState.Refused or SubmissionState.Conflict } => new(submissionId, HandOverKind.Afresh, standing.Try + 1),
        _ when standing.PackageSha256 != sha256 => new(submissionId, HandOverKind.Conflict, standing.Try),
        _ => new(submissionId, HandOverKind.Repeat, standing.Try),
    };

    /// <summary>True when an accepted submission raises the generation: of its receivers one does not have the document now.</summary>
    /// <param name="receipt">Its receipt.</param>
    /// <param name="latest">Latest state of a delivery, or <c>null</c>.</param>
    public static bool LeftSomebodyWithout(Receipt receipt, Func<Guid, DeliveryState?> latest) =>
        receipt.Receivers.Any(line => line.Outcome == ReceiverOutcome.Refused
            || (line.DeliveryId is { } delivery && latest(delivery) is { } state && IsWithout(state)));

    private static bool IsWithout(DeliveryState state) =>
        state.Transport is "FAIL" or "VOID" || state.Business == "02";
}
