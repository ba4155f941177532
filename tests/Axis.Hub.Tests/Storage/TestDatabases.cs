using MassTransit;
using Microsoft.Data.SqlClient;

namespace Axis.Hub.Tests.Storage;

/// <summary>The databases that behaviour is run against: SQLite always, SQL Server where AXIS_TEST_SQLSERVER names one.</summary>
internal static class TestDatabases
{
    public const string Sqlite = "SQLite";
    public const string SqlServer = "SQL Server";
    private const string Variable = "AXIS_TEST_SQLSERVER";

    public static string? ServerString => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    /// <summary>Rows of a theory; the missing server is a skip with its name, never silence.</summary>
    public static IEnumerable<TheoryDataRow<string>> All()
    {
        yield return new TheoryDataRow<string>(Sqlite);
        yield return new TheoryDataRow<string>(SqlServer) { Skip = ServerString is null ? $"{Variable} names no SQL Server." : null };
    }

    /// <summary>Connection string of a database that does not exist yet.</summary>
    public static string NewConnectionString(string database, string folder)
    {
        var name = "axis_test_" + NewId.NextSequentialGuid().ToString("N");
        return database == Sqlite
            ? $"Data Source={Path.Combine(folder, name + ".db")}"
            : new SqlConnectionStringBuilder(ServerString) { InitialCatalog = name }.ToString();
    }

    public static async Task DropAsync(string connectionString, CancellationToken cancellation)
    {
        var target = new SqlConnectionStringBuilder(connectionString);
        var name = target.InitialCatalog;
        target.InitialCatalog = "master";
        await using var connection = new SqlConnection(target.ToString());
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"IF DB_ID(N'{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END;";
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
