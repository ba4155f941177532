using Axis.Hub.Platform.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Storage;

/// <summary>The pumps turn all day: none of their statements may read the whole of a table that grows for ever.</summary>
public sealed class SqlitePlanTests
{
    private static readonly string[] Growing = ["Delivery", "Document", "Submission", "Refusal", "DeliveryEvent", "DeliveryStatus", "Content", "Stuck", "ChangeRequest"];

    public static TheoryData<string> Pumps =>
    [
        "ListClaimable", "CountInFlight", "Claim", "MarkPublished", "ListOwedReceipts", "MarkReceiptsSent", "ListOwedStates", "MarkStatesSent", "FindSilent",
        "ListCancelsToSend", "FindDeliveries", "FindDeliveriesOf", "FindRequestsAbout", "FindStatuses", "FindSubmissions", "FindRefusals", "FindFamilyHeads", "FindByReference", "FindSent", "FindSameId",
        "FindOpenCancels", "FindCancels", "FindReplaced", "SaveDeliveries", "ListEvents", "RearmReceipts", "ReleaseClaims", "ListBacklog", "SettleStuck", "ListOpenClocks", "ListOpenRequests", "FindClockStarts", "ListWatchDue", "FindAlertFacts", "LockOpenAlertItems", "FindReturnedBefore",
    ];

    [Theory, MemberData(nameof(Pumps))]
    public async Task Reads_by_index(string statement)
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await using var connection = new SqliteConnection(fixture.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var text = SqlText.ResolveAll().Single(each => each.Name == "Ledger/Sql/" + statement).For(SqlDialect.Sqlite);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plan = await connection.QueryAsync(
                "EXPLAIN QUERY PLAN " + part,
                new
                {
                    rows = "[]", keys = "[]", ids = "[]", windows = "[]", held = "[]", limit = 10, now = "x", until = "x", owner = "x", adapter = "x",
                    publishedBefore = "x", signBefore = "x", deliveryId = "x",
                    before = 1, version = 1, after = "x",
                });
            plan.Select(line => (string)line.detail).Where(IsScanOfGrowing).ShouldBeEmpty();
        }
    }

    /// <summary>The console's list: a page is a stretch of the index, and only the page itself is sorted.</summary>
    [Fact]
    public async Task Lists_documents_by_time_without_reading_all_of_them()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await using var connection = new SqliteConnection(fixture.ConnectionString);
        var text = SqlText.ResolveAll().Single(each => each.Name == "Operate/Trace/Sql/ListDocuments").For(SqlDialect.Sqlite);

        var plan = (await connection.QueryAsync(
            "EXPLAIN QUERY PLAN " + text, new { before = "x", last = "x", kind = "x", pattern = (string?)null, id = (string?)null, limit = 10 }))
            .Select(line => (string)line.detail).ToList();

        plan.ShouldContain("SEARCH f USING INDEX IX_Document_Accepted (AcceptedAt<?)");
        plan.Count(line => line.Contains("TEMP B-TREE", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("SELECT * FROM Delivery WHERE Transport = 1")]
    [InlineData("SELECT d.DeliveryId FROM Delivery AS d ORDER BY d.AcceptedAt")]
    public async Task Notices_a_scan_of_everything(string statement)
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await using var connection = new SqliteConnection(fixture.ConnectionString);
        (await connection.QueryAsync("EXPLAIN QUERY PLAN " + statement)).Any(line => IsScanOfGrowing((string)line.detail)).ShouldBeTrue();
    }

    /// <summary>A scan is only a scan of everything where it uses no partial index.</summary>
    private static bool IsScanOfGrowing(string detail)
    {
        var words = detail.Split(' ');
        var isPartial = detail.Contains("IX_Delivery_", StringComparison.Ordinal) || detail.Contains("_Owed", StringComparison.Ordinal);
        return words[0] == "SCAN" && !isPartial && (Growing.Contains(words[1]) || words[1] is "t" or "d" or "i" or "o" or "n");
    }
}
