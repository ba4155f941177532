using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Operate.Doctor;
using Axis.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Operate;

public sealed class CalendarCheckTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2025-06-01", Health.Well)]
    [InlineData("2026-11-01", Health.Well)]
    [InlineData("2026-11-02", Health.Doubtful)]
    [InlineData("2027-01-01", Health.Wrong)]
    [InlineData("2024-12-31", Health.Wrong)]
    public void Tells_in_time_that_the_calendar_ends(string today, object health)
    {
        File.WriteAllText(folder.At("calendar.csv"), $"{CalendarFile.Header}\n2025-01-01,holiday,a,b,verified,c\n2026-01-01,holiday,a,b,computed,c\n");

        var found = Run(folder.At("calendar.csv"), today).ShouldHaveSingleItem();

        found.Health.ShouldBe(health);
        found.Found.ShouldContain("covered to the end of 2026");
        (found.Remedy is null).ShouldBe(found.Health == Health.Well);
    }

    [Fact]
    public void The_calendar_that_comes_with_the_hub_covers_2027_and_says_what_is_only_computed()
    {
        var found = Run("", "2026-12-01").ShouldHaveSingleItem();

        found.Health.ShouldBe(Health.Well);
        found.Found.ShouldBe("national, covered to the end of 2027, 6 days ahead only computed, office hours 07:30-11:30,13:30-17:30");
    }

    [Fact]
    public void Every_fault_of_the_file_is_a_finding_of_its_own()
    {
        File.WriteAllText(folder.At("calendar.csv"), $"{CalendarFile.Header}\n2025-02-30,holiday,a,b,verified,c\n2025-01-04,swapped_off,a,b,verified,c\n");

        var found = Run(folder.At("calendar.csv"), "2025-06-01");

        found.Select(diagnosis => (diagnosis.Health, diagnosis.Found.Split(' ')[0])).ShouldBe([(Health.Wrong, "AXS-8004"), (Health.Wrong, "AXS-8007")]);
    }

    [Fact]
    public void A_version_that_was_applied_counts_before_the_settings()
    {
        var applied = ((CalendarOutcome.Read)CalendarFile.Read($"{CalendarFile.Header}\n2028-01-01,holiday,a,b,verified,c\n")).Calendar;
        var check = new CalendarCheck(new HubOptions(), new FakeTimeProvider(new DateTimeOffset(2028, 2, 1, 0, 0, 0, TimeSpan.Zero)));

        check.Run(new CalendarState(3, applied, new Dictionary<Guid, OfficeHours>())).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Found.ShouldStartWith("version 3, covered to the end of 2028"), found => found.Health.ShouldBe(Health.Well));
        check.Run(new CalendarState(1, null, new Dictionary<Guid, OfficeHours>())).ShouldHaveSingleItem().Found.ShouldStartWith("national, covered to the end of 2027");
    }

    private static IReadOnlyList<Diagnosis> Run(string path, string today) => new CalendarCheck(
        new HubOptions { CalendarPath = path }, new FakeTimeProvider(new DateTimeOffset(DateOnly.Parse(today, CultureInfo.InvariantCulture), new(5, 0), TimeSpan.Zero))).Run();
}
