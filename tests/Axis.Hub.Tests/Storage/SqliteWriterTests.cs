using Axis.Hub.Ledger;
using MassTransit;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Storage;

/// <summary>Units of work that share a commit, and none of whose failures is another's.</summary>
public sealed class SqliteWriterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_together_is_committed_together()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var seen = new List<int>();
        await BehindAsync(fixture.Ledger, Enumerable.Range(0, 5).Select<int, Func<Task>>(_ => () => fixture.Ledger.WriteAsync("unit", async (transaction, token) =>
        {
            seen.Add((await StuckAsync(fixture.Ledger)).Count);
            await transaction.InsertStuckAsync([Row()], token);
            return true;
        }, Cancellation)));

        // Each of them saw the first unit only, however many ran before it.
        seen.ShouldBe([1, 1, 1, 1, 1]);
        (await StuckAsync(fixture.Ledger)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_unit_that_fails_takes_nothing_of_the_others_with_it()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var failing = new InvalidOperationException("a mistake");
        Task? failed = null;
        await BehindAsync(
            fixture.Ledger,
            [
                () => InsertAsync(fixture.Ledger),
                () => failed = fixture.Ledger.WriteAsync<bool>("mistake", async (transaction, token) =>
                {
                    await transaction.InsertStuckAsync([Row("mistake")], token);
                    throw failing;
                }, Cancellation),
                () => InsertAsync(fixture.Ledger),
            ]);

        (await Should.ThrowAsync<InvalidOperationException>(() => failed!)).ShouldBeSameAs(failing);
        (await StuckAsync(fixture.Ledger)).Select(row => row.Kind).ShouldBe(["first", "dead-letter", "dead-letter"], ignoreOrder: true);
    }

    /// <summary>Some failures roll everything back inside the database: what the others wrote before is written again.</summary>
    [Fact]
    public async Task A_unit_that_loses_the_transaction_costs_the_others_a_second_run_and_no_more()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await MakeLosingAsync(fixture);
        Task? failed = null;
        var runs = 0;
        await BehindAsync(
            fixture.Ledger,
            [
                () => fixture.Ledger.WriteAsync("twice", async (transaction, token) =>
                {
                    runs++;
                    await transaction.InsertStuckAsync([Row()], token);
                    return true;
                }, Cancellation),
                () => failed = InsertAsync(fixture.Ledger, "loses"),
                () => InsertAsync(fixture.Ledger),
            ]);

        (await Should.ThrowAsync<SqliteException>(() => failed!)).Message.ShouldContain("lost");
        runs.ShouldBe(2);
        (await StuckAsync(fixture.Ledger)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_a_unit_said_of_a_state_that_was_never_committed_is_not_its_answer()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await MakeLosingAsync(fixture);
        var seen = new List<int>();
        await BehindAsync(
            fixture.Ledger,
            [
                () => fixture.Ledger.WriteAsync("objects", async (transaction, token) =>
                {
                    seen.Add((await transaction.ListStuckAsync("open", 100, token)).Count);
                    return seen.Count > 1 ? true : throw new InvalidOperationException("an objection");
                }, Cancellation),
                () => InsertAsync(fixture.Ledger, "loses"),
            ]);

        seen.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_given_up_while_it_waits_never_runs()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task? given = null;
        var hasRun = false;
        await BehindAsync(
            fixture.Ledger,
            [
                () => given = fixture.Ledger.WriteAsync("given up", (_, _) => Task.FromResult(hasRun = true), stop.Token),
                () => InsertAsync(fixture.Ledger),
            ],
            async () =>
            {
                await stop.CancelAsync();
                await Should.ThrowAsync<OperationCanceledException>(() => given!);
            });

        hasRun.ShouldBeFalse();
        (await StuckAsync(fixture.Ledger)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Every_unit_runs_under_the_context_of_who_asked_for_it()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var asked = new AsyncLocal<int>();
        var found = new List<(int Asked, int Found)>();
        await BehindAsync(fixture.Ledger, Enumerable.Range(1, 3).Select<int, Func<Task>>(number => () =>
        {
            asked.Value = number;
            return fixture.Ledger.WriteAsync("unit", (_, _) =>
            {
                found.Add((number, asked.Value));
                return Task.FromResult(true);
            }, Cancellation);
        }));

        found.ShouldBe([(1, 1), (2, 2), (3, 3)], ignoreOrder: true);
    }

    /// <summary>Starts the work while the writer is held by a first unit, lets that go, and waits for all, whatever becomes of them.</summary>
    private static async Task BehindAsync(ILedger ledger, IEnumerable<Func<Task>> work, Func<Task>? meanwhile = null)
    {
        var running = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var first = ledger.WriteAsync("first", async (transaction, token) =>
        {
            await transaction.InsertStuckAsync([Row("first")], token);
            running.SetResult();
            await release.Task;
            return true;
        }, Cancellation);
        await Task.WhenAny(running.Task, first);
        var started = work.Select(start => start()).ToList();
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        release.SetResult();
        await first;
        await Task.WhenAll(started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>A row of this kind rolls everything back inside the database.</summary>
    private static async Task MakeLosingAsync(LedgerFixture fixture)
    {
        await using var connection = new SqliteConnection(fixture.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var trigger = connection.CreateCommand();
        trigger.CommandText = "CREATE TRIGGER Loses BEFORE INSERT ON Stuck WHEN NEW.Kind = 'loses' BEGIN SELECT RAISE(ROLLBACK, 'lost'); END";
        await trigger.ExecuteNonQueryAsync(Cancellation);
    }

    private static Task<bool> InsertAsync(ILedger ledger, string kind = "dead-letter") =>
        ledger.WriteAsync("insert", async (transaction, token) =>
        {
            await transaction.InsertStuckAsync([Row(kind)], token);
            return true;
        }, Cancellation);

    private static Task<IReadOnlyList<StuckRow>> StuckAsync(ILedger ledger) =>
        ledger.ReadAsync("stuck", (reader, token) => reader.ListStuckAsync(null, 100, token), Cancellation);

    private static StuckRow Row(string kind = "dead-letter") => new()
    {
        StuckId = NewId.NextSequentialGuid(),
        Kind = kind,
        Queue = "axis.submit",
        Body = [],
        Headers = "{}",
        Reason = "rejected",
        RecordedAt = DateTimeOffset.UnixEpoch,
    };
}
