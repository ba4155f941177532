using Axis.Hub.Platform.Storage;
using Axis.TestKit;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;

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

    [Theory, MemberData(nameof(Databases))]
    public async Task Stops_at_an_applied_script_that_has_changed(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        await ExecuteAsync(fixture, "UPDATE Migration SET Sha256 = 'other' WHERE Name = '0001_Foundation.sql';");

        (await Should.ThrowAsync<MigrationException>(() => fixture.Database.MigrateAsync(TestContext.Current.CancellationToken)))
            .Message.ShouldContain("0001_Foundation.sql was applied with other contents");
        (await fixture.Database.InspectAsync(TestContext.Current.CancellationToken)).Single().ShouldContain("0001_Foundation.sql");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Stops_at_a_database_of_a_newer_program(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        await ExecuteAsync(fixture, "INSERT INTO Migration (Name, Sha256, AppliedAt) VALUES ('9999_Future.sql', 'x', '2026-11-24T05:00:00.000Z');");

        (await Should.ThrowAsync<MigrationException>(() => fixture.Database.MigrateAsync(TestContext.Current.CancellationToken)))
            .Message.ShouldContain("9999_Future.sql");
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Says_that_a_database_was_never_migrated(string database)
    {
        await using var fixture = await LedgerFixture.CreateAsync(database);
        await ExecuteAsync(fixture, "DELETE FROM Migration;");
        (await fixture.Database.InspectAsync(TestContext.Current.CancellationToken)).ShouldContain("The migration 0001_Foundation.sql is not applied; run axis-hub migrate.");
    }

    /// <summary>A database that a DBA has made in the usual way, and hubs that start together.</summary>
    [SqlServerFact]
    public async Task Takes_over_an_empty_database_of_another_collation_and_lets_several_hubs_migrate_it()
    {
        await SqlServerHost.ReadyAsync();
        var target = SqlServerHost.NewConnectionString();
        var name = new SqlConnectionStringBuilder(target).InitialCatalog;
        await using (var server = new SqlConnection(new SqlConnectionStringBuilder(target) { InitialCatalog = "master" }.ToString()))
        {
            await server.ExecuteAsync($"CREATE DATABASE [{name}] COLLATE Vietnamese_CI_AS;");
        }

        try
        {
            var migrators = Enumerable.Range(0, 3).Select(_ => new SqlServerMigrator(target, TimeProvider.System, NullLogger.Instance)).ToList();
            await Task.WhenAll(migrators.Select(migrator => migrator.MigrateAsync(TestContext.Current.CancellationToken)));
            (await migrators[0].InspectAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
        finally
        {
            await SqlServerHost.DropAsync(target);
        }
    }

    [Theory]
    [InlineData(true, true, "Latin1_General_100_BIN2")]
    [InlineData(true, true, "SQL_Latin1_General_CP1_CI_AS", "collation SQL_Latin1_General_CP1_CI_AS")]
    [InlineData(false, true, "Latin1_General_BIN2", "READ_COMMITTED_SNAPSHOT is off")]
    [InlineData(true, false, "Latin1_General_BIN2", "ALLOW_SNAPSHOT_ISOLATION is off")]
    [InlineData(false, false, null, "has the collation", "READ_COMMITTED_SNAPSHOT", "ALLOW_SNAPSHOT_ISOLATION")]
    public void Says_which_settings_of_a_server_are_wrong(bool committed, bool snapshot, string? collation, params string[] wrong)
    {
        var said = new SqlServerOptions(committed, snapshot, collation).Wrong("axis");
        said.Count.ShouldBe(wrong.Length);
        said.Zip(wrong).ShouldAllBe(pair => pair.First.Contains(pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asks_for_the_name_of_a_database_before_it_asks_a_server() =>
        (await Should.ThrowAsync<MigrationException>(() => new SqlServerMigrator("Server=127.0.0.1,1", TimeProvider.System, NullLogger.Instance)
            .MigrateAsync(TestContext.Current.CancellationToken))).Message.ShouldContain("Database=NAME");

    [Fact]
    public void Has_the_same_scripts_for_both_databases()
    {
        var time = TimeProvider.System;
        var logger = NullLogger.Instance;
        new SqliteMigrator("Data Source=none.db", time, logger).Scripts.Select(script => script.Name)
            .ShouldBe(new SqlServerMigrator("Data Source=none", time, logger).Scripts.Select(script => script.Name));
    }

    private static async Task ExecuteAsync(LedgerFixture fixture, string sql)
    {
        await using var connection = RawDatabase.Connect(fixture.Database.Dialect, fixture.ConnectionString);
        await connection.ExecuteAsync(sql);
    }
}
