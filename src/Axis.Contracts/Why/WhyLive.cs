namespace Axis.Contracts.Why;

/// <summary>How a delivery stands on its way, at the moment of asking.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="AdapterCode">The adapter that serves its receiver.</param>
/// <param name="IsSuspended">An operator holds this delivery back.</param>
/// <param name="IsAdapterSuspended">The adapter is suspended.</param>
/// <param name="IsAgencySuspended">The receiving agency is suspended.</param>
/// <param name="IsAskedBack">The hub has asked the adapter to give it back and waits for the answer.</param>
/// <param name="Failures">Counted failures of the ladder so far.</param>
/// <param name="NextAttemptAt">Earliest next publication.</param>
/// <param name="AdapterSeenAt">The adapter's last sign of life; <c>null</c>: it never gave one.</param>
/// <param name="Now">The moment.</param>
public sealed record WhyLive(
    WhyPlace Place, string AdapterCode, bool IsSuspended, bool IsAdapterSuspended, bool IsAgencySuspended, bool IsAskedBack, int Failures, DateTimeOffset NextAttemptAt,
    DateTimeOffset? AdapterSeenAt, DateTimeOffset Now)
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(5);

    /// <summary>True when the adapter has given no sign of life for so long that it is taken to be away.</summary>
    public bool IsSilent => AdapterSeenAt is not { } seen || Now - seen > SilentAfter;
}

/// <summary>Where a delivery is at the hub.</summary>
public enum WhyPlace
{
    /// <summary>In the hub's queue for its adapter.</summary>
    Waiting,

    /// <summary>Held until the delivery that it is about has moved.</summary>
    Parked,

    /// <summary>Published, without a sign of its adapter.</summary>
    Published,

    /// <summary>Out of the hub's hands.</summary>
    Gone,
}
