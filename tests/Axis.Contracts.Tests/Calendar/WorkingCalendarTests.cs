using System.Globalization;
using Axis.Contracts.Calendar;

namespace Axis.Contracts.Tests.Calendar;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar National = WorkingCalendar.National;

    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-08-22", true)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-02-16", false)]
    [InlineData("2026-02-20", false)]
    [InlineData("2026-02-23", true)]
    [InlineData("2025-05-02", false)]
    [InlineData("2025-04-26", true)]
    [InlineData("2018-12-31", false)]
    [InlineData("2019-01-05", true)]
    [InlineData("2031-01-01", true)]
    [InlineData("2031-01-04", false)]
    public void Knows_the_working_days(string date, bool working) => National.IsWorkingDay(Day(date)).ShouldBe(working);

    [Theory]
    [InlineData("2018-12-31", false, false)]
    [InlineData("2018-12-28", false, true)]
    [InlineData("2019-01-01", true, false)]
    [InlineData("2026-12-31", true, false)]
    [InlineData("2027-01-01", true, true)]
    [InlineData("2027-01-04", true, false)]
    [InlineData("2027-02-05", true, false)]
    [InlineData("2027-04-30", true, true)]
    [InlineData("2028-01-03", false, true)]
    [InlineData("9999-12-31", false, true)]
    [InlineData("0001-01-01", false, true)]
    public void Says_what_may_still_change(string date, bool covered, bool provisional)
    {
        National.Covers(Day(date)).ShouldBe(covered);
        National.IsProvisional(Day(date)).ShouldBe(provisional);
    }

    /// <summary>Runs of days off that every newspaper prints: the file against its own page.</summary>
    [Theory]
    [InlineData("2019-02-02", "2019-02-10")]
    [InlineData("2020-01-23", "2020-01-29")]
    [InlineData("2021-02-10", "2021-02-16")]
    [InlineData("2022-01-29", "2022-02-06")]
    [InlineData("2023-01-20", "2023-01-26")]
    [InlineData("2024-02-08", "2024-02-14")]
    [InlineData("2025-01-25", "2025-02-02")]
    [InlineData("2026-02-14", "2026-02-22")]
    [InlineData("2027-02-04", "2027-02-10")]
    [InlineData("2026-08-29", "2026-09-02")]
    public void Rests_from_the_first_day_of_a_run_to_its_last(string first, string last)
    {
        for (var day = Day(first); day <= Day(last); day = day.AddDays(1))
        {
            National.IsWorkingDay(day).ShouldBeFalse(day.ToString("O", CultureInfo.InvariantCulture));
        }

        National.IsWorkingDay(Day(last).AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public void Tells_why_a_day_is_off()
    {
        var day = National.Find(Day("2026-11-24")).ShouldNotBeNull();
        day.Vietnamese.ShouldBe("Ngày Văn hóa Việt Nam 24/11");
        day.Kind.ShouldBe(CalendarDayKind.Holiday);
        National.Find(Day("2026-11-25")).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-11-22T17:00:00Z", "2026-11-23", "00:00")]
    [InlineData("2026-11-22T16:59:00Z", "2026-11-22", "23:59")]
    [InlineData("2026-11-23T09:00:00+07:00", "2026-11-23", "09:00")]
    [InlineData("2026-11-22T20:30:00-05:00", "2026-11-23", "08:30")]
    public void Reads_the_clock_of_Vietnam(string instant, string date, string time)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

        VietnamTime.DateOf(at).ShouldBe(Day(date));
        VietnamTime.TimeOf(at).ShouldBe(TimeOnly.Parse(time, CultureInfo.InvariantCulture));
        VietnamTime.At(VietnamTime.DateOf(at), VietnamTime.TimeOf(at)).ShouldBe(at);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
