using System.Data;
using System.Reflection;
using Axis.Hub.Platform.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Storage;

/// <summary>Statements, types and faults.</summary>
public sealed class StorageTests
{
    [Fact]
    public void Declares_every_statement_file_and_no_other()
    {
        var declared = SqlText.ResolveAll().Select(text => text.Name).ToHashSet(StringComparer.Ordinal);
        var files = typeof(SqlText).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && !name.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(name => name[..^4]).Select(name => name.EndsWith(".mssql", StringComparison.Ordinal) ? name[..^6] : name)
            .Select(name => name.EndsWith(".sqlite", StringComparison.Ordinal) ? name[..^7] : name)
            .ToHashSet(StringComparer.Ordinal);
        files.ShouldBe(declared, ignoreOrder: true);
    }

    [Fact]
    public void Stops_at_a_missing_statement() =>
        Should.Throw<InvalidOperationException>(() => SqlText.In("Ledger/Sql", "NoSuchStatement")).Message.ShouldContain("NoSuchStatement.sqlite.sql");

    [Theory]
    [InlineData("Data Source=axis.db", nameof(SqlDialect.Sqlite))]
    [InlineData("data source=/var/lib/axis/Ledger.DB", nameof(SqlDialect.Sqlite))]
    [InlineData("Data Source=sql01;Initial Catalog=axis;Integrated Security=true", nameof(SqlDialect.SqlServer))]
    [InlineData("Server=sql01;Database=axis", nameof(SqlDialect.SqlServer))]
    [InlineData("Server=sql01;Initial Catalog=my.db", nameof(SqlDialect.SqlServer))]
    [InlineData("Data Source=sql01.db;Initial Catalog=axis", nameof(SqlDialect.SqlServer))]
    public void Knows_the_database_by_its_connection_string(string connectionString, string dialect) =>
        StorageComponent.DialectOf(connectionString).ToString().ShouldBe(dialect);

    [Fact]
    public void Writes_times_in_the_order_of_time_and_cuts_them_to_milliseconds()
    {
        var time = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(7)).AddTicks(1_239_999);
        SqlTime.Write(time).ShouldBe("2026-11-24T05:00:00.123Z");
        SqlTime.Read(SqlTime.Write(time)).ShouldBe(SqlTime.Cut(time));
        string.CompareOrdinal(SqlTime.Write(time), SqlTime.Write(time.AddMilliseconds(1))).ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData(19, 2067, nameof(SqlFault.Collision))] // unique index
    [InlineData(19, 1555, nameof(SqlFault.Collision))] // primary key
    [InlineData(19, 1299, nameof(SqlFault.Data))] // NOT NULL
    [InlineData(19, 787, nameof(SqlFault.Data))] // foreign key
    [InlineData(20, 20, nameof(SqlFault.Data))] // a text where a number belongs
    [InlineData(5, 5, nameof(SqlFault.Outage))]
    [InlineData(13, 13, nameof(SqlFault.Outage))]
    [InlineData(1, 1, nameof(SqlFault.None))]
    public void Judges_a_SQLite_fault_by_its_number(int code, int extended, string fault) =>
        SqlFaults.Of(new SqliteException("any", code, extended)).ToString().ShouldBe(fault);

    [Theory]
    [InlineData(2601, nameof(SqlFault.Collision))]
    [InlineData(2627, nameof(SqlFault.Collision))]
    [InlineData(1205, nameof(SqlFault.Collision))]
    [InlineData(1222, nameof(SqlFault.Collision))]
    [InlineData(3961, nameof(SqlFault.Collision))]
    [InlineData(-2, nameof(SqlFault.Outage))]
    [InlineData(0, nameof(SqlFault.Outage))]
    [InlineData(4060, nameof(SqlFault.Outage))]
    [InlineData(515, nameof(SqlFault.Data))]
    [InlineData(547, nameof(SqlFault.Data))]
    [InlineData(2628, nameof(SqlFault.Data))]
    [InlineData(208, nameof(SqlFault.None))]
    public void Judges_a_SQL_Server_fault_by_its_number(int number, string fault) => SqlFaults.Of(SqlServerFault(number)).ToString().ShouldBe(fault);

    [Fact]
    public async Task Waits_for_a_database_that_is_away_and_stops_waiting_when_asked()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var runs = 0;
        var answer = await fixture.Database.WriteAsync("away", (_, _) => ++runs < 3 ? throw new SqliteException("busy", 5) : Task.FromResult(runs), stop.Token);
        answer.ShouldBe(3);

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Database.WriteAsync<int>("away", (_, _) =>
        {
            stop.Cancel();
            throw new SqliteException("busy", 5);
        }, stop.Token));
    }

    /// <summary>SQL Server's driver tells a cancelled statement as an error of the server, and a hub that stops must not take it for one.</summary>
    [Fact]
    public async Task Tells_a_cancellation_as_one_whatever_the_driver_makes_of_it()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Database.ReadAsync<int>("stops", (_, _) =>
        {
            stop.Cancel();
            throw new SqliteException("interrupted", 1);
        }, stop.Token));
    }

    [Fact]
    public void Sends_times_and_dates_to_a_server_as_its_columns_keep_them()
    {
        var (at, on) = (new SqlParameter(), new SqlParameter());
        new SqlTypes.TimeHandler().SetValue(at, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(7)).AddTicks(1_239_999));
        new SqlTypes.DateHandler().SetValue(on, new DateOnly(1009, 10, 2));
        (at.SqlDbType, at.Scale, at.Value).ShouldBe((SqlDbType.DateTimeOffset, (byte)3, new DateTimeOffset(2026, 11, 24, 5, 0, 0, 123, TimeSpan.Zero)));
        (on.SqlDbType, on.Value).ShouldBe((SqlDbType.Date, new DateTime(1009, 10, 2)));
    }

    [Fact]
    public async Task Gives_up_a_collision_that_comes_every_time_and_says_so()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var runs = 0;
        await Should.ThrowAsync<WorkConflictException>(() => fixture.Database.WriteAsync<int>("collides", (_, _) =>
        {
            runs++;
            throw new SqliteException("unique", 19, 2067);
        }, TestContext.Current.CancellationToken));
        runs.ShouldBe(13);
    }

    /// <summary>The driver makes its exceptions itself; its own factory is the only way to one with a number.</summary>
    private static Microsoft.Data.SqlClient.SqlException SqlServerFault(int number)
    {
        const BindingFlags hidden = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var errors = (Microsoft.Data.SqlClient.SqlErrorCollection)Activator.CreateInstance(typeof(Microsoft.Data.SqlClient.SqlErrorCollection), nonPublic: true)!;
        var make = typeof(Microsoft.Data.SqlClient.SqlError).GetConstructors(hidden).OrderBy(each => each.GetParameters().Length).First();
        var arguments = make.GetParameters().Select(parameter => parameter.Name switch
        {
            "infoNumber" => number,
            "errorClass" => (byte)16,
            _ => parameter.HasDefaultValue ? parameter.DefaultValue : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null,
        }).ToArray();
        typeof(Microsoft.Data.SqlClient.SqlErrorCollection).GetMethod("Add", hidden)!.Invoke(errors, [make.Invoke(arguments)]);
        var create = typeof(Microsoft.Data.SqlClient.SqlException).GetMethods(hidden)
            .First(each => each.Name == "CreateException" && each.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }] && first == typeof(Microsoft.Data.SqlClient.SqlErrorCollection) && second == typeof(string));
        return (Microsoft.Data.SqlClient.SqlException)create.Invoke(null, [errors, "15.0"])!;
    }
}
