using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Bus;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Operate;

public sealed class StuckCommandTests
{
    private static readonly byte[] Malformed = [0x7B, 0xFF];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Lists_shows_and_closes_with_a_reason_that_is_recorded()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        var id = await KeepAsync(line, "malformed", WireNames.SubmitQueue, "H37", Malformed);
        var item = (await line.RunAsync(Cancellation, "stuck", "list", "--json")).Json.EnumerateArray().Single();
        item.GetProperty("stuckId").GetGuid().ShouldBe(id);
        item.GetProperty("bytes").GetInt64().ShouldBe(2);
        (await line.RunAsync(Cancellation, "stuck", "show", $"{id}", "--body", line.Folder.At("body"))).Output.ShouldContain("axis-kind");
        (await File.ReadAllBytesAsync(line.Folder.At("body"), Cancellation)).ShouldBe(Malformed);

        (await line.RunAsync(Cancellation, "stuck", "retry", $"{id}", "--reason", "again")).Error.ShouldContain("no stage can read these bytes");
        (await line.RunAsync(Cancellation, "stuck", "close", $"{id}")).Code.ShouldBe(1);
        (await line.RunAsync(Cancellation, "stuck", "close", $"{id}", "--reason", "a test's")).Code.ShouldBe(0);

        (await line.RunAsync(Cancellation, "stuck", "list", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await line.RunAsync(Cancellation, "stuck", "close", $"{id}", "--reason", "twice")).Error.ShouldContain("it is closed");
        var audit = await AuditLines.ReadAsync(line.Folder.At("axis.db"));
        audit.ShouldContain(("operator:test", "stuck-close", id.ToString(), "a test's"));
        audit.ShouldContain(("operator:test", "stuck-read", id.ToString(), line.Folder.At("body")));
    }

    [BrokerFact]
    public async Task Feeds_a_message_back_to_its_stage_under_its_recorded_origin()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        var id = await KeepAsync(line, "dead-letter", WireNames.SubmitQueue, line.Adapter, WireJson.Write(Sample.Submission()));
        var unknown = await KeepAsync(line, "dead-letter", WireNames.SubmitQueue, null, WireJson.Write(Sample.Submission()));
        await using var hub = await ServingHub.StartAsync(line, Cancellation);

        (await line.RunAsync(Cancellation, "stuck", "retry", $"{unknown}", "--reason", "mended")).Error.ShouldContain("not known for certain");
        (await line.RunAsync(Cancellation, "stuck", "retry", $"{id}", "--reason", "mended")).Code.ShouldBe(0);

        await Eventually.Async(async () => (await FindAsync(line, id)).Status == "retried", cancellation: Cancellation, describe: () => "still not retried");

        // Its seal is no seal, so the stage refuses it and owes the adapter that answer.
        await using var client = await BrokerClient.ConnectAsync(Bundle.BrokerOf(line), Cancellation);
        var receipt = await client.TakeAsync(WireNames.OutboundQueue(line.Adapter), Cancellation);
        System.Text.Encoding.UTF8.GetString((byte[])receipt.BasicProperties.Headers![WireNames.KindHeader]!).ShouldBe(WireNames.Receipts);
    }

    private static async Task<Guid> KeepAsync(CommandLine line, string kind, string queue, string? adapter, byte[] body)
    {
        var row = new StuckRow
        {
            StuckId = MassTransit.NewId.NextSequentialGuid(), Kind = kind, Queue = queue, AdapterCode = adapter, Body = body,
            Headers = """{"axis-kind":"submit"}""", Reason = "test", RecordedAt = DateTimeOffset.UnixEpoch,
        };
        await using var services = Services(line);
        await services.GetRequiredService<ILedger>().WriteAsync("keep", async (transaction, token) =>
        {
            await transaction.InsertStuckAsync([row], token);
            return true;
        }, Cancellation);
        return row.StuckId;
    }

    private static async Task<StuckRow> FindAsync(CommandLine line, Guid id)
    {
        await using var services = Services(line);
        return (await services.GetRequiredService<ILedger>().ReadAsync("find", (reader, token) => reader.FindStuckAsync(id, token), Cancellation))!;
    }

    private static ServiceProvider Services(CommandLine line)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLedger(new HubOptions { Ledger = "Data Source=" + line.Folder.At("axis.db") });
        return services.BuildServiceProvider();
    }
}
