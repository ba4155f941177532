using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Tests.Storage;

namespace Axis.Hub.Tests.Flow;

/// <summary>What the hub asks of adapters until it is answered: queries, cancels, and the heartbeats that both wait for (protocol.md 6).</summary>
public class QuestionFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task A_silent_publication_is_asked_about_and_republished_under_the_same_attempt_when_unknown(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);
        await host.TurnAsync<SendQueries>();
        host.Queues.Queries("H37").ShouldBeEmpty();

        host.Time.Advance(TimeSpan.FromMinutes(2.1));
        await host.TurnAsync<SendQueries>();
        var query = host.Queues.Queries("H37").ShouldHaveSingleItem();
        query.Items.ShouldBe([new QueryItem(sent.DeliveryId, 1)]);

        await host.AcknowledgeAsync(sent, AcknowledgeKind.Unknown, query: query.Number);
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Unknown, query: query.Number);
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37").Select(delivery => delivery.Attempt).ShouldBe([1, 1]);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Answers_to_one_query_may_come_in_several_messages(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.SubmitAsync([.. Enumerable.Range(1, 3).Select(number => new Draft { Number = $"{number}" })]);
        var sent = host.Queues.Deliveries("H37");
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.TurnAsync<SendQueries>();
        var query = host.Queues.Queries("H37").ShouldHaveSingleItem();

        foreach (var delivery in sent)
        {
            await host.AcknowledgeAsync(delivery, AcknowledgeKind.Unknown, query: query.Number);
        }

        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").Count.ShouldBe(6);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_unknown_that_answers_no_outstanding_query_is_ignored(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);

        await host.AcknowledgeAsync(sent, AcknowledgeKind.Unknown, query: 1);
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Unknown);
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task One_query_is_outstanding_and_repeated_only_for_an_adapter_that_was_heard_since(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await SendAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.TurnAsync<SendQueries>();

        host.Time.Advance(TimeSpan.FromHours(5));
        await host.TurnAsync<SendQueries>();
        host.Queues.Queries("H37").Count.ShouldBe(1);
        await host.BeatAsync("H37");
        await host.TurnAsync<SendQueries>();
        host.Queues.Queries("H37").Select(query => query.Number).ShouldBe([1, 2]);

        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.BeatAsync("H37");
        await host.TurnAsync<SendQueries>();
        host.Queues.Queries("H37").Count.ShouldBe(2);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.TurnAsync<SendQueries>();
        host.Queues.Queries("H37").Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_held_delivery_is_asked_about_after_an_hour(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var sent = await SendAsync(host);
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Processing);
        host.Time.Advance(TimeSpan.FromMinutes(59));
        await host.TurnAsync<SendQueries>();
        host.Queues.Queries("H37").ShouldBeEmpty();

        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.TurnAsync<SendQueries>();
        await host.AcknowledgeAsync(sent, AcknowledgeKind.Processing, query: host.Queues.Queries("H37").ShouldHaveSingleItem().Number);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await host.TurnAsync<SendQueries>();

        host.Queues.Queries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_cancel_is_sent_again_at_the_rhythm_of_queries_and_to_a_new_spool_at_once(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37");
        await SendAsync(host);
        await DeadLetters.FailAsync(host, "H37");
        await host.TurnAsync<SendCancels>();
        host.Queues.Cancels("H37").Count.ShouldBe(1);

        host.Time.Advance(TimeSpan.FromHours(3));
        await host.TurnAsync<SendCancels>();
        host.Queues.Cancels("H37").Count.ShouldBe(1);
        await host.BeatAsync("H37");
        host.Time.Advance(TimeSpan.FromMinutes(3));
        await host.TurnAsync<SendCancels>();
        host.Queues.Cancels("H37").Count.ShouldBe(2);

        await host.BeatAsync("H37", Guid.CreateVersion7());
        await host.TurnAsync<SendCancels>();
        host.Queues.Cancels("H37").Count.ShouldBe(3);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_heartbeat_keeps_the_clocks_skew_and_claims_of_a_wrong_clock_are_not_believed(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        await host.BeatAsync("H37", skew: TimeSpan.FromMinutes(-5));
        var sent = await SendAsync(host);
        host.Time.Advance(TimeSpan.FromMinutes(10));
        var item = new AcknowledgeItem(
            sent.DeliveryId, 1, AcknowledgeKind.Done, host.Time.GetUtcNow().AddMinutes(-6), Manifest.Read(sent.Manifest).Manifest!.PackageSha256);

        await host.AcknowledgeAsync("H37", FlowHost.SpoolOf("H37"), item);

        (await host.DeliveryAsync(sent.DeliveryId)).ArrivedAt.ShouldBe(host.Time.GetUtcNow());
        (await host.EventsAsync(sent.DeliveryId))[^1].OccurredAt.ShouldBe(item.At);
    }

    private static async Task<DeliverMessage> SendAsync(FlowHost host)
    {
        await host.SubmitOneAsync(new Draft());
        return host.Queues.Deliveries("H37").ShouldHaveSingleItem();
    }
}
