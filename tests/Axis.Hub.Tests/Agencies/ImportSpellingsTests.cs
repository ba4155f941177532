using Axis.Hub.Agencies;
using Axis.Hub.Tests.Operate;
using Axis.Hub.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Agencies;

/// <summary>Dates and successors of codes in a directory's file: H20 and H14 come to H90, which begins on 1 January 2027.</summary>
public sealed class ImportSpellingsTests
{
    private const string Actor = "operator:an";
    private const string Header = "code,code102,name_vi,name_en,kind,parent_code,valid_from,valid_to,successor\n";
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NewYear = new(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(7));

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Gives_codes_their_days_and_routes_them_to_their_successor_after_the_last(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        var store = await ImportAsync(
            fixture, "H20,000.00.00.H20,A,A,province,,,2026-12-31,H90", "H14,,B,B,province,,2026-12-01,2026-12-31,", "H90,000.00.00.H90,C,C,province,,2027-01-01,,");

        var directory = (await store.LoadAsync(Cancellation)).Directory;

        Codes(directory, NewYear.AddTicks(-1), "H20", "000.00.00.H20", "H14", "H90").ShouldBe(["H20", "H20", "H14", null]);
        Codes(directory, NewYear, "H20", "000.00.00.H20", "H14", "000.00.00.H90").ShouldBe(["H90", "H90", null, "H90"]);
        directory.Resolve("H14", new DateTimeOffset(2026, 11, 30, 16, 59, 59, TimeSpan.Zero)).ShouldBeNull();
        directory.Read("000.00.00.H20", NewYear)!.Successor.ShouldBe("H90");
    }

    /// <summary>What a command does to the tables, the audit trail and the feed, the import does.</summary>
    [Fact]
    public async Task Leaves_what_the_command_leaves()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var store = await ImportAsync(fixture, "H20,000.00.00.H20,A,A,province,,,,", "H14,000.00.00.H14,B,B,province,,,,", "H90,,C,C,province,,,,");
        (await new AuthorityDesk(store, new FakeTimeProvider(Now.AddHours(1))).SucceedAsync("H20", "H90", null, Actor, "merged", Cancellation)).ShouldBeOfType<AuthorityDesk.Outcome.Done>();

        (await RunAsync(store, Now.AddHours(1), "H14,000.00.00.H14,B,B,province,,,,H90")).ShouldBe(new ImportAgencies.Outcome.Done(0, 1, 0, 0));

        var directory = (await store.LoadAsync(Cancellation)).Directory;
        Succession(directory, "H14").ShouldBe(Succession(directory, "H20"));
        Succession(directory, "000.00.00.H14").ShouldBe(("H90", Now.AddHours(1), Now.AddHours(1)));
        (await AuditLines.ReadAsync(new SqliteConnectionStringBuilder(fixture.ConnectionString).DataSource)).Where(line => line.Action == "agency-succeed").ShouldBe(
            [(Actor, "agency-succeed", "H20", "by H90 from 2026-11-29 04:00:00Z: merged"), (Actor, "agency-succeed", "H14", "by H90 from 2026-11-29 04:00:00Z: agency-import a.csv")],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Changes_nothing_when_it_is_run_again_and_tells_nobody()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        string[] lines = ["H20,,A,A,province,,,,H90", "H14,,B,B,province,,2020-01-01,2026-12-31,H90", "H90,,C,C,province,,,,"];
        var store = await ImportAsync(fixture, lines);

        (await RunAsync(store, Now.AddDays(1), lines)).ShouldBe(new ImportAgencies.Outcome.Done(0, 0, 3, 0));

        var directory = (await store.LoadAsync(Cancellation)).Directory;
        Succession(directory, "H20").ShouldBe(("H90", Now, Now));
        Succession(directory, "H14").ShouldBe(("H90", NewYear, Now));
    }

    [Fact]
    public async Task Moves_the_day_that_a_later_file_names_and_keeps_the_others()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var store = await ImportAsync(fixture, "H20,,A,A,province,,2020-01-01,2026-12-31,H90", "H90,,C,C,province,,,,");

        await RunAsync(store, Now.AddDays(1), "H20,,A,A,province,,,,H90");
        Succession((await store.LoadAsync(Cancellation)).Directory, "H20").ShouldBe(("H90", NewYear, Now));

