using Agency.Adapter.Marks;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Outgoing;

/// <summary>A submission as its agency may see it.</summary>
/// <param name="SubmissionId">Id.</param>
/// <param name="Cursor">Position in the order of hand-over.</param>
/// <param name="Kind"><c>edoc</c> or <c>status</c>.</param>
/// <param name="PackageSha256">Lower-case hex of the bytes.</param>
/// <param name="PackageLength">Their length.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Try">Try it stands under.</param>
/// <param name="HandedOverAt">When it became durable here.</param>
/// <param name="CheckedBy">Who checked it before it was handed over, or <c>null</c>.</param>
/// <param name="Findings">What the adapter's own checks found.</param>
/// <param name="Receipt">The hub's answer, or <c>null</c> while there is none.</param>
/// <param name="WaitsFor">Why it has not been sent, in the outside's words; <c>null</c> when nothing is in the way.</param>
/// <param name="Receivers">One line per receiver of the receipt, with its latest states.</param>
/// <param name="Frozen">What of it was recalled or taken back, in the order in which it became void.</param>
/// <param name="AsOf">When the states were last known to be current: the hub's last sign of life while the link stood.</param>
internal sealed record SubmissionView(
    Guid SubmissionId, long Cursor, string Kind, string PackageSha256, long PackageLength, SubmissionState State, int Try,
    DateTimeOffset HandedOverAt, Checker? CheckedBy, IReadOnlyList<Finding> Findings, Receipt? Receipt, string? WaitsFor,
    IReadOnlyList<ReceiverView> Receivers, IReadOnlyList<Marking> Frozen, DateTimeOffset AsOf)
{
    /// <summary>The mark of a delivery, or <c>null</c> when it is not frozen.</summary>
    public Marking? FindFrozen(Guid? deliveryId) => Frozen.FirstOrDefault(marking => marking.DeliveryId == deliveryId);
}

/// <summary>One receiver of a submission.</summary>
/// <param name="Line">Its line on the receipt.</param>
/// <param name="State">Latest state, or <c>null</c> before the first.</param>
/// <param name="History">Every state this adapter was told, oldest first, the latest included.</param>
internal sealed record ReceiverView(ReceiptReceiver Line, DeliveryState? State, IReadOnlyList<DeliveryState> History);
