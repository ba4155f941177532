using Agency.Adapter.HubLink;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;

namespace Agency.Adapter.Reconcile;

/// <summary>
/// Posts the books of yesterday every night, and first those of earlier days that an outage has left out, the oldest first. A day is answered for good when it was posted once it was due; until
/// then it is tried again. A day whose books the hub refuses for good is noted, and passed over. What heals by itself is looked at again the same night, so that it does not stand on a statement when it has healed.
/// </summary>
internal sealed class ReconcilePump(PostBooks post, AdapterMetrics metrics, AdapterOptions options, TimeProvider time, ILogger<ReconcilePump> log)
    : Pump(new Pulse(time), metrics, time, options, log)
{
    /// <summary>What came while the adapter was off lies at the broker when it starts, and is no difference.</summary>
    internal static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(10);

    /// <summary>The hub asks about what it has not heard of within the hour.</summary>
    internal static readonly TimeSpan LookAgain = TimeSpan.FromHours(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private DateTimeOffset notBefore = time.GetUtcNow() + AfterStart;
    private DateTimeOffset? again;
    private int failures;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        var now = Time.GetUtcNow();
        if (now < notBefore)
        {
            return notBefore - now;
        }

        var last = ReconcileTimes.LastDue(now, Options);
        if ((NextDay(last) ?? (again <= now ? last : null)) is not { } day)
        {
            var next = ReconcileTimes.DueAt(last.AddDays(1), Options);
            return (again < next ? again.Value : next) - now;
        }

        try
        {
            var answer = await post.PostAsync(day, cancellation);
            again = day < last ? again : answer.Differences.Any(one => one.HealsByItself) ? now + LookAgain : null;
            failures = 0;
            return TimeSpan.Zero;
        }
        catch (HubRefusedException refused) when (PostBooks.IsFinal(refused))
        {
            // It would be refused again, and must not hold up the days after it.
            ReconcileLog.Refused(log, day, refused.Finding.Code, refused.Message);
            await post.RefuseAsync(day, refused.Finding);
            again = day < last ? again : null;
            return TimeSpan.Zero;
        }
        catch (Exception away) when (away is HubAwayException or HubRefusedException)
        {
            ReconcileLog.NotPosted(log, day, away.Message);
            var pause = Options.RetryLongest * Math.Pow(2, Math.Min(failures++, 10));
            notBefore = now + (pause < LongestPause ? pause : LongestPause);
            return notBefore - now;
        }
    }

    /// <summary>The oldest of the last days whose books were not answered since they were due: what was asked for in the first minutes after its end left out what was on its way then.</summary>
    private DateOnly? NextDay(DateOnly last)
    {
        var first = last.AddDays(1 - ReconcileTimes.DaysBack);
        var answered = post.List(first, last).Where(one => one.AnsweredAt >= ReconcileTimes.DueAt(one.Answer.Day, Options)).Select(one => one.Answer.Day)
            .Concat(post.ListRefused(first, last).Where(one => one.RefusedAt >= ReconcileTimes.DueAt(one.Day, Options)).Select(one => one.Day)).ToHashSet();
        return Enumerable.Range(0, ReconcileTimes.DaysBack).Select(offset => (DateOnly?)first.AddDays(offset)).FirstOrDefault(day => !answered.Contains(day!.Value));
    }
}
