namespace Axis.Contracts.Http;

/// <summary>A submission in an adapter's books.</summary>
/// <param name="SubmissionId">Its id.</param>
/// <param name="Agency">Code of the agency that handed it over.</param>
/// <param name="PackageSha256">Lower-case hex of the package.</param>
/// <param name="State">Where it stands at the adapter.</param>
/// <param name="Since">Since when it stands so, by the adapter's clock, UTC.</param>
/// <param name="Deliveries">Of an accepted one, the deliveries that its receipt made, as the hub last told them.</param>
public sealed record SentLine(
    Guid SubmissionId, string Agency, string PackageSha256, SentState State, DateTimeOffset Since, IReadOnlyList<SentDelivery> Deliveries);

/// <summary>A delivery of an accepted submission, as its sender's adapter knows it.</summary>
/// <param name="DeliveryId">Its id.</param>
/// <param name="Version">Version of the state; 0: none was told.</param>
/// <param name="Transport">INITIAL, PROCESSING, DONE, FAIL or VOID; empty with version 0.</param>
/// <param name="Business">Code 01..16, or <c>null</c>.</param>
public sealed record SentDelivery(Guid DeliveryId, long Version, string Transport, string? Business = null);

/// <summary>Where a submission stands at its adapter.</summary>
public enum SentState
{
    /// <summary>Not confirmed by the broker.</summary>
    Waiting,

    /// <summary>Confirmed by the broker; no receipt yet.</summary>
    Sent,

    /// <summary>Accepted by receipt.</summary>
    Accepted,

    /// <summary>Refused by receipt.</summary>
    Refused,

    /// <summary>The hub has other bytes under its id.</summary>
    Conflict,
}
