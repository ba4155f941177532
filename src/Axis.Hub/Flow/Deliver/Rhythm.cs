using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// When a question to an adapter is repeated: after 2, 4, 8 .. 60 minutes, and only after a heartbeat newer than the last one,
/// so that nothing piles up for an adapter that is off (protocol.md 6).
/// </summary>
internal static class Rhythm
{
    /// <summary>True when an order is to be sent now that its time has come: never sent, sent to another spool, or the adapter has been heard since.</summary>
    public static bool IsWanted(DateTimeOffset? sentAt, Guid? sentToSpool, AdapterLinkRow? link) =>
        sentAt is not { } sent || (link?.SpoolId is { } spool && spool != sentToSpool) || link?.HeartbeatAt > sent;

    /// <param name="first">The first step; 2 minutes but in tests.</param>
    /// <param name="sends">How often it was sent already, from 1.</param>
    public static TimeSpan After(TimeSpan first, int sends)
    {
        var longest = first * 30;
        var step = first * Math.Pow(2, Math.Clamp(sends - 1, 0, 10));
        return step < longest ? step : longest;
    }

    public static bool IsDue(DateTimeOffset sentAt, TimeSpan first, int sends, DateTimeOffset? heartbeatAt, DateTimeOffset now) =>
        now >= sentAt + After(first, sends) && heartbeatAt > sentAt;
}
