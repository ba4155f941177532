using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Agencies.Calendar;

/// <summary>Office hours in a directory's file.</summary>
public sealed class ImportHoursTests
{
    private const string Header = "code,code102,name_vi,name_en,kind,parent_code,office_hours\n";
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 0, 0, TimeSpan.Zero);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_file_gives_hours_keeps_those_that_it_does_not_speak_of_and_takes_them_away(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var calendars = new CalendarStore(fixture.Database, new FakeTimeProvider(Now));
        await ImportAsync(fixture, "H37,,A,A,province,,\"08:00-12:00, 13:00-17:00\"", "H37.02,,B,B,unit,H37,");
        (await HoursAsync(fixture)).ShouldBe([("H37", "08:00-12:00,13:00-17:00"), ("H37.02", "08:00-12:00,13:00-17:00")]);
        (await calendars.FindVersionAsync(Cancellation)).ShouldBe(1);

        await ImportAsync(fixture, "H37,,A changed,A,province,,", "H37.02,,B,B,unit,H37,", "H14,,C,C,province,,");
        (await HoursAsync(fixture)).Count.ShouldBe(2);
        (await calendars.FindVersionAsync(Cancellation)).ShouldBe(1);

        await ImportAsync(fixture, "H37.03,,D,D,unit,H37,", "H37,,A,A,province,,default");
        (await HoursAsync(fixture)).ShouldBeEmpty();
        (await calendars.FindVersionAsync(Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task Another_parent_or_a_new_unit_below_one_with_hours_makes_a_version()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var calendars = new CalendarStore(fixture.Database, new FakeTimeProvider(Now));
        await ImportAsync(fixture, "H37,,A,A,province,,08:00-12:00", "H14,,C,C,province,,", "H14.02,,B,B,unit,H14,");
        await ImportAsync(fixture, "H37.05,,E,E,unit,H37,");
        (await calendars.FindVersionAsync(Cancellation)).ShouldBe(2);

        await ImportAsync(fixture, "H14.02,,B,B,unit,H37,");

        (await HoursAsync(fixture)).Select(line => line.Code).ShouldBe(["H14.02", "H37", "H37.05"]);
        (await calendars.FindVersionAsync(Cancellation)).ShouldBe(3);
    }

    [Theory]
    [InlineData("8-12")]
    [InlineData("\"08:00-12:00,11:00-17:00\"")]
    public async Task Hours_of_another_form_refuse_the_file_by_line_and_code(string hours)
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);

        var errors = (await RunAsync(fixture, $"H37,,A,A,province,,{hours}")).ShouldBeOfType<ImportAgencies.Outcome.Refused>().Errors;

        errors.ShouldHaveSingleItem().ShouldStartWith("line 2: AXS-8009 The office hours ");
    }

    private static async Task ImportAsync(LedgerFixture fixture, params string[] lines) => (await RunAsync(fixture, lines)).ShouldBeOfType<ImportAgencies.Outcome.Done>();

    private static Task<ImportAgencies.Outcome> RunAsync(LedgerFixture fixture, params string[] lines)
    {
        using var text = new StringReader(Header + string.Join('\n', lines) + "\n");
        var errors = new List<string>();
        var read = AgencyFile.Read(text, errors);
        errors.ShouldBeEmpty();
        return new ImportAgencies(new RegistryStore(fixture.Database, new FakeTimeProvider(Now)), new FakeTimeProvider(Now)).ImportAsync(read, "operator:an", "a.csv", Cancellation);
    }

    private static async Task<IReadOnlyList<(string Code, string Hours)>> HoursAsync(LedgerFixture fixture)
    {
        var directory = (await new RegistryStore(fixture.Database, TimeProvider.System).LoadAsync(Cancellation)).Directory;
        var hours = (await new CalendarStore(fixture.Database, TimeProvider.System).LoadAsync(Cancellation)).Hours;
        return [.. hours.Select(pair => (directory.Find(pair.Key)!.Code, pair.Value.ToString())).OrderBy(line => line.Code, StringComparer.Ordinal)];
    }
}
