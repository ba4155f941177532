namespace Axis.Contracts.Http;

/// <summary>A delivery in the books of its receiver's adapter. That its bytes were removed after a while, or destroyed on the hub's word, makes no difference.</summary>
/// <param name="DeliveryId">Its id.</param>
/// <param name="Kind"><c>edoc</c> or <c>status</c>.</param>
/// <param name="PackageSha256">Lower-case hex of the package.</param>
/// <param name="Attempt">Highest attempt that the copy stands for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when it stands so, by the adapter's clock, UTC.</param>
/// <param name="Agency">Code of the agency that it is offered to; <c>null</c> until that is known.</param>
/// <param name="Answer">Code of the agency's newest status about it that the hub has accepted; <c>null</c>: none, or from before answers were kept.</param>
/// <param name="AnsweredAt">When that was handed over, by the adapter's clock, UTC.</param>
public sealed record ReceivedLine(
    Guid DeliveryId, string Kind, string PackageSha256, int Attempt, ReceivedState State, DateTimeOffset Since, string? Agency = null, string? Answer = null,
    DateTimeOffset? AnsweredAt = null);

/// <summary>Where a delivery stands at its receiver's adapter.</summary>
public enum ReceivedState
{
    /// <summary>It lies in the spool; the agency's system has not taken it.</summary>
    Processing,

    /// <summary>The agency's system has it.</summary>
    Done,

    /// <summary>It could not be taken.</summary>
    Fail,

    /// <summary>It was given back.</summary>
    Cancelled,
}
