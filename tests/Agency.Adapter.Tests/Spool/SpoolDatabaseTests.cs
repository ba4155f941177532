using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Tests.Spool;

public sealed class SpoolDatabaseTests : IDisposable
{
    private readonly AdapterOptions options = new()
    {
        Code = "H37", SpoolFolder = Directory.CreateTempSubdirectory("axis-spool-tests").FullName, InlineLimit = 1_000,
    };

    public void Dispose() => Directory.Delete(options.SpoolFolder, recursive: true);

    [Fact]
    public async Task Keeps_its_id_and_what_was_committed()
    {
        Guid id;
        using (var spool = new SpoolDatabase(options))
        {
            id = spool.SpoolId;
            await spool.WriteAsync(transaction => transaction.Execute(SpoolSql.AddMeta, new { Name = "n", Value = "v" }));
        }

        using var again = new SpoolDatabase(options);
        again.SpoolId.ShouldBe(id);
        Meta(again, "n").ShouldBe("v");
    }

    [Fact]
    public async Task Takes_over_a_spool_from_before_time_stamps_and_sends_what_lies_there_as_it_is()
    {
        using (var spool = new SpoolDatabase(options))
        {
            await spool.WriteAsync(transaction => transaction.Execute(
                """
                INSERT INTO Submission (SubmissionId, Agency, Kind, Priority, PackageSha256, PackageLength, Try, State, Manifest, Seal, NeedsTimeStamp,
                  NeedsUpload, HandedOverAt, Findings, Sends, DueAt)
                VALUES ('s', 'H37', 'edoc', 0, 'p', 1, 1, 'Waiting', x'00', x'00', 0, 0, 5, '[]', 0, 5);
                DROP INDEX SubmissionWaiting;
                DROP INDEX SubmissionOrder;
                DROP INDEX SubmissionUnstamped;
                ALTER TABLE Submission DROP COLUMN NeedsTimeStamp;
                ALTER TABLE Delivery DROP COLUMN DestroyedAt;
                DROP VIEW OpenContent;
                ALTER TABLE OwnState DROP COLUMN Closed;
                CREATE INDEX SubmissionDue ON Submission (NeedsUpload, DueAt) WHERE DueAt IS NOT NULL;
                CREATE INDEX SubmissionOrder ON Submission (NeedsUpload, Priority DESC, Cursor, DueAt) WHERE DueAt IS NOT NULL;
                PRAGMA user_version = 1;
                """));
        }

        using var upgraded = new SpoolDatabase(options);
        upgraded.Read(spool => spool.Query<SubmissionRow>(SpoolSql.ListDueSubmissions, new { Now = 5, NeedsUpload = false, Limit = 9 }))
            .ShouldHaveSingleItem().NeedsTimeStamp.ShouldBeFalse();
        upgraded.Read(spool => spool.ExecuteScalar<int>("PRAGMA user_version")).ShouldBe(9);
    }

    [Fact]
    public async Task Takes_over_a_spool_from_before_requests_and_links_recalls_with_their_documents()
    {
        using (var spool = new SpoolDatabase(options))
        {
            await spool.WriteAsync(transaction =>
            {
                Add(transaction, "letter", 1, "edoc", """{"senderCode":"G22"}""");
                Add(transaction, "another sender's", 2, "edoc", """{"senderCode":"H14"}""");
                Add(transaction, "recall", 3, "edoc", """{"senderCode":"G22","businessDocType":1}""");
                Add(transaction, "taken back", 4, "status", """{"senderCode":"G22","statusCode":"13"}""");
                Add(transaction, "acceptance", 5, "status", """{"senderCode":"G22","statusCode":"03"}""");
                Add(transaction, "letter after it", 6, "edoc", """{"senderCode":"G22"}""");
                transaction.Execute("DROP TABLE About; DROP TABLE RequestAnswer; DROP TABLE SentHeader; DROP VIEW OpenContent; ALTER TABLE OwnState DROP COLUMN Closed; PRAGMA user_version = 3");
            });
        }

        using var upgraded = new SpoolDatabase(options);
        upgraded.Read(spool => spool.Query<string>("SELECT CarrierId || ' -> ' || DeliveryId FROM About ORDER BY 1"))
            .ShouldBe(["recall -> letter", "taken back -> letter"]);

        static void Add(SpoolTransaction transaction, string id, int cursor, string kind, string metadata) => transaction.Execute(
            """
            INSERT INTO Delivery (DeliveryId, DocumentId, Attempt, Kind, Receiver, Agency, Priority, Phase, Taken, Cursor, Manifest, Seal, PackageSha256, PackageLength, Findings, Trace,
              Metadata, ReceivedAt, Tries, DocumentNumber)
            VALUES (@Id, 'd', 1, @Kind, 'H37', 'H37', 0, 'Done', 1, @Cursor, x'00', x'00', 'p', 1, '[]', '', @Metadata, 1, 0, 'G22,2026,7')
            """, new { Id = id, Cursor = cursor, Kind = kind, Metadata = metadata });
    }

    [Fact]
    public async Task Takes_over_a_spool_from_before_closings_were_told_and_believes_the_hub_that_says_it_again()
    {
        var state = new DeliveryState(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), "G22", 4, "FAIL", DateTimeOffset.UnixEpoch, 1);
        using (var spool = new SpoolDatabase(options))
        {
            await spool.WriteAsync(transaction => OutgoingStore.AddState(transaction, state));
            await spool.WriteAsync(transaction => transaction.Execute("DROP VIEW OpenContent; ALTER TABLE OwnState DROP COLUMN Closed; PRAGMA user_version = 7"));
        }

