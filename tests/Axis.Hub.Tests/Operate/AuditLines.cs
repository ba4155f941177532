using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Operate;

internal static class AuditLines
{
    public static async Task<IReadOnlyList<(string Actor, string Action, string Subject, string Detail)>> ReadAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        return [.. await connection.QueryAsync<(string, string, string, string)>("SELECT Actor, Action, Subject, Detail FROM Audit;")];
    }
}
