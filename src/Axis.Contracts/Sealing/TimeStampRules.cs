namespace Axis.Contracts.Sealing;

/// <summary>
/// How far a stamped time may lie from sealed-at. One rule for the whole axis and no setting: the sender stamps by it, hub and
/// receiver judge by it.
/// </summary>
public static class TimeStampRules
{
    /// <summary>Earlier than sealed-at by at most this: no two clocks agree. The authority's is the better one.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Later than sealed-at by at most this. A seal that is to be stamped later is made anew first, with a new sealed-at
    /// (docs/decisions).
    /// </summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(5);

    /// <summary>True when the stamped time bears sealed-at out; both ends count.</summary>
    public static bool Fits(DateTimeOffset sealedAt, DateTimeOffset stampedAt) =>
        stampedAt >= sealedAt - Before && stampedAt <= sealedAt + After;
}
