using Axis.Hub.Ledger;
using Axis.Hub.Tests.Ledger;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Operate;

public sealed class CancelCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Lists_what_waits_and_forces_an_answer_with_reason_and_named_risk()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        var failed = await AskBackAsync(line);
        var item = (await line.RunAsync(Cancellation, "cancel", "list", "--json")).Json.EnumerateArray().Single();
        item.GetProperty("deliveryId").GetGuid().ShouldBe(failed);
        item.GetProperty("waitsFor").GetString().ShouldBe("answer");
        (await line.RunAsync(Cancellation, "cancel", "list")).Output.ShouldContain("G22.01");

        string[] force = ["cancel", "force", $"{failed}", "--answer"];
        (await line.RunAsync(Cancellation, [.. force, "cancelled", "--reason", "gone"])).Code.ShouldBe(1);
        (await line.RunAsync(Cancellation, [.. force, "cancelled", "--reason", "gone", "--risk", "none"])).Error.ShouldContain("--risk arrives-twice takes that risk");
        (await line.RunAsync(Cancellation, [.. force, "perhaps", "--reason", "gone", "--risk", "arrives-twice"])).Code.ShouldBe(1);
        (await line.RunAsync(Cancellation, [.. force, "cancelled", "--reason", " ", "--risk", "arrives-twice"])).Error.ShouldContain("--reason");
        (await line.RunAsync(Cancellation, [.. force, "cancelled", "--reason", "gone for good", "--risk", "arrives-twice"])).Code.ShouldBe(0);

        (await line.RunAsync(Cancellation, "cancel", "list", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await line.RunAsync(Cancellation, [.. force, "taken", "--reason", "again", "--risk", "never-arrives"])).Error.ShouldContain("its adapter has answered: cancelled");
        (await AuditLines.ReadAsync(line.Folder.At("axis.db")))
            .ShouldContain(("operator:test", "cancel-force", failed.ToString(), "cancelled at the risk arrives-twice: gone for good"));
    }

    private static async Task<Guid> AskBackAsync(CommandLine line)
    {
        var document = Rows.Document();
        var failed = Rows.Delivery(document) with { Transport = TransportState.Fail, Phase = DispatchPhase.Resting, EverClaimed = true };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLedger(new HubOptions { Ledger = "Data Source=" + line.Folder.At("axis.db") });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ILedger>().WriteAsync("ask-back", async (transaction, token) =>
        {
            await transaction.InsertDocumentsAsync([document], token);
            await transaction.InsertDeliveriesAsync([failed], token);
            await transaction.OpenCancelsAsync([Rows.Cancel(failed)], token);
            return true;
        }, Cancellation);
        return failed.DeliveryId;
    }
}
