using Axis.Contracts.Calendar;

namespace Axis.Contracts.Tests.Calendar;

public class OfficeHoursTests
{
    [Theory]
    [InlineData("07:30-11:30,13:30-17:30")]
    [InlineData("08:00-12:00,13:00-17:00")]
    [InlineData("07:00-15:00")]
    public void Reads_what_it_writes(string text)
    {
        OfficeHours.Read(text).ShouldNotBeNull().ToString().ShouldBe(text);
        OfficeHours.Read(text).ShouldBe(OfficeHours.Read(" " + text + " "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7:30-11:30")]
    [InlineData("07:30")]
    [InlineData("11:30-07:30")]
    [InlineData("07:30-07:30")]
    [InlineData("13:30-17:30,07:30-11:30")]
    [InlineData("07:30-12:00,11:30-17:30")]
    [InlineData("07:30-24:00")]
    [InlineData("07:30-11:30,")]
    public void Refuses_another_form(string? text) => OfficeHours.Read(text).ShouldBeNull();

    [Fact]
    public void The_usual_hours_are_the_default() => OfficeHours.Default.ShouldBe(OfficeHours.Read("07:30-11:30,13:30-17:30"));
}
