namespace Axis.Hub.Ledger;

/// <summary>
/// Where a delivery stands on its way out (protocol.md 6). The window of an adapter is what is claimed or
/// published without a sign of its attempt; everything waiting is the backlog.
/// </summary>
public enum DispatchPhase
{
    /// <summary>May be claimed once <c>NextAttemptAt</c> has come.</summary>
    Waiting = 0,

    /// <summary>Claimed by a hub until <c>ClaimedUntil</c>; another hub may take it after that.</summary>
    Claimed = 1,

    /// <summary>Published and confirmed, no sign of this attempt yet.</summary>
    Published = 2,

    /// <summary>The adapter gave a sign (PROCESSING or DONE) of this attempt: the window's place is free.</summary>
    Held = 3,

    /// <summary>Nothing to send: DONE, FAIL or void.</summary>
    Resting = 4,

    /// <summary>A request that waits for the delivery it is about (protocol.md 3, "Order"): no part of the backlog until it is released.</summary>
    Parked = 5,
}
