using System.Data.Common;
using Axis.Hub.Platform.Storage;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Axis.Hub.Tests.Storage;

/// <summary>A test's database past its stores: for texts that no store has.</summary>
internal static class RawDatabase
{
    /// <summary>A connection of its own, not opened yet.</summary>
    public static DbConnection Connect(SqlDialect dialect, string connectionString) => dialect == SqlDialect.Sqlite
        ? new SqliteConnection(connectionString + ";Pooling=False")
        : new SqlConnection(connectionString);

    /// <summary>Runs one migration's text again, as if it had not been run.</summary>
    public static Task RunMigrationAgainAsync(this DbConnection connection, string name)
    {
        Migrator migrator = connection is SqliteConnection
            ? new SqliteMigrator(connection.ConnectionString, TimeProvider.System, NullLogger.Instance)
            : new SqlServerMigrator(connection.ConnectionString, TimeProvider.System, NullLogger.Instance);
        return connection.ExecuteAsync(migrator.Scripts.Single(script => script.Name == name).Contents);
    }
}
