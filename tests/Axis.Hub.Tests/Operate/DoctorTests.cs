using System.Text.Json;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Commands;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Doctor;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Platform.Work;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Operate;

public sealed class DoctorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Finds_nothing_wrong_with_a_running_hub_and_sees_its_poison_arrive()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        await using var hub = await ServingHub.StartAsync(line, Cancellation);
        await Eventually.Async(async () => (await line.Host.Api.FindQueueAsync(line.Host.Name, WireNames.SubmitQueue, Cancellation))!.Consumers > 0, cancellation: Cancellation);

        var answer = await line.RunAsync(Cancellation, "doctor", "--json");

        answer.Json.EnumerateArray().Where(diagnosis => diagnosis.GetProperty("health").GetString() == "wrong").Select(diagnosis => diagnosis.ToString()).ShouldBeEmpty();
        answer.Code.ShouldBe(0, answer.Error);
        Health(answer.Json, "poison message").ShouldBe("well");
        var stuck = (await line.RunAsync(Cancellation, "stuck", "list", "--all", "--json")).Json.EnumerateArray().Single();
        stuck.GetProperty("status").GetString().ShouldBe("closed");
        (await line.RunAsync(Cancellation, "doctor")).Output.ShouldContain("0 wrong");
    }

    [BrokerFact]
    public async Task Names_each_thing_that_is_wrong_with_its_remedy()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        var (api, host) = (line.Host.Api, line.Host.Name);
        await api.PutRightsAsync(host, line.Adapter, new BrokerRights("", ".*", ".*"), Cancellation);
        await api.DeleteExchangeAsync(host, WireNames.InboundExchange(line.Adapter), Cancellation);
        await api.DeleteQueueAsync(host, WireNames.DeadQueue(WireNames.SubmitQueue), Cancellation);
        await api.DeleteExchangeAsync(host, WireNames.DeadQueue(WireNames.AcknowledgeQueue), Cancellation);
        await api.PutPolicyAsync(host, Topology.Policies(3)[0] with { Pattern = "^nothing$" }, Cancellation);
        await api.PutUserAsync(line.HubUser, "test", "monitoring", Cancellation);
        File.Delete(line.Folder.At("certificates", "seal.pem"));
        await BeatAsync(line, skewMs: -300_000);

        var answer = await line.RunAsync(Cancellation, "doctor", "--json");

        answer.Code.ShouldBe(1);
        var wrong = answer.Json.EnumerateArray().Where(diagnosis => diagnosis.GetProperty("health").GetString() == "wrong").ToList();
        wrong.ShouldAllBe(diagnosis => diagnosis.GetProperty("remedy").GetString()!.Length > 0);
        var checks = wrong.Select(diagnosis => diagnosis.GetProperty("check").GetString()).ToList();
        checks.ShouldContain("content folder");
        checks.ShouldContain("hub certificates");
        checks.ShouldContain("queue axis.submit.dead");
        checks.ShouldContain("queue axis.acknowledge.dead");
        checks.ShouldContain("policy axis-hub-submit");
        checks.ShouldContain("user of serve");
        checks.ShouldContain("clock of adapter " + line.Adapter);
        checks.Count(check => check == "adapter " + line.Adapter).ShouldBe(5);
        Health(answer.Json, "poison message").ShouldBe("doubtful");

        (await line.RunAsync(Cancellation, "migrate", "--authority", line.Folder.At("authority"))).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "adapter", "resume", line.Adapter, "--reason", "doctor")).Code.ShouldBe(0);
        Directory.CreateDirectory(line.Folder.At("content"));
        await BeatAsync(line, skewMs: 20);
        var mended = await line.RunAsync(Cancellation, "doctor", "--json");
        mended.Json.EnumerateArray().Where(diagnosis => diagnosis.GetProperty("health").GetString() == "wrong").Select(diagnosis => diagnosis.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_that_broker_and_database_are_away()
    {
        using var folder = new TempFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await HubCommand.RunAsync(
            ["doctor", "--json", "--broker", "amqp://hub:x@127.0.0.1:1/", "--management", "http://127.0.0.1:1", "--ledger", "Data Source=" + folder.At("none.db")],
            output, error, Cancellation);

        code.ShouldBe(1);
        var found = JsonDocument.Parse(output.ToString()).RootElement;
        foreach (var check in new[] { "database", "broker management", "broker login" })
        {
            Health(found, check).ShouldBe("wrong", check);
        }
    }

    [Fact]
    public async Task Tells_how_far_it_is_to_the_end()
    {
        using var folder = new TempFolder();
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        var options = new HubOptions
        {
            Broker = "amqp://hub:x@127.0.0.1:1/", Management = "http://127.0.0.1:1", ContentFolder = folder.At("content"), CertificateFolder = folder.At("certificates"),
        };
        var desk = new StuckDesk(fixture.Ledger, new NoDueTimes(), options, TimeProvider.System);
        var doctor = new Doctor(options, fixture.Database, fixture.Ledger, new RegistryStore(fixture.Database, TimeProvider.System), new CalendarStore(fixture.Database, TimeProvider.System), desk, TimeProvider.System);
        var steps = new Steps();

        await doctor.RunAsync(BrokerAddress.Parse(options.Broker), "operator:test", steps, Cancellation);

        steps.Told.Select(step => step.Done).ShouldBe(steps.Told.Select(step => step.Done).Order());
        steps.Told[^1].Done.ShouldBe(steps.Told[^1].Of);
        steps.Told.Count.ShouldBeGreaterThan(2);
    }

    private static async Task BeatAsync(CommandLine line, long skewMs)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLedger(new HubOptions { Ledger = "Data Source=" + line.Folder.At("axis.db") });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ILedger>().WriteAsync("beat", async (transaction, token) =>
        {
            await transaction.SaveHeartbeatAsync(
                new AdapterLinkRow { AdapterCode = line.Adapter, HeartbeatAt = TimeProvider.System.GetUtcNow(), ClockSkewMs = skewMs }, token);
            return true;
        }, Cancellation);
    }

    private static string? Health(JsonElement found, string check) =>
        found.EnumerateArray().First(diagnosis => diagnosis.GetProperty("check").GetString() == check).GetProperty("health").GetString();

    private sealed class Steps : IProgress<Step>
    {
        public List<Step> Told { get; } = [];

        public void Report(Step value) => Told.Add(value);
    }
}
