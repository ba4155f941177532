using System.Globalization;
using Axis.Contracts.Calendar;

namespace Axis.Contracts.Tests.Calendar;

/// <summary>Rows read "date time" in Vietnam; a trailing ~ marks a provisional due time.</summary>
public class DeadlinesTests
{
    private static readonly Deadlines Usual = new(WorkingCalendar.National, OfficeHours.Default);

    [Theory]
    [InlineData("an ordinary Thursday", "2026-11-26", 0, "2026-11-27 12:00")]
    [InlineData("a Friday", "2026-11-27", 0, "2026-11-30 12:00")]
    [InlineData("a Saturday", "2026-11-28", 0, "2026-11-30 12:00")]
    [InlineData("a Sunday", "2026-11-29", 0, "2026-11-30 12:00")]
    [InlineData("before a single holiday", "2026-11-23", 0, "2026-11-25 12:00")]
    [InlineData("on a holiday", "2026-11-24", 0, "2026-11-25 12:00")]
    [InlineData("before Tet", "2026-02-13", 0, "2026-02-23 12:00")]
    [InlineData("before a worked Saturday", "2026-08-21", 0, "2026-08-22 12:00")]
    [InlineData("on a worked Saturday", "2026-08-22", 0, "2026-08-24 12:00")]
    [InlineData("before a day given off", "2026-08-28", 0, "2026-09-03 12:00")]
    [InlineData("New Year's Eve", "2025-12-31", 0, "2026-01-05 12:00")]
    [InlineData("New Year's Eve before a computed row", "2026-12-31", 0, "2027-01-04 12:00~")]
    [InlineData("across Tet 2027, decided", "2027-02-03", 0, "2027-02-11 12:00")]
    [InlineData("across a computed holiday", "2027-04-29", 0, "2027-05-04 12:00~")]
    [InlineData("plain days of 2027", "2027-03-09", 0, "2027-03-10 12:00")]
    [InlineData("the last day covered", "2027-12-31", 0, "2028-01-03 12:00~")]
    [InlineData("a year not covered", "2031-05-14", 0, "2031-05-15 12:00~")]
    [InlineData("urgent", "2026-11-26", 1, "2026-11-27 00:00")]
    [InlineData("urgent on a Saturday", "2026-11-28", 3, "2026-11-29 00:00")]
    [InlineData("the last day of all", "9999-12-31", 0, "9999-12-31 12:00~")]
    [InlineData("the first day of all", "0001-01-01", 0, "0001-01-02 12:00~")]
    public void Sending(string name, string signedOn, int priority, string due) => Shown(Usual.OfSending(Day(signedOn), priority)).ShouldBe(due, name);

