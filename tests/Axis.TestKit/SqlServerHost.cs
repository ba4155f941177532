using MassTransit;
using Microsoft.Data.SqlClient;

namespace Axis.TestKit;

/// <summary>
/// Databases of tests on the SQL Server that AXIS_TEST_SQLSERVER names. Its connection string may name a database or none: each test
/// makes one of its own, which the login must be allowed to create.
/// </summary>
public static class SqlServerHost
{
    // A server that has just been started takes connections long before it lets anybody log in.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task> Awake = new(WakeAsync);

    /// <summary>Connection string of a database that does not exist yet.</summary>
    public static string NewConnectionString() => new SqlConnectionStringBuilder(Requires.SqlServer)
    {
        InitialCatalog = "axis_test_" + NewId.NextSequentialGuid().ToString("N"),
    }.ToString();

    /// <summary>Returns when the server answers.</summary>
    /// <exception cref="TimeoutException">It did not within two minutes; says what it answered last.</exception>
    public static Task ReadyAsync() => Awake.Value;

    /// <summary>Removes a database with everybody who is in it; nothing happens where there is none.</summary>
    public static async Task DropAsync(string connectionString)
    {
        using (var pooled = new SqlConnection(connectionString))
        {
            SqlConnection.ClearPool(pooled);
        }

        await using var connection = await OpenMasterAsync(connectionString);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = (int)Patience.TotalSeconds;
        var name = new SqlConnectionStringBuilder(connectionString).InitialCatalog;
        command.CommandText = $"IF DB_ID(N'{name}') IS NOT NULL BEGIN ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]; END;";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task WakeAsync()
    {
        var last = "";
        await Eventually.Async(async () =>
        {
            try
            {
                await using var connection = await OpenMasterAsync(Requires.SqlServer!);
                return true;
            }
            catch (SqlException asleep)
            {
                last = asleep.Message;
                return false;
            }
        }, Patience, () => last);
    }

    private static async Task<SqlConnection> OpenMasterAsync(string connectionString)
    {
        var connection = new SqlConnection(new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master", Pooling = false, ConnectRetryCount = 0 }.ToString());
        try
        {
            await connection.OpenAsync();
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
