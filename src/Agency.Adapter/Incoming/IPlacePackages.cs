using Agency.Adapter.Marks;

namespace Agency.Adapter.Incoming;

/// <summary>
/// Port of an interface that pushes. The engine calls the steps of protocol.md 10, row 13 in order and keeps the state between
/// them; every step may be run again after a crash and must end the same.
/// </summary>
internal interface IPlacePackages
{
    /// <summary>The interface it serves.</summary>
    InboundInterface Interface { get; }

    /// <summary>Writes the package where the agency does not see it, whole and synced. Overwrites an earlier part.</summary>
    /// <exception cref="IOException">No room or no folder: tried again later.</exception>
    Task StageAsync(InboxItem item, Stream package, AgencyOptions agency, CancellationToken cancellation);

    /// <summary>Shows the staged package and syncs; a part that is gone was shown before. Called after PLACING is durable.</summary>
    Task PlaceAsync(InboxItem item, AgencyOptions agency, CancellationToken cancellation);

    /// <summary>
    /// Takes a destroyed package away from where the agency sees it, or would have, if what lies there is still it, and leaves a word about why. What the agency
    /// has moved or changed is its own.
    /// </summary>
    /// <exception cref="IOException">No folder: tried again later.</exception>
    Task WithdrawAsync(InboxItem item, Marking why, AgencyOptions agency, CancellationToken cancellation);

    /// <summary>Removes a part that was given back before it was shown; absent is fine.</summary>
    Task DiscardAsync(Guid deliveryId, AgencyOptions agency, CancellationToken cancellation);
}
