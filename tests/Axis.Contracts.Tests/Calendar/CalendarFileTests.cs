using Axis.Contracts.Calendar;

namespace Axis.Contracts.Tests.Calendar;

public class CalendarFileTests
{
    private const string Sound = "2026-01-01,holiday,Tết,New Year,verified,law";

    [Fact]
    public void What_it_writes_it_reads_as_the_same_days()
    {
        var text = CalendarFile.Write(WorkingCalendar.National);

        text.ShouldStartWith(CalendarFile.Header + "\n2018-12-31,swapped_off,");
        text.ShouldEndWith("\n");
        CalendarFile.Read(text).ShouldBeOfType<CalendarOutcome.Read>().Calendar.Days.ShouldBe(WorkingCalendar.National.Days);
        CalendarFile.Write(new WorkingCalendar(WorkingCalendar.National.Days.Reverse())).ShouldBe(text);
    }

    [Fact]
    public void Reads_rows() =>
        Read(Sound, "2026-01-10,worked_saturday,Bù,Made up,derived,notice").ShouldBeOfType<CalendarOutcome.Read>()
            .Calendar.Days.Select(day => (day.Kind, day.Confidence)).ShouldBe(
            [
                (CalendarDayKind.Holiday, CalendarConfidence.Verified),
                (CalendarDayKind.WorkedSaturday, CalendarConfidence.Derived),
            ]);

    [Fact]
    public void Passes_over_byte_order_mark_and_line_ends() =>
        CalendarFile.Read("\uFEFF" + CalendarFile.Header + "\r\n" + Sound + "\r\n\r\n").ShouldBeOfType<CalendarOutcome.Read>();

    [Theory]
    [InlineData("2026-01-02,swapped_off,Hoán đổi,Swap,verified", "AXS-8003 line 3")]
    [InlineData("2026-01-02,swapped_off,,Swap,verified,x", "AXS-8003 line 3")]
    [InlineData("", "AXS-8003 line 3", "2026-01-02,swapped_off,Hoán đổi,Swap,verified,x")]
    [InlineData("02/01/2026,swapped_off,Hoán đổi,Swap,verified,x", "AXS-8004 line 3")]
    [InlineData("2026-02-30,swapped_off,Hoán đổi,Swap,verified,x", "AXS-8004 line 3")]
    [InlineData("2026-01-02,off,Hoán đổi,Swap,verified,x", "AXS-8005 line 3")]
    [InlineData("2026-01-02,swapped_off,Hoán đổi,Swap,sure,x", "AXS-8005 line 3")]
    [InlineData("2026-01-01,holiday,Hai lần,Twice,verified,x", "AXS-8006 line 3")]
    [InlineData("2025-12-31,swapped_off,Trước,Before,verified,x", "AXS-8006 line 3")]
    [InlineData("2026-01-03,swapped_off,Thứ bảy,Saturday,verified,x", "AXS-8007 line 3")]
    [InlineData("2026-01-05,worked_saturday,Thứ hai,Monday,verified,x", "AXS-8007 line 3")]
    public void Refuses_a_broken_row_by_its_line(string row, string found, params string[] more) =>
        Found(Read([Sound, row, .. more])).ShouldBe([found]);

    [Fact]
    public void Tells_every_fault_at_once() =>
        Found(Read(Sound, "x,off,a,b,sure,c", "2025-01-01,holiday,a,b,verified,c", "1,2"))
            .ShouldBe(["AXS-8004 line 3", "AXS-8005 line 3", "AXS-8005 line 3", "AXS-8006 line 4", "AXS-8003 line 5"]);

    [Fact]
    public void Refuses_another_file()
    {
        Found(CalendarFile.Read("ngày,loại\n")).ShouldBe(["AXS-8001 line 1"]);
        Found(CalendarFile.Read("")).ShouldBe(["AXS-8001 line 1"]);
        Found(CalendarFile.Read(CalendarFile.Header + "\n")).ShouldBe(["AXS-8002 line 1"]);
    }

    private static CalendarOutcome Read(params string[] rows) => CalendarFile.Read(CalendarFile.Header + "\n" + string.Join('\n', rows) + "\n");

    private static IEnumerable<string> Found(CalendarOutcome outcome) =>
        outcome.ShouldBeOfType<CalendarOutcome.Refused>().Findings.Select(finding => finding.Code + " " + finding.Path);
}
