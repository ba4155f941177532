namespace Axis.Hub.Ledger;

/// <summary>The calendar that this hub goes by now: the settings' until it has followed the versions in the ledger (<c>Agencies/Calendar</c>).</summary>
internal sealed class CalendarInForce(HubCalendar settings)
{
    private volatile HubCalendar current = settings;

    /// <summary>Version 0.</summary>
    public HubCalendar Settings { get; } = settings;

    public HubCalendar Current => current;

    /// <summary>Goes by another version from now on.</summary>
    public void Take(HubCalendar version) => current = version;
}
