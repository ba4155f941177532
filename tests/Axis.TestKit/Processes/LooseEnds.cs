using Agency.Adapter;
using Agency.Adapter.AgencySystem.Folder;
using Axis.Contracts.Wire;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.TestKit.Processes;

/// <summary>
/// What a nation has still to do, read from its disks and its broker past the programs' own code: nothing when it is at rest. A file or row
/// that a death left behind and that nobody will ever come back to is found here too.
/// </summary>
internal static class LooseEnds
{
    private const string InLedger =
        """
        SELECT 'delivery ' || DeliveryId || ' to ' || ReceiverCode || ' is in phase ' || Phase || ', transport ' || Transport FROM Delivery WHERE Phase <> 4
        UNION ALL SELECT 'delivery ' || DeliveryId || ': its sender is owed the state' FROM Delivery WHERE StatesDue = 1
        UNION ALL SELECT 'submission ' || SubmissionId || ': its receipt is owed' FROM Submission WHERE ReceiptDue = 1
        UNION ALL SELECT 'refused submission ' || SubmissionId || ': its receipt is owed' FROM Refusal WHERE ReceiptDue = 1
        UNION ALL SELECT 'delivery ' || DeliveryId || ': its cancel is open' FROM Cancel WHERE Answer IS NULL
        UNION ALL SELECT 'delivery ' || DeliveryId || ': its mark ' || Mark || ' is open' FROM CopyMark WHERE AnsweredAt IS NULL
        UNION ALL SELECT 'alert ' || AlertId || ' (' || Kind || ') is to be told' FROM Alert WHERE TellAt IS NOT NULL
        UNION ALL SELECT 'stuck item ' || StuckId || ' (' || Kind || '): ' || Reason FROM Stuck WHERE Status = 'open'
        """;

    private const string InSpool =
        """
        SELECT 'submission ' || SubmissionId || ' is ' || State || COALESCE(' and waits: ' || WaitsFor, '') FROM Submission WHERE DueAt IS NOT NULL
        UNION ALL SELECT 'delivery ' || DeliveryId || ' is ' || Phase FROM Delivery WHERE Phase IN ('Received', 'ContentPending', 'Available', 'Placing')
        UNION ALL SELECT 'delivery ' || DeliveryId || ' is marked and waits' FROM Mark WHERE DueAt IS NOT NULL
        UNION ALL SELECT 'alert ' || AlertId || ' is to be told to ' || Agency || ' by ' || Way FROM AlertNotice WHERE DueAt IS NOT NULL
        UNION ALL SELECT 'the hub is owed ' || Item FROM Owed
        """;

    public static async Task<IReadOnlyList<string>> ListAsync(ProcessNation nation, CancellationToken cancellation)
    {
        List<string> found = [.. await QueryAsync(nation.HubOptions.Ledger, InLedger)];
        found.AddRange(Files("the hub has a half upload", Path.Combine(nation.HubOptions.ContentFolder, ".uploads")));
        foreach (var adapter in nation.Adapters)
        {
            found.AddRange((await InAdapterAsync(adapter.Options)).Select(line => $"{adapter.Plan.Code}: {line}"));
        }

        if (found.Count == 0)
        {
            found.AddRange(await InBrokerAsync(nation, cancellation));
        }

        return found;
    }

    private static async Task<IEnumerable<string>> InAdapterAsync(AdapterOptions adapter)
    {
        var spool = "Data Source=" + Path.Combine(adapter.SpoolFolder, "spool.db");
        if (!Directory.Exists(adapter.SpoolFolder))
        {
            return [];
        }

        var named = (await QueryAsync(spool, "SELECT Sha256 FROM Content WHERE Bytes IS NULL")).ToHashSet();
        return
        [
            .. await QueryAsync(spool, InSpool),
            .. Files("half written", Path.Combine(adapter.SpoolFolder, "half")),
            .. Files("no row names", Path.Combine(adapter.SpoolFolder, "content")).Where(line => !named.Contains(Path.GetFileName(line))),
            .. adapter.Agencies.Where(agency => agency.Folder.Length > 0).SelectMany(agency => InFolder(new FolderTree(agency.Folder))),
        ];
    }

    private static IEnumerable<string> InFolder(FolderTree tree) =>
        Files("not sent", tree.Outbox).Concat(Folders("claimed", tree.Claimed)).Concat(Files("not answered", tree.Open)).Concat(Files("not shown", tree.Parts));

    private static async Task<IEnumerable<string>> InBrokerAsync(ProcessNation nation, CancellationToken cancellation) =>
        (await nation.Broker.Api.ListQueuesAsync(nation.Broker.Name, cancellation))
            .Where(queue => queue.Messages > 0 && queue.Name != WireNames.HeartbeatQueue)
            .Select(queue => $"{queue.Messages} messages lie in {queue.Name}");

    private static IEnumerable<string> Files(string what, string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => what + ": " + path) : [];

    private static IEnumerable<string> Folders(string what, string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Select(path => what + ": " + path) : [];

    private static async Task<IReadOnlyList<string>> QueryAsync(string database, string query)
    {
        await using var connection = new SqliteConnection(database + ";Pooling=False");
        await connection.OpenAsync();
        return [.. await connection.QueryAsync<string>(query)];
    }
}
