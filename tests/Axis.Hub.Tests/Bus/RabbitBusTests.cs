using System.Text;
using System.Text.Json;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using Axis.TestKit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Axis.Hub.Tests.Bus;

public sealed class RabbitBusTests
{
    private static readonly string FirstIn = WireNames.InboundExchange(BrokerNation.First);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Takes_the_sender_from_the_exchange_whatever_the_message_claims()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        await using var client = await nation.ConnectAsync(BrokerNation.Second, Cancellation);
        var submission = Sample.Submission();
        await client.PublishAsync(
            WireNames.InboundExchange(BrokerNation.Second), WireNames.Submit, WireJson.Write(submission), Cancellation,
            new() { [Origin.EmbeddedHeader] = "H37", [Origin.MovedHeader] = "H37", ["x-death"] = new List<object> { new Dictionary<string, object> { ["exchange"] = "axis.in.H37" } } });

        await Eventually.Async(() => !bus.Recorder.Submissions.IsEmpty, cancellation: Cancellation);
        var received = bus.Recorder.AllSubmissions.Single();
        received.Adapter.ShouldBe(BrokerNation.Second);
        received.Message.SubmissionId.ShouldBe(submission.SubmissionId);
        received.DeliveryCount.ShouldBe(0);
    }

    [BrokerFact]
    public async Task Leads_each_key_to_its_stage()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
        await client.PublishAsync(FirstIn, WireNames.Acknowledge, WireJson.Write(new SealedMessage([1], [2])), Cancellation);
        await client.PublishAsync(FirstIn, WireNames.Heartbeat, WireJson.Write(Sample.Heartbeat()), Cancellation);

        await Eventually.Async(() => bus.Recorder.Acknowledgements.Count + bus.Recorder.Heartbeats.Count == 2, cancellation: Cancellation);
        bus.Recorder.Acknowledgements.Single().Adapter.ShouldBe(BrokerNation.First);
    }

    [BrokerFact]
    public async Task Takes_two_messages_under_one_message_id_for_two()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
        const string Id = "7b0e0f0a-0000-0000-0000-000000000001";
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PublishAsync(
            FirstIn, WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation, messageId: Id)));

        await Eventually.Async(() => bus.Recorder.AllSubmissions.Count() == 4, cancellation: Cancellation);
    }

    [BrokerFact]
    public async Task Brings_malformed_empty_and_unversioned_messages_to_the_refusals_with_exact_bytes()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
        byte[] broken = [0x7B, 0xFF, 0x00, 0x22];
        await client.PublishAsync(FirstIn, WireNames.Submit, broken, Cancellation, new() { [Origin.MovedHeader] = "G22.01", ["note"] = "x" });
        await client.PublishAsync(FirstIn, WireNames.Heartbeat, ReadOnlyMemory<byte>.Empty, Cancellation);
        await client.PublishAsync(FirstIn, WireNames.Acknowledge, WireJson.Write(new SealedMessage([1], [2])), Cancellation, version: "9");
        await client.PublishAsync(FirstIn, WireNames.Acknowledge, WireJson.Write(new SealedMessage([1], [2])), Cancellation, version: null);

        await Eventually.Async(() => bus.Recorder.Refusals.Count == 4, cancellation: Cancellation, describe: () => string.Join(" | ", bus.Recorder.Refusals.Select(refusal => refusal.Reason)));
        var malformed = bus.Recorder.Refusals.Single(refusal => refusal.Queue == WireNames.SubmitQueue);
        malformed.Body.ToArray().ShouldBe(broken);
        malformed.Reason.ShouldStartWith(ErrorCatalogue.MessageMalformed.Code);
        malformed.AdapterCode.ShouldBe(BrokerNation.First);
        malformed.Malformed.ShouldBeTrue();
        JsonDocument.Parse(malformed.Headers).RootElement.GetProperty("note").GetString().ShouldBe("x");
        bus.Recorder.Refusals.Single(refusal => refusal.Queue == WireNames.HeartbeatQueue).Reason.ShouldStartWith(ErrorCatalogue.MessageEmpty.Code);
        bus.Recorder.Refusals.Count(refusal => refusal.Reason.StartsWith(ErrorCatalogue.MessageVersionUnknown.Code, StringComparison.Ordinal)).ShouldBe(2);
        bus.Recorder.Acknowledgements.ShouldBeEmpty();
    }

    [BrokerFact]
    public async Task Refuses_what_did_not_come_from_an_adapter()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        await using var administrator = await BrokerClient.ConnectAsync(nation.Host.Amqp, Cancellation);
        await administrator.PublishAsync("", WireNames.SubmitQueue, WireJson.Write(Sample.Submission()), Cancellation);
        await administrator.PublishAsync(WireNames.SubmitQueue, "", WireJson.Write(Sample.Submission()), Cancellation);

        await Eventually.Async(() => bus.Recorder.Refusals.Count == 2, cancellation: Cancellation);
        bus.Recorder.Refusals.ShouldAllBe(refusal => refusal.AdapterCode == null && refusal.Reason.StartsWith(ErrorCatalogue.MessageWithoutOrigin.Code));
        bus.Recorder.Submissions.ShouldBeEmpty();
    }

    [BrokerFact]
    public async Task Refuses_a_message_that_names_its_user_without_looping()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
        await client.Channel.BasicPublishAsync(
            FirstIn, WireNames.Submit, mandatory: true, new BasicProperties { UserId = BrokerNation.First }, "{}"u8.ToArray(), Cancellation);

        await Eventually.Async(() => bus.Recorder.Refusals.Count == 1, cancellation: Cancellation);
    }

    [BrokerFact]
    public async Task Sends_to_an_adapters_queue_confirmed_with_kind_and_version()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        var query = new QueryMessage(7, [new(Guid.Empty, 1)]);
        await bus.Services.GetRequiredService<IAdapterQueues>().SendAsync(BrokerNation.First, WireNames.Query, query, Cancellation);

        await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
        var message = await client.TakeAsync(WireNames.OutboundQueue(BrokerNation.First), Cancellation);
        message.Body.ToArray().ShouldBe(WireJson.Write(query));
        message.BasicProperties.ContentType.ShouldBe(WireNames.ContentType);
        message.BasicProperties.Persistent.ShouldBeTrue();
        Text(message.BasicProperties, WireNames.KindHeader).ShouldBe(WireNames.Query);
        Text(message.BasicProperties, WireNames.VersionHeader).ShouldBe("1");
    }

    [BrokerFact]
    public async Task Says_that_a_message_nobody_can_get_was_refused()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        var queues = bus.Services.GetRequiredService<IAdapterQueues>();

        await Should.ThrowAsync<PublishRefusedException>(() => queues.SendAsync("H99", WireNames.Query, new QueryMessage(1, [new(Guid.Empty, 1)]), Cancellation));
    }

    [BrokerFact]
    public async Task Brings_what_an_adapter_rejects_to_the_dead_letters_with_its_adapter()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var bus = await RunningBus.StartAsync(nation.Options);
        var query = new QueryMessage(7, [new(Guid.Empty, 1)]);
        await bus.Services.GetRequiredService<IAdapterQueues>().SendAsync(BrokerNation.Second, WireNames.Query, query, Cancellation);
        await using var client = await nation.ConnectAsync(BrokerNation.Second, Cancellation);
        var message = await client.TakeAsync(WireNames.OutboundQueue(BrokerNation.Second), Cancellation);
        await client.Channel.BasicRejectAsync(message.DeliveryTag, requeue: false, Cancellation);

        await Eventually.Async(() => bus.Recorder.DeadLetters.Count == 1, cancellation: Cancellation);
        var letter = bus.Recorder.DeadLetters.Single();
        letter.AdapterCode.ShouldBe(BrokerNation.Second);
        letter.Kind.ShouldBe(WireNames.Query);
        letter.Body.ToArray().ShouldBe(WireJson.Write(query));
        letter.Reason.ShouldBe("rejected");
    }

    [BrokerFact]
    public async Task Handles_a_message_that_came_back_three_times_alone()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
        await using var administrator = await BrokerClient.ConnectAsync(nation.Host.Amqp, Cancellation);
        for (var i = 0; i < 3; i++)
        {
            await client.PublishAsync(FirstIn, WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation);
        }

        for (var i = 0; i < 3; i++)
        {
            // Three taken and returned unhandled, three times: what a hub that dies does.
            ulong last = 0;
            for (var j = 0; j < 3; j++)
            {
                last = (await Eventually.FindAsync(() => administrator.Channel.BasicGetAsync(WireNames.SubmitQueue, false, Cancellation), cancellation: Cancellation)).DeliveryTag;
            }

            await administrator.Channel.BasicNackAsync(last, multiple: true, requeue: true, Cancellation);
        }

        await client.PublishAsync(FirstIn, WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation);
        await client.PublishAsync(FirstIn, WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation);
        var options = nation.Options;
        options.BatchWait = TimeSpan.FromSeconds(10);
        await using var bus = await RunningBus.StartAsync(options);

        await Eventually.Async(() => bus.Recorder.AllSubmissions.Count() == 5, cancellation: Cancellation);
        foreach (var batch in bus.Recorder.Submissions)
        {
            batch.Count.ShouldBe(batch[0].DeliveryCount >= LoneMessage.From ? 1 : 2);
        }
    }

    [BrokerFact]
    public async Task Leaves_messages_in_the_queue_when_it_stops_in_the_middle_of_a_batch()
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        var reached = new TaskCompletionSource();
        var recorder = new Recorder
        {
            BeforeSubmit = async (_, cancellation) =>
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            },
        };
        await using (await RunningBus.StartAsync(nation.Options, recorder))
        {
            await using var client = await nation.ConnectAsync(BrokerNation.First, Cancellation);
            await client.PublishAsync(FirstIn, WireNames.Submit, WireJson.Write(Sample.Submission()), Cancellation);
            await reached.Task.WaitAsync(Cancellation);
        }

        recorder.Refusals.ShouldBeEmpty();
        await using var bus = await RunningBus.StartAsync(nation.Options);
        await Eventually.Async(() => bus.Recorder.AllSubmissions.Count() == 1, cancellation: Cancellation);
        bus.Recorder.Refusals.ShouldBeEmpty();
    }

    private static string Text(IReadOnlyBasicProperties properties, string header) => Encoding.UTF8.GetString((byte[])properties.Headers![header]!);
}
