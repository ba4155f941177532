using Axis.Hub.Ledger;

namespace Axis.Hub.Mail.Digest;

/// <summary>What is new about an alert.</summary>
internal enum DigestNews
{
    /// <summary>Nothing: it is open, and they know.</summary>
    None,

    /// <summary>It has opened.</summary>
    Opened,

    /// <summary>It weighs more than they were told.</summary>
    Heavier,

    /// <summary>It is about more than they were told when it opened.</summary>
    More,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>An alert in a digest.</summary>
internal sealed record DigestLine(DigestAlert Alert, DigestNews News);

/// <summary>Whether an audience is written to now.</summary>
internal abstract record DigestDecision
{
    /// <summary>No.</summary>
    public sealed record Silent : DigestDecision;

    /// <summary>Yes.</summary>
    /// <param name="Lines">What is new, and what else is open.</param>
    /// <param name="HeldUntil">The first instant at which they are written to again.</param>
    public sealed record Tell(IReadOnlyList<DigestLine> Lines, DateTimeOffset HeldUntil) : DigestDecision
    {
        /// <summary>Alerts that are open.</summary>
        public int Open => Lines.Count(line => line.Alert.ClosedAt is null);
    }
}

/// <summary>
/// A digest, not a flood, pure. The first thing to tell after a quiet time is told at once and opens a window; whatever happens within it is one message at its end, and as long as something
/// is open after that, the next window follows. However many deliveries fail, an audience gets two messages in a window.
/// </summary>
internal static class DecideDigest
{
    /// <param name="digest">When they were last written to; null: never.</param>
    /// <param name="alerts">Alerts that concern them: the open ones, and those that have ended lately.</param>
    /// <param name="told">What they were told of these.</param>
    /// <param name="now">Now.</param>
    /// <param name="window">How long a window is.</param>
    public static DigestDecision Of(
        DigestRow? digest, IReadOnlyCollection<DigestAlert> alerts, IReadOnlyDictionary<Guid, ToldRow> told, DateTimeOffset now, TimeSpan window)
    {
        // A clock that was set back must not make a window of days, and a server that is away gets one message when it is there again.
        if (digest is not null && ((digest.HeldSince <= now && now < digest.HeldUntil) || (digest.Waiting > 0 && digest.Waiting == digest.Mails)))
        {
            return new DigestDecision.Silent();
        }

        DigestLine[] lines =
        [
            .. alerts.Select(alert => new DigestLine(alert, NewsOf(alert, told.GetValueOrDefault(alert.AlertId), digest)))
                .Where(line => line.News != DigestNews.None || line.Alert.ClosedAt is null),
        ];
        return lines.All(line => line.News == DigestNews.None)
            ? new DigestDecision.Silent()
            : new DigestDecision.Tell(lines, lines.Any(line => line.Alert.ClosedAt is null) ? now + window : now);
    }

    private static DigestNews NewsOf(DigestAlert alert, ToldRow? told, DigestRow? digest)
    {
        if (told is null)
        {
            // What has come and gone unseen is told where a window was held meanwhile; alone it is nobody's business any more.
            return alert.ClosedAt is null ? DigestNews.Opened
                : digest is not null && alert.OpenedAt >= digest.HeldSince && alert.OpenedAt < digest.HeldUntil ? DigestNews.Ended
                : DigestNews.None;
        }

        if (alert.Version > told.Version)
        {
            return alert.ClosedAt is null ? DigestNews.Heavier : DigestNews.Ended;
        }

        // The count as of the end of the window that its opening began: once, for a count alone is no news.
        return alert.ClosedAt is null && !AlertKinds.Lasts(alert.Kind) && told.FirstAt == digest?.HeldSince && alert.LastSeenAt > told.LastAt ? DigestNews.More : DigestNews.None;
    }
}