    [Theory]
    [InlineData("in the morning", "2026-11-26 08:00", 0, "2026-11-26 08:15", "2026-11-26 14:00")]
    [InlineData("a full morning ends at its end", "2026-11-26 07:30", 0, "2026-11-26 07:45", "2026-11-26 11:30")]
    [InlineData("before opening", "2026-11-26 03:00", 0, "2026-11-26 03:15", "2026-11-26 11:30")]
    [InlineData("at noon", "2026-11-26 12:10", 0, "2026-11-26 12:25", "2026-11-26 17:30")]
    [InlineData("across the night", "2026-11-26 16:30", 0, "2026-11-26 16:45", "2026-11-27 10:30")]
    [InlineData("across the weekend", "2026-11-27 16:30", 0, "2026-11-27 16:45", "2026-11-30 10:30")]
    [InlineData("in the night", "2026-11-26 23:50", 0, "2026-11-27 00:05", "2026-11-27 11:30")]
    [InlineData("on a Sunday", "2026-11-29 09:00", 0, "2026-11-29 09:15", "2026-11-30 11:30")]
    [InlineData("across Tet", "2026-02-13 17:00", 0, "2026-02-13 17:15", "2026-02-23 11:00")]
    [InlineData("on a worked Saturday", "2026-08-22 15:30", 0, "2026-08-22 15:45", "2026-08-24 09:30")]
    [InlineData("urgent in office hours", "2026-11-26 11:20", 1, "2026-11-26 11:22", "2026-11-26 13:50")]
    [InlineData("urgent after hours", "2026-11-27 17:20", 2, "2026-11-27 17:22", "2026-11-30 07:50")]
    [InlineData("hoa toc after hours", "2026-11-27 17:20", 3, "2026-11-27 17:22", "2026-11-27 17:50")]
    [InlineData("hoa toc at Tet", "2026-02-17 01:00", 4, "2026-02-17 01:02", "2026-02-17 01:30")]
    [InlineData("across a computed holiday", "2027-04-29 17:00", 0, "2027-04-29 17:15", "2027-05-04 11:00~")]
    [InlineData("a year not covered", "2030-07-03 16:30", 0, "2030-07-03 16:45", "2030-07-04 10:30~")]
    [InlineData("New Year's Eve, across a swap", "2025-12-31 16:30", 0, "2025-12-31 16:45", "2026-01-05 10:30")]
    [InlineData("New Year's Eve before a computed row", "2026-12-31 16:30", 0, "2026-12-31 16:45", "2027-01-04 10:30~")]
    [InlineData("the end of the last day covered", "2027-12-31 17:00", 0, "2027-12-31 17:15", "2028-01-03 11:00~")]
    [InlineData("into a worked Saturday", "2026-08-21 16:30", 0, "2026-08-21 16:45", "2026-08-22 10:30")]
    [InlineData("across a day given off", "2026-08-28 16:30", 0, "2026-08-28 16:45", "2026-09-03 10:30")]
    [InlineData("urgent across Tet", "2026-02-13 17:20", 1, "2026-02-13 17:22", "2026-02-23 07:50")]
    [InlineData("urgent on a worked Saturday", "2026-08-22 17:10", 2, "2026-08-22 17:12", "2026-08-24 07:40")]
    [InlineData("hoa toc on New Year's Eve", "2025-12-31 23:50", 3, "2025-12-31 23:52", "2026-01-01 00:20")]
    public void Arrival(string name, string accepted, int priority, string processing, string done)
    {
        var due = Usual.OfArrival(At(accepted), priority);

        Shown(due.Processing).ShouldBe(processing, name);
        Shown(due.Done).ShouldBe(done, name);
    }

    [Theory]
    [InlineData("in the morning", "2026-11-26 08:00", 0, "2026-11-26 17:30")]
    [InlineData("before opening", "2026-11-26 02:00", 0, "2026-11-26 17:30")]
    [InlineData("an hour before the end still counts", "2026-11-26 16:30", 0, "2026-11-26 17:30")]
    [InlineData("a second later does not", "2026-11-26 16:30:01", 0, "2026-11-27 17:30")]
    [InlineData("after the end", "2026-11-26 18:00", 0, "2026-11-27 17:30")]
    [InlineData("the last hour of a Friday", "2026-11-27 17:00", 0, "2026-11-30 17:30")]
    [InlineData("on a Saturday", "2026-11-28 08:00", 0, "2026-11-30 17:30")]
    [InlineData("on a worked Saturday", "2026-08-22 16:30", 0, "2026-08-22 17:30")]
    [InlineData("on a holiday", "2026-11-24 08:00", 0, "2026-11-25 17:30")]
    [InlineData("at Tet", "2026-02-16 08:00", 0, "2026-02-23 17:30")]
    [InlineData("New Year's Eve in the last hour", "2026-12-31 17:00", 0, "2027-01-04 17:30~")]
    [InlineData("urgent", "2026-11-26 08:00", 1, "2026-11-26 08:30")]
    [InlineData("urgent at the end of the day", "2026-11-26 17:15", 2, "2026-11-27 07:45")]
    [InlineData("hoa toc at night", "2026-11-26 23:45", 3, "2026-11-27 00:15")]
    [InlineData("the last hour before a worked Saturday", "2026-08-21 16:31", 0, "2026-08-22 17:30")]
    [InlineData("the last hour of a worked Saturday", "2026-08-22 16:31", 0, "2026-08-24 17:30")]
    [InlineData("the last hour before Tet", "2026-02-13 17:00", 0, "2026-02-23 17:30")]
    [InlineData("on a day given off", "2026-08-31 09:00", 0, "2026-09-03 17:30")]
    [InlineData("the last hour is no matter of urgency", "2026-11-26 16:45", 1, "2026-11-26 17:15")]
    [InlineData("urgent in the last minutes before Tet", "2026-02-13 17:25", 2, "2026-02-23 07:55")]
    public void Answer(string name, string arrived, int priority, string due) => Shown(Usual.OfAnswer(At(arrived), priority)).ShouldBe(due, name);

