using System.Text.Json;
using Agency.Adapter;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Axis.Hub.Platform.Bus;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Nation;

/// <summary>A nation whose adapters reach the broker over TLS.</summary>
public sealed class TlsNationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OwnBrokerFact]
    public async Task A_package_waits_in_the_spool_while_the_broker_is_refused_and_arrives_once_when_it_is_mended()
    {
        using var papers = new ServerPapers();
        var broker = await PrivateBroker.SharedAsync();
        await using var front = papers.Front("AXS-7003", BrokerAddress.Parse(broker.Amqp).Port);
        var plan = NationPlan.Of(2);
        await using var nation = await LiveNation.StartAsync(
            new NationOptions
            {
                Plan = plan,
                Broker = broker.Amqp,
                Adapter = adapter =>
                {
                    adapter.RetryFirst = TimeSpan.FromMilliseconds(50);
                    adapter.RetryLongest = TimeSpan.FromMilliseconds(500);
                    if (adapter.Code == plan.Adapters[0].Code)
                    {
                        adapter.Broker = (BrokerAddress.Parse(adapter.Broker) with { Port = front.Address.Port, Tls = true }).ToUri();
                        adapter.BrokerRootsPath = papers.Roots;
                    }
                },
            },
            TimeProvider.System, Cancellation);
        var (sender, receiver) = (nation.Agencies[0], nation.Agencies[1]);
        var link = sender.Adapter.Services.GetRequiredService<IHubLink>();
        await Eventually.Async(() => link.Fault is not null, cancellation: Cancellation);

        var letter = new LetterWriter(1).Write(sender.Addressee, [receiver.Addressee], NationDate.Today(TimeProvider.System), 1);
        var sent = await sender.System.SubmitAsync(
            await LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), Cancellation), "refused", Cancellation);

        var track = sender.Adapter.Services.GetRequiredService<ITrackSubmissions>();
        await Eventually.Async(
            () => track.Find(sender.Addressee.Code, sent.SubmissionId)!.WaitsFor?.Contains("AXS-7003", StringComparison.Ordinal) == true, cancellation: Cancellation);
        using (var health = JsonDocument.Parse(await HealthAsync(sender)))
        {
            health.RootElement.GetProperty("status").GetString().ShouldBe("degraded");
            health.RootElement.GetProperty("broker").GetProperty("code").GetString().ShouldBe("AXS-7003");
            health.RootElement.GetProperty("outgoing").GetInt32().ShouldBe(1);
        }

        (await nation.ReadHubBooksAsync(Cancellation)).ShouldBeEmpty();

        papers.Mend(front);

        await Eventually.Async(
            async () => (await receiver.System.ListInboxAsync(Cancellation)).Count(item => item.Kind == "edoc") == 1, TimeSpan.FromMinutes(1), cancellation: Cancellation);
        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc").ShouldBe(1);
        using (var health = JsonDocument.Parse(await HealthAsync(sender)))
        {
            health.RootElement.TryGetProperty("broker", out _).ShouldBeFalse();
        }
    }

    private static async Task<string> HealthAsync(NationAgency agency)
    {
        using var http = new HttpClient();
        var address = agency.Adapter.Services.GetRequiredService<AdapterOptions>().LocalEndpoint;
        return await http.GetStringAsync(new Uri(address + "/v1/health"), Cancellation);
    }
}
