using System.Data.Common;
using Axis.Hub.Agencies;
using Axis.Hub.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Tests.Operate;
using Axis.Hub.Tests.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Outcome = Axis.Hub.Agencies.AuthorityDesk.Outcome;

namespace Axis.Hub.Tests.Agencies;

public sealed class AuthorityTests
{
    private const string Actor = "operator:an";
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 3, 0, 0, TimeSpan.Zero);

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Suspends_and_resumes_agencies_with_who_when_and_why(string database)
    {
        await using var registry = await Registry.CreateAsync(database);
        var before = await registry.Store.FindVersionAsync(Cancellation);
        (await registry.Desk.SuspendAsync(["H37", "000.00.00.H20"], Actor, "merger", Cancellation)).ShouldBeOfType<Outcome.Done>().Codes.ShouldBe(["H37", "H20"]);

        (await registry.Store.FindVersionAsync(Cancellation)).ShouldBe(before + 1);
        (await registry.ResolveAsync("H37")).ShouldSatisfyAllConditions(
            agency => agency.Active.ShouldBeFalse(), agency => agency.SuspendedSince.ShouldBe(Now), agency => agency.ChangedAt.ShouldBe(Now));

        (await registry.Desk.ResumeAsync(["H37"], Actor, "over", Cancellation)).ShouldBeOfType<Outcome.Done>();
        (await registry.ResolveAsync("H37")).ShouldSatisfyAllConditions(agency => agency.Active.ShouldBeTrue(), agency => agency.SuspendedSince.ShouldBeNull());
        (await registry.ResolveAsync("H20")).Active.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Keeps_by_whom_and_why_an_agency_is_suspended_until_it_is_resumed(string database)
    {
        await using var registry = await Registry.CreateAsync(database);

        await registry.Desk.SuspendAsync(["H37"], Actor, "merger", Cancellation);
        (await registry.RowAsync("H37")).ShouldSatisfyAllConditions(row => row.SuspendedBy.ShouldBe(Actor), row => row.SuspendedReason.ShouldBe("merger"));

        await registry.Desk.ResumeAsync(["H37"], Actor, "over", Cancellation);
        (await registry.RowAsync("H37")).ShouldSatisfyAllConditions(row => row.SuspendedBy.ShouldBeNull(), row => row.SuspendedReason.ShouldBeNull());
    }

    /// <summary>The feed is asked for what changed: a successor, a delegation and its end are told with the agency whose they are.</summary>
    [Fact]
    public async Task Marks_an_agency_as_changed_when_its_successor_or_a_delegation_changes()
    {
        await using var registry = await Registry.CreateAsync(TestDatabases.Sqlite);
        await ShouldMarkAsync("H20", registry.Desk.SucceedAsync("H20", "H37", null, Actor, "merged", Cancellation));
        await ShouldMarkAsync("H20", registry.Desk.SucceedAsync("H20", null, null, Actor, "a mistake", Cancellation));
        var granted = await ShouldMarkAsync("H37", registry.Desk.DelegateAsync(new("H37", "H14", [], null, null), Actor, "outage", Cancellation));
        await ShouldMarkAsync("H37", registry.Desk.RevokeAsync(granted.DelegationId!.Value, Actor, "over", Cancellation));

        async Task<Outcome.Done> ShouldMarkAsync(string code, Task<Outcome> order)
        {
            var done = (await order).ShouldBeOfType<Outcome.Done>();
            (await registry.RowAsync(code)).ChangedAt.ShouldBe(registry.Time.GetUtcNow());
            registry.Time.Advance(TimeSpan.FromDays(1));
            return done;
        }
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Does_nothing_when_one_thing_is_wrong_and_tells_everything_that_is(string database)
    {
        await using var registry = await Registry.CreateAsync(database);
        await registry.Desk.SuspendAsync(["H20"], Actor, "merger", Cancellation);

        Errors(await registry.Desk.SuspendAsync(["H37", "H20", "X1"], Actor, "again", Cancellation)).ShouldBe(
            ["agency H20 is suspended already, since 2026-11-29 03:00:00Z", "agency X1 is not in the registry; see axis-hub agency list"], ignoreOrder: true);
        (await registry.ResolveAsync("H37")).Active.ShouldBeTrue();
        Errors(await registry.Desk.ResumeAsync(["H37"], Actor, "again", Cancellation)).ShouldBe(["agency H37 is not suspended"]);
        Errors(await registry.Desk.SucceedAsync("X1", "X2", null, Actor, "again", Cancellation)).Count.ShouldBe(2);
        Errors(await registry.Desk.DelegateAsync(new("X1", "X2", ["Thông báo", "no type"], null, Now), Actor, "again", Cancellation)).Count.ShouldBe(4);
        Errors(await registry.Desk.DelegateAsync(new("H37", "H37", [], null, null), Actor, "again", Cancellation)).Single().ShouldContain("no delegation is needed");
        Errors(await registry.Desk.RevokeAsync(Guid.Empty, Actor, "again", Cancellation)).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Routes_every_spelling_of_a_merged_agency_to_its_successor_from_the_day_on(string database)
    {
        await using var registry = await Registry.CreateAsync(database);
        (await registry.Desk.SucceedAsync("H20", "H37", Now.AddDays(2), Actor, "merged", Cancellation)).ShouldBeOfType<Outcome.Done>();

        var directory = await registry.DirectoryAsync();
        directory.Resolve("H20", Now.AddDays(1))!.Code.ShouldBe("H20");
        directory.Resolve("H20", Now.AddDays(2))!.Code.ShouldBe("H37");
        directory.Read("000.00.00.H20", Now.AddDays(2)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            meaning => meaning.Agency.Code.ShouldBe("H37"), meaning => meaning.Own.Code.ShouldBe("H20"), meaning => meaning.Successor.ShouldBe("H37"));
        directory.MergedInto(directory.Resolve("H37", Now)!.AgencyId, Now.AddDays(2)).ShouldBe([directory.Resolve("H20", Now)!.AgencyId]);
        directory.MergedInto(directory.Resolve("H37", Now)!.AgencyId, Now).ShouldBeEmpty();

        Errors(await registry.Desk.SucceedAsync("H37", "000.00.00.H20", null, Actor, "back", Cancellation)).Single().ShouldContain("succeeded by it");
        (await registry.Desk.SucceedAsync("H20", null, null, Actor, "a mistake", Cancellation)).ShouldBeOfType<Outcome.Done>();
        (await registry.DirectoryAsync()).Resolve("H20", Now.AddDays(2))!.Code.ShouldBe("H20");
    }

    /// <summary>Statements add a merged agency up with its successor, as of the day; what was merged before that was kept is made up for by a migration.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Records_into_which_agency_another_is_merged_and_from_when_on_also_what_was_merged_before(string database)
    {
        await using var registry = await Registry.CreateAsync(database);
        var (old, next) = ((await registry.ResolveAsync("H20")).AgencyId, (await registry.ResolveAsync("H37")).AgencyId);
        await registry.Desk.SucceedAsync("000.00.00.H20", "H14", null, Actor, "an older spelling only", Cancellation);
        (await registry.SuccessionsAsync(old)).ShouldBe([(null, null), (null, null)]);
        registry.Time.Advance(TimeSpan.FromMinutes(1));

        await registry.Desk.SucceedAsync("H20", "000.00.00.H37", Now.AddDays(2), Actor, "merged", Cancellation);

        (await registry.SuccessionsAsync(old)).ShouldBe([(null, null), (null, null), (next, Now.AddDays(2))]);
        await using (var connection = registry.Connect())
        {
            await connection.ExecuteAsync("UPDATE AgencyEvent SET SuccessorId = NULL, SuccessorFrom = NULL;");
            await connection.RunMigrationAgainAsync("2026-11-30_91_AgencySuccessorSoFar.sql");
        }

        (await registry.SuccessionsAsync(old)).ShouldBe([(null, null), (null, null), (next, Now.AddDays(2))]);
        (await registry.SuccessionsAsync(next)).ShouldAllBe(succession => succession.Item1 == null);
        registry.Time.Advance(TimeSpan.FromMinutes(1));

        await registry.Desk.SucceedAsync("H20", null, null, Actor, "a mistake", Cancellation);
        (await registry.SuccessionsAsync(old))[^1].ShouldBe((null, null));
    }

    /// <summary>An agency keeps its id when only its code changes.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Replaces_one_spelling_by_another_of_the_same_agency(string database)
    {
        await using var registry = await Registry.CreateAsync(database);
        await registry.Desk.SucceedAsync("000.00.00.H20", "H20", null, Actor, "new codes", Cancellation);

        var directory = await registry.DirectoryAsync();
        directory.Read("000.00.00.H20", Now).ShouldNotBeNull().Successor.ShouldBe("H20");
        directory.Read("H20", Now).ShouldNotBeNull().Successor.ShouldBeNull();
        directory.MergedInto(directory.Resolve("H20", Now)!.AgencyId, Now).ShouldBeEmpty();
    }

    [Fact]
    public async Task Follows_a_chain_of_successors_and_names_its_end()
    {
        await using var registry = await Registry.CreateAsync(TestDatabases.Sqlite);
        await registry.Desk.SucceedAsync("H20", "H37", null, Actor, "merged", Cancellation);
        await registry.Desk.SucceedAsync("H37", "H14", null, Actor, "merged", Cancellation);

        var directory = await registry.DirectoryAsync();
        directory.Read("H20", Now).ShouldNotBeNull().ShouldSatisfyAllConditions(meaning => meaning.Agency.Code.ShouldBe("H14"), meaning => meaning.Successor.ShouldBe("H14"));
        directory.MergedInto(directory.Resolve("H14", Now)!.AgencyId, Now).Count.ShouldBe(2);
        Errors(await registry.Desk.SucceedAsync("H14", "H20", null, Actor, "circle", Cancellation)).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Grants_a_delegation_with_its_scope_and_dates_and_revokes_it_once(string database)
    {
        await using var registry = await Registry.CreateAsync(database);
        var id = (await registry.Desk.DelegateAsync(new("H37", "H14", ["TB", "Công văn", "normative"], Now, Now.AddDays(30)), Actor, "outage", Cancellation))
            .ShouldBeOfType<Outcome.Done>().DelegationId.ShouldNotBeNull();
        var whole = (await registry.Desk.DelegateAsync(new("H37", "H14", [], null, null), Actor, "outage", Cancellation)).ShouldBeOfType<Outcome.Done>().DelegationId!.Value;

        var agency = (await registry.ResolveAsync("H37")).AgencyId;
        var granted = (await registry.DirectoryAsync()).DelegationsOf(agency).Single(delegation => delegation.DelegationId == id);
        granted.Types.ShouldBe(["thong-bao", "cong-van", "normative"]);
        (granted.IsInForce(Now.AddTicks(-1)), granted.IsInForce(Now), granted.IsInForce(Now.AddDays(30))).ShouldBe((false, true, false));

        registry.Time.Advance(TimeSpan.FromDays(1));
        (await registry.Desk.RevokeAsync(whole, Actor, "over", Cancellation)).ShouldBeOfType<Outcome.Done>().Codes.ShouldBe(["H37"]);
        var revoked = (await registry.DirectoryAsync()).DelegationsOf(agency).Single(delegation => delegation.DelegationId == whole);
        revoked.Types.ShouldBeNull();
        (await registry.Store.ListDelegationsAsync(Cancellation)).Single(row => row.DelegationId == whole).ShouldSatisfyAllConditions(
            row => (row.GrantedBy, row.Reason).ShouldBe((Actor, "outage")), row => (row.RevokedBy, row.RevokedReason).ShouldBe((Actor, "over")));
        (revoked.IsInForce(Now), revoked.IsInForce(Now.AddDays(1))).ShouldBe((true, false));
        Errors(await registry.Desk.RevokeAsync(whole, Actor, "again", Cancellation)).Single().ShouldContain("was revoked at 2026-11-30 03:00:00Z");
    }

    [Fact]
    public async Task Records_who_did_what_and_why_and_nothing_where_nothing_was_done()
    {
        await using var registry = await Registry.CreateAsync(TestDatabases.Sqlite);
        await registry.Desk.SuspendAsync(["H37", "000.00.00.H20"], Actor, "merger", Cancellation);
        await registry.Desk.SuspendAsync(["H14", "H37"], Actor, "again", Cancellation);
        await registry.Desk.ResumeAsync(["H37"], Actor, "over", Cancellation);
        await registry.Desk.SucceedAsync("H20", "H37", Now.AddDays(2), Actor, "merged", Cancellation);
        var id = ((Outcome.Done)await registry.Desk.DelegateAsync(new("H37", "H14", [], null, null), Actor, "outage", Cancellation)).DelegationId!.Value;
        await registry.Desk.RevokeAsync(id, Actor, "mended", Cancellation);

        (await registry.AuditAsync()).Where(line => line.Action.StartsWith("agency-", StringComparison.Ordinal) && line.Action != "agency-import").ShouldBe(
        [
            (Actor, "agency-suspend", "H37, 000.00.00.H20", "merger"), (Actor, "agency-resume", "H37", "over"),
            (Actor, "agency-succeed", "H20", "by H37 from 2026-12-01 03:00:00Z: merged"),
            (Actor, "agency-delegate", "H37", "to H14: outage"), (Actor, "agency-revoke", id.ToString(), "mended"),
        ], ignoreOrder: true);
    }

    /// <summary>The feed is asked for what changed: an adapter's suspension is told with the agencies that it serves.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task Marks_the_agencies_of_an_adapter_as_changed_when_it_is_suspended(string database)
    {
        await using var registry = await Registry.CreateAsync(database);
        var row = (await registry.Store.ListAdaptersAsync(Cancellation)).Single(adapter => adapter.Code == "H37");
        await registry.Store.SaveAdapterAsync(
            row with { Status = AdapterRow.SuspendedStatus, SuspendedSince = Now, SuspendedBy = Actor, SuspendedReason = "lost key", ChangedAt = Now }, [], null,
            new RegistryAct(Actor, "adapter-suspend", "H37", "lost key"), Cancellation);

        (await registry.DirectoryAsync()).FindAdapter("H37").ShouldNotBeNull().SuspendedSince.ShouldBe(Now);
        (await registry.ResolveAsync("H37")).ChangedAt.ShouldBe(Now);
        (await registry.ResolveAsync("H20")).ChangedAt.ShouldBe(Now.AddDays(-1));
    }

    private static IReadOnlyList<string> Errors(Outcome outcome) => outcome.ShouldBeOfType<Outcome.Refused>().Errors;

    /// <summary>A registry of three provinces, H37 and H14 with adapters of their own.</summary>
    private sealed class Registry : IAsyncDisposable
    {
        private readonly LedgerFixture fixture;

        private Registry(LedgerFixture fixture)
        {
            this.fixture = fixture;
            Store = new(fixture.Database, Time);
            Desk = new(Store, Time);
        }

        public FakeTimeProvider Time { get; } = new(Now.AddDays(-1));

        public RegistryStore Store { get; }

        public AuthorityDesk Desk { get; }

        public static async Task<Registry> CreateAsync(string database)
        {
            var registry = new Registry(await LedgerFixture.CreateAsync(database));
            await new ImportAgencies(registry.Store, registry.Time).ImportAsync(
                [.. new[] { "H14", "H20", "H37" }.Select((code, index) => new AgencyLine(index + 2, code, "000.00.00." + code, "", code, code, "province", "", "", ""))],
                Actor, "a.csv", Cancellation);
            foreach (var code in new[] { "H14", "H37" })
            {
                await registry.Store.SaveAdapterAsync(
                    new AdapterRow { Code = code, Name = code, CreatedAt = Now.AddDays(-1), ChangedAt = Now.AddDays(-1) }, [(await registry.ResolveAsync(code)).AgencyId], null,
                    new RegistryAct(Actor, "adapter-add", code, ""), Cancellation);
            }

            registry.Time.Advance(TimeSpan.FromDays(1));
            return registry;
        }

        public async Task<AgencyDirectory> DirectoryAsync() => (await Store.LoadAsync(Cancellation)).Directory;

        public async Task<AgencyEntry> ResolveAsync(string code) => (await DirectoryAsync()).Resolve(code, Now).ShouldNotBeNull();

        public async Task<AgencyRow> RowAsync(string code) => (await fixture.Database.ReadAsync(
            "test", (session, token) => session.QueryAsync<AgencyRow>(RegistrySql.ListAgencies, null, token), Cancellation)).Single(row => row.Code == code);

        /// <summary>What is known of an agency's successor, from event to event.</summary>
        public async Task<IReadOnlyList<(Guid?, DateTimeOffset?)>> SuccessionsAsync(Guid agency) =>
        [
            .. (await fixture.Database.ReadAsync("test", (session, token) => session.QueryAsync<AgencyEventRow>(
                StatementSql.ListAgencyEvents, new { before = DateTimeOffset.MaxValue }, token), Cancellation))
                .Where(row => row.AgencyId == agency).DistinctBy(row => row.RecordedAt).Select(row => (row.SuccessorId, row.SuccessorFrom)),
        ];

        /// <summary>Past the stores.</summary>
        public DbConnection Connect() => RawDatabase.Connect(fixture.Database.Dialect, fixture.ConnectionString);

        public Task<IReadOnlyList<(string Actor, string Action, string Subject, string Detail)>> AuditAsync() =>
            AuditLines.ReadAsync(new SqliteConnectionStringBuilder(fixture.ConnectionString).DataSource);

        public ValueTask DisposeAsync() => fixture.DisposeAsync();
    }
}
