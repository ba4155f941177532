using System.Text.Json;
using Axis.Simulator;
using Axis.Simulator.Nation;
using Axis.TestKit;

namespace Axis.Journeys.Nation;

/// <summary>The newcomer's command: the run ends with 0 only if the hub's books and the agencies' books agree.</summary>
public sealed class NationTests
{
    private static readonly string[] Figures =
        ["submitted", "accepted", "refused", "deliveries", "delivered", "statuses", "lost", "duplicated", "seconds"];

    [Fact]
    public Task A_nation_in_one_process_exchanges_letters_and_its_books_agree() => LiveAsync(broker: null);

    [BrokerFact]
    public async Task A_nation_on_RabbitMQ_exchanges_letters_and_its_books_agree() =>
        await LiveAsync((await PrivateBroker.SharedAsync()).Amqp);

    private static async Task LiveAsync(string? broker)
    {
        using var folder = new TempFolder();
        var report = folder.At("report.json");

        var exit = await NationRun.RunAsync(
            new NationOptions { Once = true, Documents = 30, Agencies = 5, Seed = 11, Report = report, Broker = broker },
            TestContext.Current.CancellationToken);

        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        var differences = figures.RootElement.GetProperty("differences").EnumerateArray().Select(item => item.GetString()).ToList();
        differences.ShouldBeEmpty();
        exit.ShouldBe(0);
        figures.RootElement.EnumerateObject().Select(property => property.Name).ShouldBeSubsetOf([.. Figures, "agencies", "seed", "transport", "ledger", "differences"]);
        Figure("submitted").ShouldBe(30);
        Figure("accepted").ShouldBe(30);
        Figure("delivered").ShouldBe(Figure("deliveries"));
        Figure("statuses").ShouldBeGreaterThan(Figure("deliveries"));
        Figure("lost").ShouldBe(0);
        Figure("duplicated").ShouldBe(0);

        int Figure(string name) => figures.RootElement.GetProperty(name).GetInt32();
    }
}
