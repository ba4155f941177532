using Axis.Contracts.Errors;
using Axis.Hub.Ledger;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Operate;

/// <summary>Clocks, watched documents and alerts from the command line.</summary>
public sealed class WatchCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Sets_lists_and_removes_clock_rules_with_a_reason_that_is_recorded()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        (await line.RunAsync(Cancellation, "clock", "set", "--clock", "late", "--agency", "X99", "--type", "no-type", "--priority", "9", "--warn", "80", "--breach", "50", "--reason", "x")).Error
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);

        var set = await line.RunAsync(Cancellation, "clock", "set", "--agency", "H37", "--clock", "arrived", "--type", "công văn", "--warn", "30", "--breach", "90", "--reason", "mùa bão", "--json");

        var id = set.Json.GetProperty("id").GetGuid();
        var rule = (await line.RunAsync(Cancellation, "clock", "list", "--json")).Json.EnumerateArray().Single();
        (rule.GetProperty("warnPercent").GetInt32(), rule.GetProperty("breachPercent").GetInt32(), rule.GetProperty("clock").GetString()).ShouldBe((30, 90, "arrived"));
        (await line.RunAsync(Cancellation, "clock", "list")).Output.ShouldContain("H37");
        (await line.RunAsync(Cancellation, "clock", "remove", $"{id}", "--reason", "over")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "clock", "remove", $"{id}", "--reason", "over")).Error.ShouldContain("there is no rule");
        (await line.RunAsync(Cancellation, "clock", "list", "--json")).Json.GetArrayLength().ShouldBe(0);
        var audit = await AuditLines.ReadAsync(line.Folder.At("axis.db"));
        audit.ShouldContain(("operator:test", "clock-set", $"{id}", "mùa bão"));
        audit.ShouldContain(("operator:test", "clock-remove", $"{id}", "over"));
    }

    [BrokerFact]
    public async Task Watches_what_an_agency_sends_and_no_document_that_does_not_exist()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        (await line.RunAsync(Cancellation, "watch", "add", "--reason", "x")).Error.ShouldContain("either a document or a sender");
        (await line.RunAsync(Cancellation, "watch", "add", "--document", $"{Guid.CreateVersion7()}", "--reason", "x")).Error.ShouldContain("there is no document");

        var id = (await line.RunAsync(Cancellation, "watch", "add", "--sender", "H37", "--reason", "dịch bệnh", "--json")).Json.GetProperty("id").GetGuid();

        (await line.RunAsync(Cancellation, "watch", "list")).Output.ShouldContain("H37");
        (await line.RunAsync(Cancellation, "watch", "remove", $"{id}", "--reason", "over")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "watch", "list", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await AuditLines.ReadAsync(line.Folder.At("axis.db"))).ShouldContain(("operator:test", "watch-add", $"{id}", "dịch bệnh"));
    }

    [BrokerFact]
    public async Task Lists_shows_and_closes_alerts_by_case_number()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await using (var services = Services(line))
        {
            await services.GetRequiredService<ILedger>().WriteAsync("raise", async (transaction, token) =>
            {
                var row = AlertRow.OfRefusal("H37", null, Guid.CreateVersion7(), Finding.Refuse(ErrorCatalogue.ContentMissing, ""), TimeProvider.System.GetUtcNow());
                await transaction.RaiseAlertsAsync([row], token);
                return true;
            }, Cancellation);
        }

        var number = (await line.RunAsync(Cancellation, "alert", "list", "--json")).Json.EnumerateArray().Single().GetProperty("caseNumber").GetString()!;
        (await line.RunAsync(Cancellation, "alert", "show", number)).Output.ShouldContain(ErrorCatalogue.ContentMissing.Code);
        (await line.RunAsync(Cancellation, "alert", "show", "1999-000001")).Error.ShouldContain("there is no case");
        (await line.RunAsync(Cancellation, "alert", "close", number)).Code.ShouldBe(1);
        (await line.RunAsync(Cancellation, "alert", "close", number, "--reason", "mended")).Code.ShouldBe(0);

        (await line.RunAsync(Cancellation, "alert", "list", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await line.RunAsync(Cancellation, "alert", "list", "--all")).Output.ShouldContain(number);
        (await line.RunAsync(Cancellation, "alert", "close", number, "--reason", "twice")).Error.ShouldContain("it was closed before");
        (await AuditLines.ReadAsync(line.Folder.At("axis.db"))).ShouldContain(("operator:test", "alert-close", number, "mended"));
    }

    private static ServiceProvider Services(CommandLine line) =>
        new ServiceCollection().AddLogging().AddLedger(new HubOptions { Ledger = "Data Source=" + line.Folder.At("axis.db") }).BuildServiceProvider();
}
