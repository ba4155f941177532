using System.Text.Json;
using Axis.Simulator;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Microsoft.Data.SqlClient;

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

    [OwnBrokerFact]
    public async Task A_nation_on_RabbitMQ_over_TLS_exchanges_letters_and_its_books_agree()
    {
        var broker = await PrivateBroker.SharedTlsAsync();
        broker.Amqp.ShouldStartWith("amqps://");
        await LiveAsync(broker.Amqp, roots: broker.Roots);
    }

    [SqlServerFact]
    public async Task A_nation_on_SQL_Server_exchanges_letters_and_its_books_agree()
    {
        await SqlServerHost.ReadyAsync();
        var database = SqlServerHost.NewConnectionString();
        try
        {
            await LiveAsync(broker: null, database);
        }
        finally
        {
            await SqlServerHost.DropAsync(database);
        }
    }

    [Fact]
    public async Task A_ledger_with_documents_of_an_earlier_run_is_refused()
    {
        using var folder = new TempFolder();
        var options = new NationOptions { Once = true, Documents = 1, Agencies = 2, Sql = $"Data Source={folder.At("kept.db")}" };
        (await NationRun.RunAsync(options, TestContext.Current.CancellationToken)).ShouldBe(0);

        (await Should.ThrowAsync<InvalidOperationException>(() => NationRun.RunAsync(options, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("an earlier run");
    }

    /// <summary>By the hub's own rule: what follows "Data Source=", not any ".db" in it.</summary>
    [Fact]
    public async Task The_hubs_books_are_read_from_the_server_that_its_address_names() =>
        await Should.ThrowAsync<SqlException>(() => new HubBooks("Server=127.0.0.1,1;Initial Catalog=my.db;Connect Timeout=1;Connect Retry Count=0")
            .ReadAsync(TestContext.Current.CancellationToken));

    private static async Task LiveAsync(string? broker, string? sql = null, string roots = "")
    {
        using var folder = new TempFolder();
        var report = folder.At("report.json");

        var exit = await NationRun.RunAsync(
            new NationOptions { Once = true, Documents = 30, Agencies = 5, Seed = 11, Report = report, Broker = broker, BrokerRoots = roots, Sql = sql, TimeStamps = true },
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
