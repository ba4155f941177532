using Axis.Contracts.Wire;
using Axis.Hub.Operate.Queues;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

public class RabbitQueuesTests
{
    [Fact]
    public async Task Has_no_reading_where_nobody_answers()
    {
        using var queues = RabbitQueues.Beside(
            new HubOptions { Broker = "amqp://user:password@127.0.0.1:1", Management = "http://127.0.0.1:9" }, TimeProvider.System);
        (await queues.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [BrokerFact]
    public async Task Reads_the_queues_of_the_axis_only()
    {
        var token = TestContext.Current.CancellationToken;
        var broker = await (await PrivateBroker.SharedAsync()).CreateHostAsync(token);
        await broker.Api.PutQueueAsync(broker.Name, WireNames.SubmitQueue, new Dictionary<string, object>(), token);
        await broker.Api.PutQueueAsync(broker.Name, "other", new Dictionary<string, object>(), token);
        using var queues = RabbitQueues.Beside(new HubOptions { Broker = broker.Amqp, Management = broker.Management.ToString() }, TimeProvider.System);
        IReadOnlyList<QueueLine>? lines = null;
        await Eventually.Async(async () => (lines = await queues.ReadAsync(token)) is { Count: > 0 }, cancellation: token);
        lines.ShouldHaveSingleItem().ShouldBe(new(WireNames.SubmitQueue, 0, 0, 0));
    }
}
