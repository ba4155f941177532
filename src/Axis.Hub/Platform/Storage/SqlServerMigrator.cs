using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.SqlClient;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// Migrations of a SQL Server database. On connections outside of the pool: a pool answers a first refusal for seconds, hands on the
/// isolation level of its last user, and keeps a database that is to be dropped in use.
/// </summary>
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

    // A database's name cannot be a parameter; QUOTENAME makes it safe.
    private const string Create = $"""
        IF DB_ID(@name) IS NULL
        BEGIN
            DECLARE @create nvarchar(400) = N'CREATE DATABASE ' + QUOTENAME(@name) + N' COLLATE {SqlServerOptions.Collation}';
            EXEC (@create);
        END;
        """;

    private const string Lock = """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = @resource, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 60000;
        SELECT @granted;
        """;

    private const string Compare = $"ALTER DATABASE CURRENT COLLATE {SqlServerOptions.Collation};";
    private const string Version = "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;";
    private const string Snapshot = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;";
    private const int NoSuchDatabase = 4060;
    private const int LockSeconds = 90;
    private const int SettingSeconds = 300;

    // The driver itself would ask again, ten seconds later, for a database that does not exist.
    private readonly string unpooled = new SqlConnectionStringBuilder(connectionString) { Pooling = false, ConnectRetryCount = 0 }.ToString();

    private string DatabaseName => new SqlConnectionStringBuilder(connectionString).InitialCatalog;

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        if (DatabaseName.Length == 0)
        {
            throw new MigrationException("The connection string names no database: add Database=NAME.");
        }

        // Held in master and before the first look: changing options needs the database to itself and throws others out, and the server
        // makes one database at a time.
        await using var server = await FindMasterAsync(cancellation);
        if (server is not null)
        {
            await LockAsync(server, "axis-prepare");
        }

        // Where a DBA has prepared everything, no right outside the database is needed.
        var found = await FindOptionsAsync(cancellation);
        if (found is not null && found.Wrong(DatabaseName).Count == 0)
        {
            return;
        }

        if (found is null)
        {
            if (server is null)
            {
                throw new MigrationException($"The database {DatabaseName} does not exist, and this login may not enter master to make it.");
            }

            await server.ExecuteAsync(Create, new { name = DatabaseName }, commandTimeout: SettingSeconds);
        }

        await using var connection = await OpenAsync(unpooled, cancellation);
        await SetOptionsAsync(connection, await SqlServerOptions.ReadAsync(connection));
    }

    protected override async Task<IAsyncDisposable> LockAsync(CancellationToken cancellation)
    {
        // Owned by the session: released when the connection closes, also by a crash.
        var connection = await OpenAsync(unpooled, cancellation);
        try
        {
            await LockAsync(connection, "axis-migrate");
            await connection.ExecuteAsync(Journal);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    protected override async Task<IReadOnlyList<string>> InspectOptionsAsync(CancellationToken cancellation)
    {
        SqlConnection connection;
        try
        {
            connection = await OpenAsync(unpooled, cancellation);
        }
        catch (SqlException fault)
        {
            return [$"The database {DatabaseName} cannot be opened: {fault.Message}"];
        }

        await using var held = connection;
        var wrong = (await SqlServerOptions.ReadAsync(connection)).Wrong(DatabaseName).ToList();
        if (await connection.QuerySingleAsync<int?>("SELECT OBJECT_ID(N'dbo.Migration', N'U');") is null)
        {
            wrong.Add($"The database {DatabaseName} was never migrated; run axis-hub migrate.");
        }

        return wrong;
    }

    protected override async Task<IReadOnlyDictionary<string, string>> ListAppliedAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(unpooled, cancellation);
        var rows = await connection.QueryAsync<(string Name, string Sha256)>("SELECT Name, Sha256 FROM dbo.Migration;");
        return rows.ToDictionary(row => row.Name, row => row.Sha256);
    }

    // Changing a large table takes its time.
    protected override UpgradeEngineBuilder Engine() => DeployChanges.To.SqlDatabase(unpooled).WithExecutionTimeout(TimeSpan.FromHours(4));

    private async Task SetOptionsAsync(SqlConnection connection, SqlServerOptions options)
    {
        if (!options.IsBinary)
        {
            if (await connection.QuerySingleAsync<int>("SELECT COUNT(*) FROM sys.tables;") > 0)
            {
                throw new MigrationException(options.Wrong(DatabaseName)[0]);
            }

            await connection.ExecuteAsync(Compare, commandTimeout: SettingSeconds);
        }

        if (!options.ReadCommittedSnapshot)
        {
            await connection.ExecuteAsync(Version, commandTimeout: SettingSeconds);
        }

        if (!options.SnapshotIsolation)
        {
            await connection.ExecuteAsync(Snapshot, commandTimeout: SettingSeconds);
        }
    }

    /// <summary>Null where the login is known to its database only; a server that is away is told by what is asked next.</summary>
    private async Task<SqlConnection?> FindMasterAsync(CancellationToken cancellation)
    {
        try
        {
            return await OpenAsync(new SqlConnectionStringBuilder(unpooled) { InitialCatalog = "master" }.ToString(), cancellation);
        }
        catch (SqlException)
        {
            return null;
        }
    }

    private async Task<SqlServerOptions?> FindOptionsAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenAsync(unpooled, cancellation);
            return await SqlServerOptions.ReadAsync(connection);
        }
        catch (SqlException absent) when (absent.Errors.Cast<SqlError>().Any(error => error.Number == NoSuchDatabase))
        {
            return null;
        }
    }

    private static async Task LockAsync(SqlConnection connection, string resource)
    {
        if (await connection.QuerySingleAsync<int>(Lock, new { resource }, commandTimeout: LockSeconds) < 0)
        {
            throw new MigrationException("Another hub is migrating this database and did not end within a minute.");
        }
    }

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
