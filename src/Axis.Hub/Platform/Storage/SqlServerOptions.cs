using Dapper;
using Microsoft.Data.SqlClient;

namespace Axis.Hub.Platform.Storage;

/// <summary>The settings of a SQL Server database that the hub depends on.</summary>
internal sealed record SqlServerOptions(bool ReadCommittedSnapshot, bool SnapshotIsolation, string? CollationName)
{
    /// <summary>Texts are compared code point by code point, as SQLite does: codes, ids and hashes that differ in case are different.</summary>
    public const string Collation = "Latin1_General_100_BIN2";

    // 1 is ON; 3 is on its way there, and no snapshot can be read yet.
    private const string Query = """
        SELECT is_read_committed_snapshot_on, CAST(CASE WHEN snapshot_isolation_state = 1 THEN 1 ELSE 0 END AS bit), collation_name
        FROM sys.databases
        WHERE database_id = DB_ID();
        """;

    public bool IsBinary => CollationName?.EndsWith("_BIN2", StringComparison.OrdinalIgnoreCase) == true;

    public static async Task<SqlServerOptions> ReadAsync(SqlConnection connection)
    {
        var (committed, snapshot, collation) = await connection.QuerySingleAsync<(bool, bool, string?)>(Query);
        return new(committed, snapshot, collation);
    }

    /// <summary>What an operator must mend.</summary>
    public IReadOnlyList<string> Wrong(string database)
    {
        var wrong = new List<string>();
        if (!IsBinary)
        {
            wrong.Add($"The database {database} has the collation {CollationName}, which takes different codes for the same; the hub needs one "
                + $"made with COLLATE {Collation}. An empty one is changed by axis-hub migrate.");
        }

        if (!ReadCommittedSnapshot)
        {
            wrong.Add($"READ_COMMITTED_SNAPSHOT is off in {database}; run axis-hub migrate.");
        }

        if (!SnapshotIsolation)
        {
            wrong.Add($"ALLOW_SNAPSHOT_ISOLATION is off in {database}; run axis-hub migrate.");
        }

        return wrong;
    }
}
