using System.Diagnostics;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Bus;

public sealed class BrokerOutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OwnBrokerFact]
    public async Task Refuses_publishes_while_the_broker_is_dead_and_goes_on_by_itself_when_it_is_back()
    {
        await using var broker = await PrivateBroker.StartAsync();
        var nation = await BrokerNation.CreateAsync(await broker.CreateHostAsync(Cancellation), Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        var queues = bus.Services.GetRequiredService<IAdapterQueues>();
        var query = new QueryMessage(1, [new(Guid.Empty, 1)]);
        await queues.SendAsync(BrokerNation.First, WireNames.Query, query, Cancellation);

        broker.Kill();
        var watch = Stopwatch.StartNew();
        await Should.ThrowAsync<PublishRefusedException>(() => queues.SendAsync(BrokerNation.First, WireNames.Query, query, Cancellation));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        TestContext.Current.TestOutputHelper?.WriteLine($"refused after {watch.Elapsed}");
        await broker.RestartAsync();
        watch.Restart();

        await Eventually.Async(async () =>
        {
            try
            {
                await queues.SendAsync(BrokerNation.First, WireNames.Query, query, Cancellation);
                return true;
            }
            catch (PublishRefusedException)
            {
                return false;
            }
        }, TimeSpan.FromMinutes(2), cancellation: Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine($"sends again {watch.Elapsed} after the broker was ready");
        await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
        await client.PublishAsync(WireNames.InboundExchange(BrokerNation.First), WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation);
        await Eventually.Async(() => bus.Recorder.AllSubmissions.Any(), TimeSpan.FromMinutes(1), cancellation: Cancellation);
        TestContext.Current.TestOutputHelper?.WriteLine($"consumes again {watch.Elapsed} after the broker was ready");
        (await client.TakeAsync(WireNames.OutboundQueue(BrokerNation.First), Cancellation)).Body.ToArray().ShouldBe(WireJson.Write(query));
    }
}