        await RunAsync(store, Now.AddDays(2), "H20,,A,A,province,,,2027-01-31,H90");
        var alias = (await store.LoadAsync(Cancellation)).Directory.Aliases.Single(alias => alias.Alias == "H20");
        (alias.ValidFrom, alias.ValidTo, alias.SuccessorFrom).ShouldBe((new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)), NewYear.AddDays(31), NewYear.AddDays(31)));
    }

    [Theory]
    [InlineData("code,code102,name_vi,name_en,kind,parent_code\n", "H20,,A,A,province,")]
    [InlineData(Header, "H20,,A,A,province,,,,")]
    public async Task Clears_nothing_that_a_file_does_not_speak_of(string header, string line)
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var store = await ImportAsync(fixture, "H20,,A,A,province,,2020-01-01,2027-06-30,", "H90,,C,C,province,,,,");
        await new AuthorityDesk(store, new FakeTimeProvider(Now)).SucceedAsync("H20", "H90", NewYear, Actor, "merged", Cancellation);

        (await RunAsync(store, Now.AddDays(1), [line], header)).ShouldBe(new ImportAgencies.Outcome.Done(0, 0, 1, 0));

        var alias = (await store.LoadAsync(Cancellation)).Directory.Aliases.Single(alias => alias.Alias == "H20");
        (alias.SuccessorCode, alias.SuccessorFrom, alias.ValidFrom is null, alias.ValidTo is null).ShouldBe(("H90", NewYear, false, false));
    }

    [Fact]
    public void Names_every_wrong_date_and_successor_by_its_code()
    {
        var (change, outcome) = Decide(
            "H10,,A,A,province,,2026-13-01,31/12/2026,", "H11,,A,A,province,,2026-06-02,2026-06-01,", "H12,,A,A,province,,,,H99", "H13,,A,A,province,,,,H15", "H15,,A,A,province,,,,H13",
            "H16,,A,A,province,,,,H16", "H17,,A,A,province,,,,H18", "H18,,A,A,province,,,2026-11-28,", "H19,,A,A,province,,0001-01-01,,");

        change.IsEmpty.ShouldBeTrue();
        outcome.ShouldBeOfType<ImportAgencies.Outcome.Refused>().Errors.ShouldBe(
        [
            "AXS-8101 Line 2 of the directory: valid_from \"2026-13-01\" is no day from 1900-01-01 to 2999-12-31; the form is yyyy-MM-dd.",
            "AXS-8101 Line 2 of the directory: valid_to \"31/12/2026\" is no day from 1900-01-01 to 2999-12-31; the form is yyyy-MM-dd.",
            "AXS-8102 Line 3 of the directory: valid_to 2026-06-01 lies before valid_from 2026-06-02.",
            "AXS-8101 Line 10 of the directory: valid_from \"0001-01-01\" is no day from 1900-01-01 to 2999-12-31; the form is yyyy-MM-dd.",
            "AXS-8103 Line 4 of the directory: H99, the successor of H12, is in neither registry nor file, or not valid at 10:00 29/11/2026.",
            "AXS-8104 Line 5 of the directory: H13 cannot be succeeded by H15, which is itself succeeded by H13, or by too many in a row.",
            "AXS-8104 Line 6 of the directory: H15 cannot be succeeded by H13, which is itself succeeded by H15, or by too many in a row.",
            "AXS-8104 Line 7 of the directory: H16 cannot be succeeded by H16, which is itself succeeded by H16, or by too many in a row.",
            "AXS-8103 Line 8 of the directory: H18, the successor of H17, is in neither registry nor file, or not valid at 10:00 29/11/2026.",
        ]);
    }

    [Theory]
    [InlineData("2026-12-31", "2027-01-01", "", true)]
    [InlineData("2027-01-01", "2027-01-01", "", false)]
    [InlineData("2026-12-31", "", "", false)]
    [InlineData("2026-12-31", "2027-01-01", "H20", false)]
    public void Lets_a_spelling_pass_to_another_agency_once_it_has_ended(string lastDay, string firstDay, string successor, bool passes)
    {
        var (_, outcome) = Decide($"H14,000.00.00.H14,A,A,province,,,{lastDay},{successor}", $"H20,,B,B,province,,,,", $"H90,000.00.00.H14,C,C,province,,{firstDay},,");

        if (passes)
        {
            outcome.ShouldBe(new ImportAgencies.Outcome.Done(3, 0, 0, 5));
        }
        else
        {
            outcome.ShouldBeOfType<ImportAgencies.Outcome.Refused>().Errors.ShouldHaveSingleItem().ShouldBe("line 4: 000.00.00.H14 already stands for another agency");
        }
    }

    /// <summary>The feed is asked for what changed: a spelling that is only added has to be told too.</summary>
    [Fact]
    public async Task Marks_an_agency_as_changed_when_only_its_spellings_are_others()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var store = await ImportAsync(fixture, "H20,,A,A,province,,,,");

        (await RunAsync(store, Now.AddDays(1), ["H20,00.00.H20,A,A,province,,"], "code,code2803,name_vi,name_en,kind,parent_code,code102\n")).ShouldBe(new ImportAgencies.Outcome.Done(0, 1, 0, 1));

        (await store.LoadAsync(Cancellation)).Directory.Resolve("00.00.H20", Now)!.ChangedAt.ShouldBe(Now.AddDays(1));
    }

    [Fact]
    public async Task A_command_names_codes_whose_days_are_over_or_to_come()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var store = await ImportAsync(fixture, "H14,,A,A,province,,,2026-10-31,", "H20,,B,B,province,,,,", "H90,,C,C,province,,2027-01-01,,");
        var desk = new AuthorityDesk(store, new FakeTimeProvider(Now));

        (await desk.SuspendAsync(["H90"], Actor, "not yet", Cancellation)).ShouldBeOfType<AuthorityDesk.Outcome.Done>();
        (await desk.SucceedAsync("H20", "H90", Now, Actor, "too early", Cancellation)).ShouldBeOfType<AuthorityDesk.Outcome.Refused>();
        (await desk.SucceedAsync("H20", "H90", NewYear, Actor, "merged", Cancellation)).ShouldBeOfType<AuthorityDesk.Outcome.Done>();
        (await desk.SucceedAsync("H14", "H20", null, Actor, "merged", Cancellation)).ShouldBeOfType<AuthorityDesk.Outcome.Done>();

        var directory = (await store.LoadAsync(Cancellation)).Directory;
        Codes(directory, Now, "H14", "H20").ShouldBe(["H20", "H20"]);
        Codes(directory, NewYear, "H14", "H20").ShouldBe(["H90", "H90"]);
    }

    private static (AgencyChange Change, ImportAgencies.Outcome Outcome) Decide(params string[] lines) => ImportAgencies.Decide(Read(lines), [], [], Now);

    private static IReadOnlyList<AgencyLine> Read(string[] lines, string header = Header)
    {
        using var text = new StringReader(header + string.Join('\n', lines) + "\n");
        var errors = new List<string>();
        var read = AgencyFile.Read(text, errors);
        errors.ShouldBeEmpty();
        return read;
    }

    private static async Task<RegistryStore> ImportAsync(LedgerFixture fixture, params string[] lines)
    {
        var store = new RegistryStore(fixture.Database, new FakeTimeProvider(Now));
        (await RunAsync(store, Now, lines)).ShouldBeOfType<ImportAgencies.Outcome.Done>();
        return store;
    }

    private static Task<ImportAgencies.Outcome> RunAsync(RegistryStore store, DateTimeOffset at, params string[] lines) => RunAsync(store, at, lines, Header);

    private static Task<ImportAgencies.Outcome> RunAsync(RegistryStore store, DateTimeOffset at, string[] lines, string header) =>
        new ImportAgencies(store, new FakeTimeProvider(at)).ImportAsync(Read(lines, header), Actor, "a.csv", Cancellation);

    private static string?[] Codes(AgencyDirectory directory, DateTimeOffset at, params string[] codes) => [.. codes.Select(code => directory.Resolve(code, at)?.Code)];

    private static (string? Successor, DateTimeOffset? From, DateTimeOffset ChangedAt) Succession(AgencyDirectory directory, string code)
    {
        var alias = directory.Aliases.Single(alias => alias.Alias == code);
        return (alias.SuccessorCode, alias.SuccessorFrom, directory.Find(alias.AgencyId)!.ChangedAt);
    }
}
