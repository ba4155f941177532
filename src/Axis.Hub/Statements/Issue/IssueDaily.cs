using Axis.Contracts.Calendar;
using Axis.Hub.Platform.Work;
using Axis.Hub.Statements.Deliver;

namespace Axis.Hub.Statements.Issue;

/// <summary>Issues the statements of every day at the set hour of the next one; days that an outage has left out come first, in order, in the same run.</summary>
internal sealed class IssueDaily(
    IssueStatements issue, SendParcels send, StatementStore store, HubOptions options, PumpStates states, TimeProvider time, ILogger<IssueDaily> logger)
    : Pump("daily-statement", TimeSpan.FromSeconds(30), states, time, logger)
{
    protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
    {
        var day = DueOn(Time.GetUtcNow(), options.StatementHour);
        if (await store.FindLastDayAsync(cancellation) >= day)
        {
            return false;
        }

        if (await issue.RunAsync(day, null, cancellation) is IssueOutcome.Busy)
        {
            StatementLog.Busy(Logger, day);
        }

        send.Ring();
        return false;
    }

    /// <summary>The last day whose statements are due at an instant.</summary>
    internal static DateOnly DueOn(DateTimeOffset now, TimeOnly hour) =>
        VietnamTime.DateOf(now).AddDays(VietnamTime.TimeOf(now) >= hour ? -1 : -2);
}
