using Axis.Hub.Platform.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Storage;

/// <summary>Migrations: once, complete, and never behind a changed script.</summary>
public sealed class MigrationTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrates_once_and_finds_nothing_wrong_afterwards(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        await fixture.Database.MigrateAsync(TestContext.Current.CancellationToken);
        (await fixture.Database.InspectAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stops_at_an_applied_script_that_has_changed()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await ExecuteAsync(fixture, "UPDATE Migration SET Sha256 = 'other' WHERE Name = '0001_Foundation.sql';");

        (await Should.ThrowAsync<MigrationException>(() => fixture.Database.MigrateAsync(TestContext.Current.CancellationToken)))
            .Message.ShouldContain("0001_Foundation.sql was applied with other contents");
        (await fixture.Database.InspectAsync(TestContext.Current.CancellationToken)).Single().ShouldContain("0001_Foundation.sql");
    }

    [Fact]
    public async Task Stops_at_a_database_of_a_newer_program()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await ExecuteAsync(fixture, "INSERT INTO Migration (Name, Sha256, AppliedAt) VALUES ('9999_Future.sql', 'x', 'x');");

        (await Should.ThrowAsync<MigrationException>(() => fixture.Database.MigrateAsync(TestContext.Current.CancellationToken)))
            .Message.ShouldContain("9999_Future.sql");
    }

    [Fact]
    public async Task Says_that_a_database_was_never_migrated()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await ExecuteAsync(fixture, "DELETE FROM Migration;");
        (await fixture.Database.InspectAsync(TestContext.Current.CancellationToken)).ShouldContain("The migration 0001_Foundation.sql is not applied; run axis-hub migrate.");
    }

    [Fact]
    public void Has_the_same_scripts_for_both_databases()
    {
        var time = TimeProvider.System;
        var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        new SqliteMigrator("Data Source=none.db", time, logger).Scripts.Select(script => script.Name)
            .ShouldBe(new SqlServerMigrator("Data Source=none", time, logger).Scripts.Select(script => script.Name));
    }

    private static async Task ExecuteAsync(LedgerFixture fixture, string sql)
    {
        await using var connection = new SqliteConnection(fixture.ConnectionString + ";Pooling=False");
        await connection.ExecuteAsync(sql);
    }
}
