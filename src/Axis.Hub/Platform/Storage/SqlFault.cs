using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Platform.Storage;

/// <summary>What to do about a failed unit of work; judged by error numbers only, never by message text.</summary>
internal enum SqlFault
{
    /// <summary>Not the database's fault: passed on.</summary>
    None,

    /// <summary>Lost against another writer: run again at once, a bounded number of times.</summary>
    Collision,

    /// <summary>The database is away, full or overloaded: run again until it is back.</summary>
    Outage,

    /// <summary>The values themselves do not fit: every run ends the same way, and whoever brought them must not hold others up.</summary>
    Data,
}

/// <summary>The table of error numbers.</summary>
internal static class SqlFaults
{
    // Duplicate key (2601, 2627), deadlock (1205), lock time-out (1222), snapshot met another writer (3960) or a migration (3961).
    private static readonly HashSet<int> Collisions = [2601, 2627, 1205, 1222, 3960, 3961];

    // Mistakes of ours; every other error of the server or the way to it is an outage only if the connection or its severity says so.
    private static readonly HashSet<int> Outages =
    [
        -2, -1, 0, 2, 20, 53, 64, 121, 233, 258, 596, 617, 669, 701, 802, 845, 921, 922, 923, 924, 926, 976, 978, 983, 1105, 1203, 1204, 1221,
        3998, 4060, 4221, 5245, 6005, 8628, 8645, 8651, 9002, 10053, 10054, 10060, 10061, 10922, 10928, 10929, 10936, 11001, 14355, 17142, 17197,
        18401, 18451, 18456, 20041, 30053, 40143, 40197, 40501, 40540, 40613, 41301, 41302, 41305, 41325, 41839, 49918, 49919, 49920,
    ];

    // NULL where none may be, a broken reference or check, text cut off, numbers and times out of range or unreadable, JSON that is none.
    private static readonly HashSet<int> Unfit = [241, 242, 245, 515, 547, 2628, 8114, 8115, 8152, 9803, 13609];

    private const byte ConnectionIsGone = 20;

    private const int Constraint = 19;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;
    private const int TooBig = 18;
    private const int Mismatch = 20;

    // BUSY, LOCKED, READONLY (a mount came back read-only), IOERR, FULL, CANTOPEN.
    private static readonly HashSet<int> SqliteOutages = [5, 6, 8, 10, 13, 14];

    public static SqlFault Of(Exception exception) => exception switch
    {
        WorkConflictException => SqlFault.Collision,
        SqlException error when error.Errors.Cast<SqlError>().Any(each => Collisions.Contains(each.Number)) => SqlFault.Collision,
        SqlException error when error.Class >= ConnectionIsGone || error.Errors.Cast<SqlError>().Any(each => Outages.Contains(each.Number)) => SqlFault.Outage,
        SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique } => SqlFault.Collision,
        SqlException error when error.Errors.Cast<SqlError>().Any(each => Unfit.Contains(each.Number)) => SqlFault.Data,
        SqliteException error when SqliteOutages.Contains(error.SqliteErrorCode) => SqlFault.Outage,
        SqliteException { SqliteErrorCode: Constraint or TooBig or Mismatch } => SqlFault.Data,
        DatabaseAwayException => SqlFault.Outage,
        SqlException or SqliteException => SqlFault.None,
        DbException { IsTransient: true } => SqlFault.Outage,
        _ => SqlFault.None,
    };
}

/// <summary>No connection, or a commit whose outcome is unknown: the work is run again against the unique keys.</summary>
internal sealed class DatabaseAwayException(string message, Exception inner) : Exception(message, inner);
