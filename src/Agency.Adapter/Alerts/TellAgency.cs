using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;

namespace Agency.Adapter.Alerts;

/// <summary>
/// Tells one agency's system by one way, each alert as it stands: only its newest version is owed, so nothing is overtaken. Every way has a loop of its own, and every alert its own time
/// to be tried again: what is not taken holds up nobody else.
/// </summary>
internal sealed class TellAgency(
    IAlertWay way, AlertStore alerts, Pulses pulses, AdapterMetrics metrics, TimeProvider time, AdapterOptions options, ILogger<TellAgency> log)
    : Pump(pulses.Tell(way.Agency.Code, way.Name), metrics, time, options, log)
{
    /// <summary>Days for which an alert is kept after it was closed, here and where its agency was told.</summary>
    public const int KeepDays = 30;

    private const int Together = 50;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    private DateTimeOffset forgetAt = DateTimeOffset.MinValue;
    private int failures;

    /// <summary>The way.</summary>
    public IAlertWay Way => way;

    protected override async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        if (Time.GetUtcNow() >= forgetAt)
        {
            await ForgetAsync(cancellation);
            forgetAt = Time.GetUtcNow() + ForgetEvery;
        }

        foreach (var notice in alerts.ListDue(way, Time.Now(), Together))
        {
            if (!await TellAsync(notice, cancellation))
            {
                // The next one meets the same as a rule; a system that takes some and not others is told the rest all the same.
                return BackOff.After(Options, failures++);
            }

            failures = 0;
        }

        var next = Until(alerts.FindNextDue(way));
        var forget = forgetAt - Time.GetUtcNow();
        return next < forget ? next : forget;
    }

    private async Task<bool> TellAsync(DueNoticeRow notice, CancellationToken cancellation)
    {
        if (await way.TellAsync(AlertStore.Read(notice.Body), cancellation) is not { } fault)
        {
            await alerts.MarkTakenAsync(way, notice, Time.Now());
            Metrics.AgencyTold(way.Name, NoticeOutcome.Taken);
            return true;
        }

        var now = Time.Now();
        var isOver = way.Patience is { } patience && now - notice.Since.Time() >= patience;
        await alerts.DelayAsync(way, notice, fault, isOver ? null : now + BackOff.After(Options.RetryFirst, Longest, notice.Tries));
        Metrics.AgencyTold(way.Name, isOver ? NoticeOutcome.GivenUp : NoticeOutcome.Held);
        if (isOver)
        {
            AlertLog.GivenUp(log, notice.AlertId, way.Agency.Code, way.Name, fault.Code);
        }
        else
        {
            AlertLog.NotTaken(log, notice.AlertId, way.Agency.Code, way.Name, fault.Code, notice.Tries + 1);
        }

        return false;
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        foreach (var notice in alerts.ListExpired(way, Time.Now().AddDays(-KeepDays)))
        {
            if (await way.ForgetAsync(AlertStore.Read(notice.Body), cancellation) is { } fault)
            {
                AlertLog.NotForgotten(log, notice.AlertId, way.Agency.Code, way.Name, fault.Code);
                continue;
            }

            await alerts.RemoveNoticeAsync(way, notice);
        }
    }
}
