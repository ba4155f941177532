using System.Data.Common;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Statements;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Statements;

/// <summary>What no run of statements has seen: every event of a delivery from when it is written until a run has it.</summary>
public sealed class UnseenEventTests
{
    private const string Script = "2026-11-30_94_UnseenEvents.sql";

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Every_event_is_unseen_until_a_run_takes_it_the_earliest_first(string database)
    {
        await using var host = await StartAsync(database);
        await using var connection = Connect(host);
        var all = await UnseenAsync(connection);
        all.ShouldBe(await EventsAsync(connection, ""));
        all.Count.ShouldBe(2);

        (await MarkAsync(host, 1)).ShouldBe(1);
        var left = await UnseenAsync(connection);
        all.Except(left).ShouldHaveSingleItem().EffectiveAt.ShouldBe(all.Min(row => row.EffectiveAt));

        (await MarkAsync(host, 100)).ShouldBe(all.Count - 1);
        (await UnseenAsync(connection)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_unseen_while_events_bore_a_mark_still_is(string database)
    {
        await using var host = await StartAsync(database);
        await using var connection = Connect(host);
        var isLite = connection is SqliteConnection;
        foreach (var text in new[]
        {
            "DROP TABLE UnseenDeliveryEvent;", $"ALTER TABLE DeliveryEvent ADD SeenBy {(isLite ? "TEXT" : "uniqueidentifier")} NULL;",
            "CREATE INDEX IX_DeliveryEvent_Unseen ON DeliveryEvent (EffectiveAt) WHERE SeenBy IS NULL;",
            $"UPDATE DeliveryEvent SET SeenBy = '{Guid.Empty}' WHERE EffectiveAt = (SELECT MIN(EffectiveAt) FROM DeliveryEvent);",
        })
        {
            await connection.ExecuteAsync(text);
        }

        var unseen = await EventsAsync(connection, "WHERE SeenBy IS NULL");
        await connection.RunMigrationAgainAsync(Script);

        unseen.ShouldHaveSingleItem();
        (await UnseenAsync(connection)).ShouldBe(unseen);
    }

    /// <summary>Another hub may write an earlier one between a run's look at the earliest and its mark; it reckons with what it saw only.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_lies_before_the_earliest_that_a_run_reckons_with_stays_unseen(string database)
    {
        await using var host = await StartAsync(database);
        await using var connection = Connect(host);
        var all = await UnseenAsync(connection);

        (await MarkAsync(host, 100, all.Max(row => row.EffectiveAt))).ShouldBe(1);

        (await UnseenAsync(connection)).ShouldBe([all.MinBy(row => row.EffectiveAt)!]);
    }

    /// <summary>It came after the statements of its day: what a run takes over without naming it would be counted and named nowhere.</summary>
    [Theory, MemberData(nameof(Databases))]
    public async Task What_came_late_stays_unseen_until_it_is_named(string database)
    {
        await using var host = await StartAsync(database);
        await using var connection = Connect(host);
        var all = await UnseenAsync(connection);
        var (early, late) = (all.MinBy(row => row.EffectiveAt)!, all.MaxBy(row => row.EffectiveAt)!);

        (await MarkAsync(host, 100, before: late.EffectiveAt)).ShouldBe(1);
        (await UnseenAsync(connection)).ShouldBe([early]);

        await connection.ExecuteAsync("INSERT INTO StatementRun (RunId, Through, Owner, LeaseUntil, StartedAt) VALUES (@run, '2026-11-24', 'x', @at, @at)", new { run = Guid.Empty, at = host.Time.GetUtcNow() });
        await host.Get<IDatabase>().WriteAsync("test", (session, token) => session.ExecuteAsync(
            StatementSql.KeepLateDeliveryEvents, new { runId = Guid.Empty, since = early.EffectiveAt, before = late.EffectiveAt, limit = 100 }, token), Cancellation);
        (await MarkAsync(host, 100, before: late.EffectiveAt)).ShouldBe(1);
        (await UnseenAsync(connection)).ShouldBeEmpty();
    }

    /// <summary>The same of what has no rows of its own for it.</summary>
    [Theory]
    [InlineData("RefusalEvent", "EffectiveAt", "(CaseId, Sequence, Kind, Copies, Source, RecordedAt, EffectiveAt) VALUES (@id, 1, 'REFUSED', 1, 'hub', @at, @at)")]
    [InlineData("BookDifferenceEvent", "EffectiveAt", "(DifferenceId, Sequence, Kind, Source, AtHub, AtAdapter, RecordedAt, EffectiveAt) VALUES (@id, 1, 'FOUND', 'hub', '', '', @at, @at)")]
    [InlineData("AgencyEvent", "RecordedAt", "(EventId, AgencyId, Code, NameVi, NameEn, Pilot, RecordedAt) VALUES (@id, @id, 'H99', '', '', 0, @at)")]
    public async Task What_lies_before_the_earliest_that_a_run_reckons_with_gets_no_mark(string table, string time, string row)
    {
        await using var host = await FlowHost.StartAsync(TestDatabases.Sqlite);
        await using var connection = new SqliteConnection(host.Options.Ledger + ";Pooling=False;Foreign Keys=False");
        var (early, late, run) = (host.Time.GetUtcNow(), host.Time.GetUtcNow().AddHours(1), Guid.CreateVersion7());
        foreach (var at in new[] { early, late })
        {
            await connection.ExecuteAsync($"INSERT INTO {table} {row}", new { id = Guid.CreateVersion7(), at });
        }

        var mark = table switch
        {
            "RefusalEvent" => StatementSql.MarkSeenRefusalEvent,
            "BookDifferenceEvent" => StatementSql.MarkSeenBookEvent,
            _ => StatementSql.MarkSeenAgencyEvent,
        };
        await host.Get<IDatabase>().WriteAsync("test", (session, token) => session.ExecuteAsync(mark, new { runId = run, since = late, before = DateTimeOffset.MinValue, limit = 100 }, token), Cancellation);

        (await connection.QueryAsync<DateTimeOffset>($"SELECT {time} FROM {table} WHERE SeenBy = @run", new { run })).ShouldBe([late]);
        (await connection.QueryAsync<DateTimeOffset>($"SELECT {time} FROM {table} WHERE SeenBy IS NULL")).ShouldContain(early);
    }

    /// <summary>Two deliveries, an hour apart.</summary>
    private static async Task<FlowHost> StartAsync(string database)
    {
        var host = await FlowHost.StartAsync(database);
        await host.SubmitOneAsync(new Draft());
        host.Time.Advance(TimeSpan.FromHours(1));
        await host.SubmitOneAsync(new Draft { Number = "7817" });
        return host;
    }

    private static Task<int> MarkAsync(FlowHost host, int limit, DateTimeOffset since = default, DateTimeOffset before = default) => host.Get<IDatabase>().WriteAsync("test", (session, token) =>
        session.ExecuteAsync(StatementSql.MarkSeenDeliveryEvent, new { runId = Guid.Empty, since, before, limit }, token), Cancellation);

    private static DbConnection Connect(FlowHost host) => RawDatabase.Connect(host.Get<IDatabase>().Dialect, host.Options.Ledger);

    private static Task<IReadOnlyList<UnseenRow>> UnseenAsync(DbConnection connection) => ReadAsync(connection, "UnseenDeliveryEvent", "");

    private static Task<IReadOnlyList<UnseenRow>> EventsAsync(DbConnection connection, string where) => ReadAsync(connection, "DeliveryEvent", where);

    private static async Task<IReadOnlyList<UnseenRow>> ReadAsync(DbConnection connection, string table, string where) =>
        [.. await connection.QueryAsync<UnseenRow>($"SELECT EffectiveAt, DeliveryId, Sequence FROM {table} {where} ORDER BY EffectiveAt, DeliveryId, Sequence;")];

    private sealed record UnseenRow
    {
        public required DateTimeOffset EffectiveAt { get; init; }
        public required Guid DeliveryId { get; init; }
        public required int Sequence { get; init; }
    }
}
