using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Submit;

/// <summary>What one committed batch leaves to be done, none of which has to survive.</summary>
/// <param name="Publications">Deliveries that the transaction left claimed.</param>
/// <param name="Receipts">Receipts to be sent, those of missing content included.</param>
/// <param name="Outcomes">One outcome per submission, for the counters.</param>
/// <param name="HasBacklog">True when deliveries were left waiting.</param>
/// <param name="HasOrders">True when copies are to be asked back, frozen or destroyed.</param>
internal sealed record SubmitResult(
    IReadOnlyList<Publication> Publications, IReadOnlyList<OwedReceipt> Receipts, IReadOnlyList<ReceiptOutcome> Outcomes, bool HasBacklog, bool HasOrders);