    [Theory]
    [InlineData("a working day", "2026-11-26", 0, "2026-11-26 17:30")]
    [InlineData("a Sunday", "2026-11-29", 0, "2026-11-30 17:30")]
    [InlineData("a Sunday, hoa toc", "2026-11-29", 4, "2026-11-29 17:30")]
    [InlineData("a holiday", "2026-11-24", 2, "2026-11-25 17:30")]
    [InlineData("a computed holiday", "2027-04-30", 0, "2027-05-04 17:30~")]
    [InlineData("a year not covered", "2029-06-05", 0, "2029-06-05 17:30~")]
    [InlineData("a worked Saturday", "2026-08-22", 0, "2026-08-22 17:30")]
    [InlineData("a day given off", "2026-08-31", 0, "2026-09-03 17:30")]
    [InlineData("in Tet", "2026-02-17", 1, "2026-02-23 17:30")]
    [InlineData("New Year's Eve", "2026-12-31", 0, "2026-12-31 17:30")]
    [InlineData("the last day of all", "9999-12-31", 0, "9999-12-31 17:30~")]
    public void Processing(string name, string dueDate, int priority, string due) =>
        Shown(Usual.OfProcessing(Day(dueDate), priority).ShouldNotBeNull(name)).ShouldBe(due, name);

    [Fact]
    public void Processing_is_off_without_a_due_date() => Usual.OfProcessing(null, 0).ShouldBeNull();

    [Theory]
    [InlineData("in the morning", "2026-11-26 08:00", 0, "2026-11-27 17:30")]
    [InlineData("late on a Friday", "2026-11-27 23:00", 0, "2026-11-30 17:30")]
    [InlineData("on a Sunday", "2026-11-29 08:00", 0, "2026-11-30 17:30")]
    [InlineData("before Tet", "2026-02-13 08:00", 0, "2026-02-23 17:30")]
    [InlineData("urgent", "2026-11-26 10:30", 1, "2026-11-26 14:30")]
    [InlineData("urgent in the evening", "2026-11-26 16:30", 2, "2026-11-27 08:30")]
    [InlineData("hoa toc in the evening", "2026-11-26 16:30", 3, "2026-11-26 18:30")]
    [InlineData("New Year's Eve, across a swap", "2025-12-31 08:00", 0, "2026-01-05 17:30")]
    [InlineData("New Year's Eve before a computed row", "2026-12-31 08:00", 0, "2027-01-04 17:30~")]
    [InlineData("before a worked Saturday", "2026-08-21 08:00", 0, "2026-08-22 17:30")]
    [InlineData("urgent across Tet", "2026-02-13 16:30", 1, "2026-02-23 08:30")]
    [InlineData("a year not covered", "2030-07-03 08:00", 0, "2030-07-04 17:30~")]
    public void Amendment(string name, string arrived, int priority, string due) => Shown(Usual.OfAmendment(At(arrived), priority)).ShouldBe(due, name);

