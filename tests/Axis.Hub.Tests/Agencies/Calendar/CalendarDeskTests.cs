using Axis.Contracts.Calendar;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Operate;
using Axis.Hub.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Outcome = Axis.Hub.Agencies.Calendar.CalendarDesk.Outcome;

namespace Axis.Hub.Tests.Agencies.Calendar;

/// <summary>Versions of the calendar: who made which, from what, and what is refused.</summary>
public sealed class CalendarDeskTests
{
    private const string Actor = "operator:an";
    private const string NewYear = "2026-01-01,holiday,Tết Dương lịch,New Year's Day,verified,law";
    private const string SwappedOff = "2026-01-02,swapped_off,Hoán đổi,Swap,verified,notice";
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 0, 0, TimeSpan.Zero);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Version_0_is_what_the_settings_say_and_a_file_makes_the_next(string database)
    {
        await using var desk = await Desk.CreateAsync(database);
        (await desk.Store.LoadAsync(Cancellation)).Over(desk.Calendar.Settings).ShouldSatisfyAllConditions(
            calendar => calendar.Version.ShouldBe(0), calendar => calendar.Days.ShouldBeSameAs(WorkingCalendar.National));

        var done = (await desk.ApplyAsync(NewYear, SwappedOff)).ShouldBeOfType<Outcome.Done>();

        done.Version.ShouldBe(1);
        done.Days.ShouldContain(day => day.Day == new DateOnly(2026, 2, 16) && day.After == null);
        var version = (await desk.Store.ListAsync(Cancellation)).ShouldHaveSingleItem();
        (version.Number, version.Subject, version.Reason, version.Actor, version.AppliedAt).ShouldBe((1, "days.csv", "decided", Actor, Now));
        version.Sha256.ShouldBe(CalendarStore.Sha256Of($"{CalendarFile.Header}\n{NewYear}\n{SwappedOff}\n"));
        (await desk.Store.LoadAsync(Cancellation)).Days!.Days.Select(day => day.Date).ShouldBe([new(2026, 1, 1), new(2026, 1, 2)]);
        (await desk.Store.FindDaysAsync(0, Cancellation)).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_days_in_force_are_applied_again_to_no_effect(string database)
    {
        await using var desk = await Desk.CreateAsync(database);
        (await desk.Orders.ApplyAsync("\uFEFF" + CalendarFile.Write(WorkingCalendar.National).ReplaceLineEndings("\r\n"), "days.csv", Actor, "again", Cancellation))
            .ShouldBe(new Outcome.Unchanged(0));
        await desk.ApplyAsync(NewYear);
        (await desk.ApplyAsync(NewYear)).ShouldBe(new Outcome.Unchanged(1));
        (await desk.Orders.AmendAsync([new(new(2026, 1, 1), NewYear[11..])], Actor, "again", Cancellation)).ShouldBe(new Outcome.Unchanged(1));

        (await desk.Store.ListAsync(Cancellation)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_whole_with_every_code()
    {
        await using var desk = await Desk.CreateAsync(TestDatabases.Sqlite);

        (await desk.ApplyAsync(NewYear, "2026-02-30,holiday,a,b,verified,c", "2026-01-03,swapped_off,a,b,verified,c"))
            .ShouldBeOfType<Outcome.Refused>().Findings.Select(finding => finding.Code).ShouldBe(["AXS-8004", "AXS-8007"]);
        (await desk.Orders.AmendAsync([new(new(2026, 11, 28), "holiday,a,b,verified,c"), new(new(2026, 12, 5), "swapped_off,a,b,verified,c")], Actor, "wrong", Cancellation))
            .ShouldBeOfType<Outcome.Refused>().Findings.Select(finding => finding.Code).ShouldBe(["AXS-8007"]);

        (await desk.Store.FindVersionAsync(Cancellation)).ShouldBe(0);
        (await desk.AuditAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_amendment_adds_changes_and_takes_away_single_days_and_leaves_the_others(string database)
    {
        await using var desk = await Desk.CreateAsync(database);
        await desk.ApplyAsync(NewYear, SwappedOff, "2026-04-30,holiday,a,b,verified,c");

        var done = (await desk.Orders.AmendAsync(
            [new(new(2026, 12, 5), "worked_saturday,a,b,verified,c"), new(new(2026, 1, 2), null), new(new(2026, 4, 30), "holiday,a,b,computed,d")], Actor, "announced", Cancellation))
            .ShouldBeOfType<Outcome.Done>();

        done.Days.ShouldBe(
        [
            new(new(2026, 1, 2), SwappedOff[11..], null), new(new(2026, 4, 30), "holiday,a,b,verified,c", "holiday,a,b,computed,d"),
            new(new(2026, 12, 5), null, "worked_saturday,a,b,verified,c"),
        ]);
        (await desk.Store.LoadAsync(Cancellation)).Days!.Days.Select(day => day.Date).ShouldBe([new(2026, 1, 1), new(2026, 4, 30), new(2026, 12, 5)]);
        (await desk.Store.FindDaysAsync(1, Cancellation))!.Find(new(2026, 1, 2)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_audit_trail_says_who_changed_what_and_why()
    {
        await using var desk = await Desk.CreateAsync(TestDatabases.Sqlite);
        await desk.ApplyAsync(NewYear);
        await desk.Orders.AmendAsync([new(new(2026, 12, 7), "swapped_off,a,b,verified,c"), new(new(2026, 1, 1), null)], Actor, "announced", Cancellation);

        (await desk.AuditAsync()).ShouldBe(
            [(Actor, "calendar-apply", "days.csv", "decided"), (Actor, "calendar-amend", "2026-12-07 swapped_off, 2026-01-01 plain", "announced")], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Changes_at_once_make_one_version_each_and_none_is_lost(string database)
    {
        await using var desk = await Desk.CreateAsync(database);
        await desk.ApplyAsync(NewYear);

        await Task.WhenAll(Enumerable.Range(1, 6).Select(day => Task.Run(() =>
            desk.Orders.AmendAsync([new(new DateOnly(2026, 6, day), "holiday,a,b,verified,c")], Actor, "at once", Cancellation))));

        (await desk.Store.ListAsync(Cancellation)).Select(version => version.Number).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        (await desk.Store.LoadAsync(Cancellation)).Days!.Days.Count.ShouldBe(7);
    }

    [Fact]
    public void The_nearest_ancestor_with_hours_gives_them_and_a_circle_hangs_nobody()
    {
        var (root, middle, leaf, one, other) = (Id(1), Id(2), Id(3), Id(4), Id(5));
        HoursRow[] tree =
        [
            Row(root, null, "08:00-12:00"), Row(middle, root, null), Row(leaf, middle, "07:00-11:00"), Row(one, other, null), Row(other, one, null),
        ];

        AgencyHours.Of(tree).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()).ShouldBe(
            new Dictionary<Guid, string> { [root] = "08:00-12:00", [middle] = "08:00-12:00", [leaf] = "07:00-11:00" }, ignoreOrder: true);
        AgencyHours.Differ(tree, [.. tree[..1], Row(middle, null, null), .. tree[2..]]).ShouldBeTrue();
        AgencyHours.Differ(tree, [.. tree, Row(Id(6), leaf, null)]).ShouldBeTrue();
        AgencyHours.Differ(tree, [.. tree, Row(Id(6), null, null)]).ShouldBeFalse();

        static Guid Id(int number) => new(number, 0, 0, new byte[8]);
        static HoursRow Row(Guid id, Guid? parent, string? hours) => new() { AgencyId = id, ParentId = parent, OfficeHours = hours };
    }

    /// <summary>An installation without settings of its own.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly LedgerFixture fixture;

        private Desk(LedgerFixture fixture)
        {
            this.fixture = fixture;
            Store = new(fixture.Database, new FakeTimeProvider(Now));
            Orders = new(Store, Calendar);
        }

        public CalendarInForce Calendar { get; } = new(HubCalendar.Load(new HubOptions()));

        public CalendarStore Store { get; }

        public CalendarDesk Orders { get; }

        public static async Task<Desk> CreateAsync(string database) => new(await LedgerFixture.CreateAsync(database));

        public Task<Outcome> ApplyAsync(params string[] rows) =>
            Orders.ApplyAsync(string.Join('\n', rows.Prepend(CalendarFile.Header)), "days.csv", Actor, "decided", Cancellation);

        public Task<IReadOnlyList<(string Actor, string Action, string Subject, string Detail)>> AuditAsync() =>
            AuditLines.ReadAsync(new SqliteConnectionStringBuilder(fixture.ConnectionString).DataSource);

        public ValueTask DisposeAsync() => fixture.DisposeAsync();
    }
}
