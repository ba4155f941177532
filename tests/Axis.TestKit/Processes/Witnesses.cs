using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.TestKit.Processes;

/// <summary>What tells why a nation does not come to rest: its queues with their readers, the hub's links to its adapters, its programs and what they said last.</summary>
internal static class Witnesses
{
    private const string Links =
        """
        SELECT 'adapter ' || AdapterCode || ' was heard at ' || COALESCE(HeartbeatAt, 'no time')
            || ', query ' || QueryNumber || ' was sent at ' || COALESCE(QuerySentAt, 'no time, or is answered') || ', repeated ' || QueryRepeats
        FROM AdapterLink
        """;

    public static async Task<IReadOnlyList<string>> AskAsync(ProcessNation nation, CancellationToken cancellation)
    {
        await using var ledger = new SqliteConnection(nation.HubOptions.Ledger + ";Pooling=False");
        var queues = (await nation.Broker.Api.ListQueuesAsync(nation.Broker.Name, cancellation))
            .Select(queue => $"queue {queue.Name} has {queue.Messages} messages and {queue.Consumers} readers");
        var programs = nation.Adapters.Select(adapter => adapter.Process).Prepend(nation.Hub).Select(program => program.Describe());
        return [.. queues, .. await ledger.QueryAsync<string>(Links), .. programs];
    }
}