    [Fact]
    public void Counts_by_the_hours_of_the_agency()
    {
        var early = new Deadlines(WorkingCalendar.National, OfficeHours.Read("07:00-15:00")!);

        Shown(early.OfAnswer(At("2026-11-26 14:00"), 0)).ShouldBe("2026-11-26 15:00");
        Shown(early.OfAnswer(At("2026-11-26 14:01"), 0)).ShouldBe("2026-11-27 15:00");
        Shown(early.OfArrival(At("2026-11-26 13:00"), 0).Done).ShouldBe("2026-11-27 09:00");
    }

    [Fact]
    public void Comes_to_an_end_in_a_calendar_without_working_days()
    {
        var start = Day("2026-01-01");
        var none = new WorkingCalendar(Enumerable.Range(0, 400).Select(day =>
            new CalendarDay(start.AddDays(day), CalendarDayKind.Holiday, "Nghỉ", "Off", CalendarConfidence.Computed, "test")));

        Should.NotThrow(() => new Deadlines(none, OfficeHours.Default).OfArrival(At("2026-02-02 08:00"), 0)).Done.IsProvisional.ShouldBeTrue();
    }

    [Fact]
    public void The_zone_in_which_an_instant_is_written_does_not_count() =>
        Usual.OfAnswer(At("2026-11-26 16:30").ToUniversalTime(), 0).ShouldBe(Usual.OfAnswer(At("2026-11-26 16:30"), 0));

    /// <summary>The machine runs in UTC: the day is Vietnam's, which begins at 17:00 there.</summary>
    [Theory]
    [InlineData("2026-11-26T09:30:00Z", "2026-11-26 17:30")]
    [InlineData("2026-11-26T16:59:59Z", "2026-11-27 17:30")]
    [InlineData("2026-11-26T23:30:00Z", "2026-11-27 17:30")]
    [InlineData("2026-11-27T16:59:59Z", "2026-11-30 17:30")]
    [InlineData("2026-11-29T17:00:00Z", "2026-11-30 17:30")]
    [InlineData("2025-12-31T17:30:00Z", "2026-01-05 17:30")]
    public void The_day_is_that_of_Vietnam_whatever_day_it_is_in_UTC(string arrived, string due) =>
        Shown(Usual.OfAnswer(DateTimeOffset.Parse(arrived, CultureInfo.InvariantCulture), 0)).ShouldBe(due);

    /// <summary>The same clock before and after Monday 30 November is given off for Saturday 28.</summary>
    [Theory]
    [InlineData("before it", "2026-11-26 08:00", "2026-11-26 14:00", "2026-11-26 14:00")]
    [InlineData("into the Saturday", "2026-11-27 16:30", "2026-11-30 10:30", "2026-11-28 10:30")]
    [InlineData("across the Monday", "2026-11-28 16:30", "2026-11-30 11:30", "2026-12-01 10:30")]
    [InlineData("on the Sunday", "2026-11-29 08:00", "2026-11-30 11:30", "2026-12-01 11:30")]
    [InlineData("on the Monday", "2026-11-30 08:00", "2026-11-30 14:00", "2026-12-01 11:30")]
    [InlineData("after it", "2026-12-01 08:00", "2026-12-01 14:00", "2026-12-01 14:00")]
    public void A_swap_moves_what_crosses_its_days(string name, string accepted, string before, string after)
    {
        var swapped = new Deadlines(new WorkingCalendar(
        [
            .. WorkingCalendar.National.Days, Swapped("2026-11-28", CalendarDayKind.WorkedSaturday), Swapped("2026-11-30", CalendarDayKind.SwappedOff),
        ]), OfficeHours.Default);

        Shown(Usual.OfArrival(At(accepted), 0).Done).ShouldBe(before, name);
        Shown(swapped.OfArrival(At(accepted), 0).Done).ShouldBe(after, name);
    }

    private static CalendarDay Swapped(string day, CalendarDayKind kind) => new(Day(day), kind, "Hoán đổi", "Swap", CalendarConfidence.Verified, "test");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture), VietnamTime.Offset);

    private static string Shown(DueTime due)
    {
        due.Instant.Offset.ShouldBe(VietnamTime.Offset);
        return due.Instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + (due.IsProvisional ? "~" : "");
    }
}
