using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Platform.Storage;

/// <summary>Migrations of a SQLite file.</summary>
internal sealed class SqliteMigrator(string connectionString, TimeProvider time, ILogger logger)
    : Migrator("Platform/Storage/Migrations/Sqlite/", time, logger)
{
    // Scripts run on a connection that is closed for good afterwards, so that the file can be moved or removed.
    private readonly string unpooled = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();

    private string File => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await using var connection = new SqliteConnection(unpooled);
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL;");
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS Migration (Name TEXT NOT NULL, Sha256 TEXT NOT NULL, AppliedAt TEXT NOT NULL, CONSTRAINT PK_Migration PRIMARY KEY (Name)) STRICT;");
    }

    protected override Task<IAsyncDisposable> LockAsync(CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<IAsyncDisposable>(
                new FileStream(File + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException held)
        {
            throw new MigrationException("Another hub is migrating this database.", held);
        }
    }

    protected override async Task<IReadOnlyList<string>> InspectOptionsAsync(CancellationToken cancellation)
    {
        if (!System.IO.File.Exists(File))
        {
            return [$"The database {File} does not exist; run axis-hub migrate."];
        }

        await using var connection = new SqliteConnection(unpooled);
        await connection.OpenAsync(cancellation);
        var mode = await connection.QuerySingleAsync<string>("PRAGMA journal_mode;");
        var journal = await connection.QuerySingleAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'Migration';");
        return (mode, journal) switch
        {
            (_, 0) => [$"The database {File} was never migrated; run axis-hub migrate."],
            ("wal", _) => [],
            _ => [$"The database {File} is in journal mode {mode}; run axis-hub migrate."],
        };
    }

    protected override async Task<IReadOnlyDictionary<string, string>> ListAppliedAsync(CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(unpooled);
        await connection.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Name, string Sha256)>("SELECT Name, Sha256 FROM Migration;");
        return rows.ToDictionary(row => row.Name, row => row.Sha256);
    }

    protected override UpgradeEngineBuilder Engine() => DeployChanges.To.SqliteDatabase(unpooled);
}