        using var upgraded = new SpoolDatabase(options);
        upgraded.Read(Closed).ShouldBe([0]);
        await upgraded.WriteAsync(transaction => OutgoingStore.AddState(transaction, state with { ClosedAt = DateTimeOffset.UnixEpoch }));
        await upgraded.WriteAsync(transaction => OutgoingStore.AddState(transaction, state));
        upgraded.Read(Closed).ShouldBe([1]);
        upgraded.Read(spool => OutgoingStore.ListStates(spool, state.DeliveryId)).ShouldHaveSingleItem().ClosedAt.ShouldBe(DateTimeOffset.UnixEpoch);

        static IReadOnlyList<int> Closed(SqliteConnection spool) => [.. spool.Query<int>("SELECT Closed FROM OwnState")];
    }

    [Fact]
    public void Is_sampled_from_indexes_alone_however_much_lies_in_it()
    {
        using var spool = new SpoolDatabase(options);
        foreach (var statement in new[] { SpoolSql.ListWaitingSubmissions, SpoolSql.ListWaitingDeliveries, SpoolSql.CountOwed })
        {
            spool.Read(reader => reader.Query<PlanRow>("EXPLAIN QUERY PLAN " + statement)).ToArray()
                .ShouldContain(row => row.Detail.Contains("COVERING INDEX", StringComparison.Ordinal), statement);
        }
    }

    [Fact]
    public void Is_one_writers_alone()
    {
        using var first = new SpoolDatabase(options);
        Should.Throw<IOException>(() => new SpoolDatabase(options));
    }

    [Fact]
    public async Task Undoes_only_the_work_that_failed_though_many_are_committed_together()
    {
        using var spool = new SpoolDatabase(options);
        using var gate = new ManualResetEventSlim();
        var rung = 0;
        var first = spool.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(10)));
        var works = Enumerable.Range(0, 20).Select(number => spool.WriteAsync(transaction =>
        {
            transaction.Execute(SpoolSql.AddMeta, new { Name = $"n{number}", Value = "v" });
            transaction.AfterCommit(() => Interlocked.Increment(ref rung));
            if (number % 2 == 1)
            {
                throw new InvalidDataException($"{number}");
            }
        })).ToList();
        gate.Set();
        await first;

        for (var number = 0; number < 20; number++)
        {
            if (number % 2 == 1)
            {
                (await Should.ThrowAsync<InvalidDataException>(() => works[number])).Message.ShouldBe($"{number}");
                Meta(spool, $"n{number}").ShouldBeNull();
            }
            else
            {
                await works[number];
                Meta(spool, $"n{number}").ShouldBe("v");
            }
        }

        rung.ShouldBe(10);
    }

    [Fact]
    public async Task Syncs_every_commit_in_a_write_ahead_log()
    {
        using var spool = new SpoolDatabase(options);
        await spool.WriteAsync(transaction =>
        {
            transaction.Find<string>("PRAGMA journal_mode").ShouldBe("wal");
            transaction.Find<int>("PRAGMA synchronous").ShouldBe(2);
        });
    }

    [Fact]
    public async Task Sweeps_content_that_no_row_names_and_keeps_what_one_does()
    {
        string kept, orphan;
        using (var spool = new SpoolDatabase(options))
        {
            var contents = new ContentStore(spool, options);
            kept = await PlaceAsync(contents, 1, spool);
            orphan = await PlaceAsync(contents, 2, null);
            File.WriteAllBytes(Path.Combine(options.SpoolFolder, "half", "left"), [1]);
        }

        using var again = new SpoolDatabase(options);
        var store = new ContentStore(again, options);
        await using (var content = store.OpenRead(kept))
        {
            content.Length.ShouldBe(5_000);
        }

        store.Has(orphan).ShouldBeFalse();
        Directory.EnumerateFiles(options.SpoolFolder, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).ShouldNotContain(name => name == orphan || name == "left");
    }

    [Fact]
    public async Task Refuses_a_spool_of_a_newer_program()
    {
        using (var spool = new SpoolDatabase(options))
        {
            await spool.WriteAsync(transaction => transaction.Execute(SpoolSql.AddMeta, new { Name = "n", Value = "v" }));
        }

        using (var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(options.SpoolFolder, "spool.db")};Pooling=False"))
        {
            file.Open();
            file.Execute("PRAGMA user_version = 99");
        }

        Should.Throw<InvalidDataException>(() => new SpoolDatabase(options));
    }

    private static string? Meta(SpoolDatabase spool, string name) =>
        spool.Read(reader => reader.QueryFirstOrDefault<string>(SpoolSql.FindMeta, new { Name = name }));

    private static async Task<string> PlaceAsync(ContentStore contents, byte seed, SpoolDatabase? spool)
    {
        var bytes = new byte[5_000];
        bytes.AsSpan().Fill(seed);
        using var staged = (await contents.StageAsync(new MemoryStream(bytes), long.MaxValue, CancellationToken.None))!;
        contents.Place(staged);
        if (spool is not null)
        {
            await spool.WriteAsync(transaction => ContentStore.Add(transaction, staged));
        }

        return staged.Sha256;
    }

    private sealed record PlanRow
    {
        public string Detail { get; init; } = "";
    }
}
