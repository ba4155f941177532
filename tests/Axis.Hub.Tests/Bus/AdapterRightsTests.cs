using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus.Management;
using Axis.TestKit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Axis.Hub.Tests.Bus;

/// <summary>Each act that an adapter must not be able to do answers ACCESS_REFUSED (403).</summary>
public sealed class AdapterRightsTests
{
    private const string Own = BrokerNation.First;
    private const string Other = BrokerNation.Second;

    private static readonly ReadOnlyMemory<byte> Body = "{}"u8.ToArray();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Refuses_every_act_but_writing_its_own_exchange_and_reading_its_own_queue()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var client = await nation.ConnectAsync(Own, Cancellation);
        var forbidden = new (string Act, Func<IChannel, Task> Try)[]
        {
            ("declare a queue", channel => channel.QueueDeclareAsync("mine", true, false, false, cancellationToken: Cancellation)),
            ("declare a queue under the axis's names", channel => channel.QueueDeclareAsync("axis.out.H38", true, false, false, cancellationToken: Cancellation)),
            ("declare an exchange", channel => channel.ExchangeDeclareAsync("mine", "fanout", true, cancellationToken: Cancellation)),
            ("declare its own queue otherwise", channel => channel.QueueDeclareAsync(WireNames.OutboundQueue(Own), true, false, false, cancellationToken: Cancellation)),
            ("bind its own queue to its exchange", channel => channel.QueueBindAsync(WireNames.OutboundQueue(Own), WireNames.InboundExchange(Own), "submit", cancellationToken: Cancellation)),
            ("bind its own queue to another's exchange", channel => channel.QueueBindAsync(WireNames.OutboundQueue(Own), WireNames.InboundExchange(Other), "submit", cancellationToken: Cancellation)),
            ("bind a hub queue to its exchange", channel => channel.QueueBindAsync(WireNames.HeartbeatQueue, WireNames.InboundExchange(Own), "submit", cancellationToken: Cancellation)),
            ("bind exchanges", channel => channel.ExchangeBindAsync(WireNames.InboundExchange(Own), WireNames.InboundExchange(Other), "submit", cancellationToken: Cancellation)),
            ("unbind its exchange", channel => channel.QueueUnbindAsync(WireNames.SubmitQueue, WireNames.InboundExchange(Own), "submit", cancellationToken: Cancellation)),
            ("delete its own queue", channel => channel.QueueDeleteAsync(WireNames.OutboundQueue(Own), false, false, cancellationToken: Cancellation)),
            ("delete its own exchange", channel => channel.ExchangeDeleteAsync(WireNames.InboundExchange(Own), cancellationToken: Cancellation)),
            ("read another's queue", channel => channel.BasicConsumeAsync(WireNames.OutboundQueue(Other), false, new AsyncDefaultBasicConsumerStub(channel), Cancellation)),
            ("get from another's queue", channel => channel.BasicGetAsync(WireNames.OutboundQueue(Other), true, Cancellation)),
            ("purge another's queue", channel => channel.QueuePurgeAsync(WireNames.OutboundQueue(Other), Cancellation)),
            ("read a hub queue", channel => channel.BasicGetAsync(WireNames.SubmitQueue, true, Cancellation)),
            ("read the dead letters", channel => channel.BasicGetAsync(WireNames.OutboundDeadQueue, true, Cancellation)),
            ("write another's exchange", channel => Publish(channel, WireNames.InboundExchange(Other), "submit")),
            ("write the default exchange, to a hub queue", channel => Publish(channel, "", WireNames.SubmitQueue)),
            ("write the default exchange, to its own queue", channel => Publish(channel, "", WireNames.OutboundQueue(Own))),
            ("write a hub queue's exchange", channel => Publish(channel, WireNames.SubmitQueue, "")),
            ("write the dead letters", channel => Publish(channel, WireNames.DeadQueue(WireNames.SubmitQueue), "")),
            ("write its own queue's exchange", channel => Publish(channel, WireNames.OutboundQueue(Own), "")),
            ("write a broker exchange", channel => Publish(channel, "amq.fanout", "")),
            ("write an exchange that its own name matches but for a dot", channel => Publish(channel, "axisXinXH37", "submit")),
        };

