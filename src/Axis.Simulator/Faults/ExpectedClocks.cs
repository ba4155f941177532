using Axis.Contracts.Calendar;
using Axis.Simulator.Days;

namespace Axis.Simulator.Faults;

/// <summary>The clocks of domain.md 6 and the warnings before them, written down a second time.</summary>
internal static class ExpectedClocks
{
    /// <summary>The finding on a letter whose receivers nobody knows (R5).</summary>
    public const string ReceiverUnknown = "AXS-1004";

    /// <summary>An adapter that says nothing for longer is silent.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(5);

    /// <summary>DONE: four office hours, urgent 30 minutes; from priority 3 on by the clock on the wall.</summary>
    public static DateTimeOffset ArriveDue(OfficeMinutes office, DateTimeOffset start, int priority) =>
        priority >= 3 ? start.AddMinutes(30) : office.After(start, TimeSpan.FromMinutes(priority == 0 ? 240 : 30));

    /// <summary>02 to 06: by the end of office hours of the working day of arrival; what comes in their last hour or on a day off counts to the next. Urgent 30 minutes.</summary>
    public static DateTimeOffset AnswerDue(OfficeMinutes office, DateTimeOffset arrived, int priority)
    {
        if (priority >= 1)
        {
            return ArriveDue(office, arrived, priority);
        }

        var day = VietnamTime.DateOf(arrived);
        var today = office.IsWorking(day) && arrived <= VietnamTime.At(day, OfficeMinutes.Close).AddHours(-1);
        return VietnamTime.At(today ? day : office.NextWorking(day), OfficeMinutes.Close);
    }

    /// <summary>15 or 16: by the end of office hours of the working day after arrival; urgent two hours.</summary>
    public static DateTimeOffset AmendDue(OfficeMinutes office, DateTimeOffset arrived, int priority) => priority switch
    {
        0 => VietnamTime.At(office.NextWorking(VietnamTime.DateOf(arrived)), OfficeMinutes.Close),
        < 3 => office.After(arrived, TimeSpan.FromHours(2)),
        _ => arrived.AddHours(2),
    };

    /// <summary>A clock warns when three quarters of its time have passed, of a watched document when one quarter has.</summary>
    public static DateTimeOffset Warning(OfficeMinutes office, DateTimeOffset start, DateTimeOffset due, int priority, bool watched)
    {
        var part = watched ? 0.25 : 0.75;
        return priority >= 3 ? start + ((due - start) * part) : office.After(start, office.Between(start, due) * part);
    }

    /// <summary>The same for PROCESSING: 15 minutes, urgent 2, by the clock on the wall.</summary>
    public static DateTimeOffset ProcessingWarning(DateTimeOffset start, int priority, bool watched) =>
        start + (TimeSpan.FromMinutes(priority == 0 ? 15 : 2) * (watched ? 0.25 : 0.75));
}
