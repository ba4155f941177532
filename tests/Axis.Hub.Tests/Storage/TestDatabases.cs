using Axis.TestKit;
using MassTransit;

namespace Axis.Hub.Tests.Storage;

/// <summary>The databases that behaviour is run against: SQLite always, SQL Server where AXIS_TEST_SQLSERVER names one.</summary>
internal static class TestDatabases
{
    public const string Sqlite = "SQLite";
    public const string SqlServer = "SQL Server";

    /// <summary>Rows of a theory; the missing server is a skip with its name, never silence.</summary>
    public static IEnumerable<TheoryDataRow<string>> All()
    {
        yield return new TheoryDataRow<string>(Sqlite);
        yield return new TheoryDataRow<string>(SqlServer) { Skip = Requires.HasSqlServer ? null : $"{Requires.SqlServerVariable} names no SQL Server." };
    }

    /// <summary>Connection string of a database that does not exist yet.</summary>
    public static string NewConnectionString(string database, string folder) => database == Sqlite
        ? $"Data Source={Path.Combine(folder, "axis_test_" + NewId.NextSequentialGuid().ToString("N") + ".db")}"
        : SqlServerHost.NewConnectionString();
}
