namespace Axis.Hub.Ledger;

/// <summary>Which clocks of a delivery run, and when the next of them has something to say; pure. Due times are the law's, what is said before them is the watch's.</summary>
internal static class Clocks
{
    private static readonly WatchClock[] All = [WatchClock.Processing, WatchClock.Arrived, WatchClock.Answered, WatchClock.Processed];

    /// <summary>The row with its next look and with what was said of clocks that run on.</summary>
    /// <param name="before">As it was read; null when it is new.</param>
    /// <param name="after">As it is after all decisions.</param>
    /// <param name="isLookedAt">True when the watch has looked: by rules that may have changed.</param>
    /// <param name="dueTimes">Says when clocks warn and breach.</param>
    /// <param name="now">The hub's clock.</param>
    public static DeliveryRow Settle(DeliveryRow? before, DeliveryRow after, bool isLookedAt, IDueTimes dueTimes, DateTimeOffset now)
    {
        if (!isLookedAt && before is not null && All.All(clock => Run(before, clock) == Run(after, clock)))
        {
            return after;
        }

        var (said, next) = (after.WatchSaid, (DateTimeOffset?)null);
        foreach (var clock in All)
        {
            if (Run(after, clock) is not { } run)
            {
                said &= ~(Bit(clock, AlertSeverity.Warn) | Bit(clock, AlertSeverity.Breach));
                continue;
            }

            var (warn, breach) = dueTimes.OfWatch(after, clock, run.Start, run.Due);
            if (before is null || Run(before, clock) != run)
            {
                // It starts anew or is due at another time: what lies ahead of it has not been said.
                said &= ~((warn >= now ? Bit(clock, AlertSeverity.Warn) : 0) | (breach >= now ? Bit(clock, AlertSeverity.Breach) : 0));
            }

            next = Earlier(next, NextOf(clock, said, warn, breach));
        }

        return after with { WatchSaid = said, WatchAt = next };
    }

    /// <summary>What has to be said of a delivery now, and what will have been said then.</summary>
    public static (IReadOnlyList<AlertCause> Causes, int Said) Look(DeliveryRow row, IDueTimes dueTimes, DateTimeOffset now)
    {
        var (causes, said) = (new List<AlertCause>(), row.WatchSaid);
        foreach (var clock in All)
        {
            if (Run(row, clock) is not { } run || NextOf(clock, said, DateTimeOffset.MinValue, DateTimeOffset.MinValue) is null)
            {
                continue;
            }

            var (warn, breach) = dueTimes.OfWatch(row, clock, run.Start, run.Due);
            var isNew = (said & Bit(clock, AlertSeverity.Warn)) == 0;
            if (breach < now)
            {
                causes.Add(new(row.DeliveryId, KindOf(row, clock), PartyOf(clock), AlertSeverity.Breach, isNew));
                said |= Bit(clock, AlertSeverity.Warn) | Bit(clock, AlertSeverity.Breach);
            }
            else if (isNew && warn < now)
            {
                causes.Add(new(row.DeliveryId, KindOf(row, clock), PartyOf(clock), AlertSeverity.Warn));
                said |= Bit(clock, AlertSeverity.Warn);
            }
        }

        return (causes, said);
    }

    /// <summary>Kinds of what was said of a delivery and is no longer so.</summary>
    public static IEnumerable<string> Ended(DeliveryRow? before, DeliveryRow after) => before is null or { WatchSaid: 0 } ? [] : All
        .Where(clock => (before.WatchSaid & Bit(clock, AlertSeverity.Warn)) != 0 && (after.WatchSaid & Bit(clock, AlertSeverity.Warn)) == 0).Select(clock => KindOf(after, clock));

    /// <summary>Kind of the alert that a clock raises.</summary>
    private static string KindOf(DeliveryRow row, WatchClock clock) => clock switch
    {
        _ when row.SenderAgencyId == HubAgency.Id => AlertKinds.StatementUndelivered,
        WatchClock.Processing => AlertKinds.NotProcessed,
        WatchClock.Arrived => AlertKinds.NotArrived,
        WatchClock.Answered => AlertKinds.NoAnswer,
        WatchClock.Processed => AlertKinds.NotDone,
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "No clock of a delivery."),
    };

    /// <summary>Who has to act.</summary>
    private static string PartyOf(WatchClock clock) => clock == WatchClock.Processing ? "adapter" : "agency";

    private static (DateTimeOffset Start, DateTimeOffset Due)? Run(DeliveryRow row, WatchClock clock)
    {
        if (row.VoidAs is not null)
        {
            return null;
        }

        var isOnItsWay = row is { Suspended: false, Transport: TransportState.Initial or TransportState.Processing } && row.Phase != DispatchPhase.Parked;
        var (start, due) = clock switch
        {
            // Of what the axis itself sends only the arrival is watched: a silent adapter is told of anyway.
            WatchClock.Processing when row.SenderAgencyId == HubAgency.Id => (row.AcceptedAt, null),
            WatchClock.Processing when isOnItsWay && row.Transport == TransportState.Initial => (row.StartedAt ?? row.AcceptedAt, row.ProcessingDue),
            WatchClock.Arrived when isOnItsWay => (row.StartedAt ?? row.AcceptedAt, row.ArriveDue),
            WatchClock.Answered when row is { Transport: TransportState.Done, AnsweredAt: null } => (row.ArrivedAt ?? row.AcceptedAt, row.AnswerDue),
            WatchClock.Processed when row is { Transport: TransportState.Done, Business: not ("02" or "06") } => (row.ArrivedAt ?? row.AcceptedAt, row.ProcessDue),
            _ => (row.AcceptedAt, (DateTimeOffset?)null),
        };
        return due is { } until ? (start, until) : null;
    }

    private static DateTimeOffset? NextOf(WatchClock clock, int said, DateTimeOffset warn, DateTimeOffset breach) =>
        (said & Bit(clock, AlertSeverity.Breach)) != 0 ? null : (said & Bit(clock, AlertSeverity.Warn)) != 0 || breach < warn ? breach : warn;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private static int Bit(WatchClock clock, AlertSeverity severity) => 1 << (((int)clock * 2) + (int)severity - 1);
}