        foreach (var (act, attempt) in forbidden)
        {
            var channel = await client.ReopenAsync(Cancellation);
            var refusal = await Should.ThrowAsync<OperationInterruptedException>(() => attempt(channel), act);
            refusal.ShutdownReason!.ReplyCode.ShouldBe((ushort)403, $"{act}: {refusal.ShutdownReason.ReplyText}");
        }

        var allowed = await client.ReopenAsync(Cancellation);
        await Publish(allowed, WireNames.InboundExchange(Own), "heartbeat");
        await allowed.BasicConsumeAsync(WireNames.OutboundQueue(Own), false, new AsyncDefaultBasicConsumerStub(allowed), Cancellation);
    }

    [BrokerFact]
    public async Task Refuses_a_message_under_another_users_name()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var client = await nation.ConnectAsync(Own, Cancellation);
        var refusal = await Should.ThrowAsync<OperationInterruptedException>(() => client.Channel.BasicPublishAsync(
            WireNames.InboundExchange(Own), "submit", mandatory: true, new BasicProperties { UserId = Other }, Body, Cancellation).AsTask());
        refusal.ShutdownReason!.ReplyCode.ShouldBe((ushort)406);
    }

    [BrokerFact]
    public async Task Takes_a_suspended_adapters_connection_and_rights_and_keeps_what_waits_for_it()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        const string Adapter = "S01";
        await nation.Host.Topology.EnsureAdapterAsync(Adapter, Cancellation);
        await nation.Host.Topology.EnsureAdapterUserAsync(Adapter, BrokerNation.Password, Cancellation);
        await using var administrator = await BrokerClient.ConnectAsync(nation.Host.Amqp, Cancellation);
        await administrator.PublishAsync(WireNames.OutboundQueue(Adapter), "", Body, Cancellation);
        await using (var client = await nation.ConnectAsync(Adapter, Cancellation))
        {
            var closed = new TaskCompletionSource();
            client.Channel.ChannelShutdownAsync += (_, _) =>
            {
                closed.TrySetResult();
                return Task.CompletedTask;
            };

            await nation.Host.Topology.SuspendAdapterAsync(Adapter, Cancellation);
            await closed.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        }

        await using (var again = await nation.ConnectAsync(Adapter, Cancellation))
        {
            await Should.ThrowAsync<OperationInterruptedException>(() => Publish(again.Channel, WireNames.InboundExchange(Adapter), "heartbeat"));
        }

        await nation.Host.Topology.ResumeAdapterAsync(Adapter, Cancellation);
        await using var resumed = await nation.ConnectAsync(Adapter, Cancellation);
        (await resumed.TakeAsync(WireNames.OutboundQueue(Adapter), Cancellation)).Body.ToArray().ShouldBe(Body.ToArray());
    }

    [Theory]
    [InlineData("H37", @"^axis\.in\.H37$")]
    [InlineData("H37.02.02", @"^axis\.in\.H37\.02\.02$")]
    public void Escapes_the_dots_of_a_code_in_its_rights(string adapter, string write) => Topology.AdapterRights(adapter).Write.ShouldBe(write);

    [Theory]
    [InlineData("dead")]
    [InlineData("")]
    [InlineData("H37|.*")]
    [InlineData("H 37")]
    [InlineData(".H37")]
    public void Knows_what_cannot_be_an_adapters_code(string code) => Topology.IsAdapterCode(code).ShouldBeFalse();

    [Fact]
    public void Gives_adapters_queues_no_delivery_limit_whatever_the_broker()
    {
        Topology.Policies(3).Single(policy => policy.Name == "axis-out").Definition.ContainsKey("delivery-limit").ShouldBeFalse();
        Topology.Policies(4).Single(policy => policy.Name == "axis-out").Definition["delivery-limit"].GetInt32().ShouldBe(-1);
        Topology.Policies(3).Single(policy => policy.Name == "axis-hub-submit").Definition["delivery-limit"].GetInt32().ShouldBe(100);
    }

    private static Task Publish(IChannel channel, string exchange, string key) =>
        channel.BasicPublishAsync(exchange, key, mandatory: true, new BasicProperties(), Body, Cancellation).AsTask();

    private sealed class AsyncDefaultBasicConsumerStub(IChannel channel) : AsyncDefaultBasicConsumer(channel);
}
