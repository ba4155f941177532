using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.SqlClient;

namespace Axis.Hub.Platform.Storage;

/// <summary>Migrations of a SQL Server database.</summary>
internal sealed class SqlServerMigrator(string connectionString, TimeProvider time, ILogger logger)
    : Migrator("Platform/Storage/Migrations/SqlServer/", time, logger)
{
    private const string Journal = """
        IF OBJECT_ID(N'dbo.Migration', N'U') IS NULL
            CREATE TABLE dbo.Migration
            (
                Name nvarchar(200) NOT NULL,
                Sha256 nvarchar(64) NOT NULL,
                AppliedAt datetimeoffset(3) NOT NULL,
                CONSTRAINT PK_Migration PRIMARY KEY CLUSTERED (Name)
            );
        """;

    private string DatabaseName => new SqlConnectionStringBuilder(connectionString).InitialCatalog;

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        await using (var server = await OpenAsync(new SqlConnectionStringBuilder(connectionString) { InitialCatalog = "master" }.ToString(), cancellation))
        {
            // A database's name cannot be a parameter; QUOTENAME makes it safe.
            await server.ExecuteAsync(
                "IF DB_ID(@name) IS NULL BEGIN DECLARE @create nvarchar(400) = N'CREATE DATABASE ' + QUOTENAME(@name); EXEC (@create); END;", new { name = DatabaseName });
        }

        await using var connection = await OpenAsync(connectionString, cancellation);
        var options = await ReadOptionsAsync(connection);
        if (!options.ReadCommittedSnapshot)
        {
            await connection.ExecuteAsync("ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;");
        }

        if (!options.SnapshotIsolation)
        {
            await connection.ExecuteAsync("ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;");
        }

        await connection.ExecuteAsync(Journal);
    }

    protected override async Task<IAsyncDisposable> LockAsync(CancellationToken cancellation)
    {
        // Owned by the session: released when the connection closes, also by a crash.
        var connection = await OpenAsync(new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString(), cancellation);
        var granted = await connection.QuerySingleAsync<int>(
            "DECLARE @granted int; EXEC @granted = sp_getapplock @Resource = N'axis-migrate', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 60000; SELECT @granted;",
            commandTimeout: 90);
        if (granted >= 0)
        {
            return connection;
        }

        await connection.DisposeAsync();
        throw new MigrationException("Another hub is migrating this database and did not end within a minute.");
    }

    protected override async Task<IReadOnlyList<string>> InspectOptionsAsync(CancellationToken cancellation)
    {
        SqlConnection connection;
        try
        {
            connection = await OpenAsync(connectionString, cancellation);
        }
        catch (SqlException fault)
        {
            return [$"The database {DatabaseName} cannot be opened: {fault.Message}"];
        }

        await using var held = connection;
        var options = await ReadOptionsAsync(connection);
        var wrong = new List<string>();
        if (!options.ReadCommittedSnapshot)
        {
            wrong.Add($"READ_COMMITTED_SNAPSHOT is off in {DatabaseName}; run axis-hub migrate.");
        }

        if (!options.SnapshotIsolation)
        {
            wrong.Add($"ALLOW_SNAPSHOT_ISOLATION is off in {DatabaseName}; run axis-hub migrate.");
        }

        if (await connection.QuerySingleAsync<int?>("SELECT OBJECT_ID(N'dbo.Migration', N'U');") is null)
        {
            wrong.Add($"The database {DatabaseName} was never migrated; run axis-hub migrate.");
        }

        return wrong;
    }

    protected override async Task<IReadOnlyDictionary<string, string>> ListAppliedAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(connectionString, cancellation);
        var rows = await connection.QueryAsync<(string Name, string Sha256)>("SELECT Name, Sha256 FROM dbo.Migration;");
        return rows.ToDictionary(row => row.Name, row => row.Sha256);
    }

    protected override UpgradeEngineBuilder Engine() => DeployChanges.To.SqlDatabase(connectionString);

    private static async Task<(bool ReadCommittedSnapshot, bool SnapshotIsolation)> ReadOptionsAsync(SqlConnection connection) =>
        await connection.QuerySingleAsync<(bool, bool)>(
            "SELECT is_read_committed_snapshot_on, CAST(CASE WHEN snapshot_isolation_state IN (1, 3) THEN 1 ELSE 0 END AS bit) FROM sys.databases WHERE database_id = DB_ID();");

    private static async Task<SqlConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
