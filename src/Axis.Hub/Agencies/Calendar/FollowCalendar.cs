using Axis.Hub.Ledger;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>Brings this hub to the newest version, whoever has made it.</summary>
internal sealed class FollowCalendar(CalendarStore store, CalendarInForce calendar)
{
    /// <summary>The calendar in force, which is the newest that was committed before the call.</summary>
    public async Task<HubCalendar> FollowAsync(CancellationToken cancellation)
    {
        if (await store.FindVersionAsync(cancellation) == calendar.Current.Version)
        {
            return calendar.Current;
        }

        var newest = (await store.LoadAsync(cancellation)).Over(calendar.Settings);
        calendar.Take(newest);
        return newest;
    }
}
