using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;

namespace Axis.Hub.Tests.Flow;

/// <summary>Windows, places that signs free, and what waits for an adapter (protocol.md 6).</summary>
public class DispatchFlowTests
{
    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    [Theory, MemberData(nameof(Databases))]
    public async Task The_window_leaves_the_rest_waiting_and_lets_urgent_ones_pass(string database)
    {
        await using var host = await FlowHost.StartAsync(database, options => options.Window = 10);

        await host.SubmitAsync([.. Enumerable.Range(1, 25).Select(number => new Draft { Number = $"{number}" })]);
        host.Queues.Deliveries("H37").Count.ShouldBe(10);
        await host.SubmitAsync(new Draft { Number = "99", Priority = 3 });

        host.Queues.Deliveries("H37").Count.ShouldBe(11);
        host.Queues.Deliveries("H37")[^1].Priority.ShouldBe(3);
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").Count.ShouldBe(11);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Signs_free_places_and_the_backlog_follows_in_order(string database)
    {
        await using var host = await FlowHost.StartAsync(database, options => options.Window = 10);
        await host.SubmitAsync([.. Enumerable.Range(1, 25).Select(number => new Draft { Number = $"{number}" })]);

        foreach (var delivery in host.Queues.Deliveries("H37").Take(4))
        {
            await host.AcknowledgeAsync(delivery, AcknowledgeKind.Processing);
        }

        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").Count.ShouldBe(14);
        host.Queues.Deliveries("H37").Select(delivery => delivery.DeliveryId).Distinct().Count().ShouldBe(14);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_place_that_a_sign_frees_is_filled_without_waiting_for_the_next_look(string database)
    {
        await using var host = await FlowHost.StartAsync(database, options => options.Window = 1);
        var dispatch = host.Get<DispatchBacklog>();
        await dispatch.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.Async(() => dispatch.IsAtRest, cancellation: TestContext.Current.CancellationToken);
        await host.SubmitAsync([.. Enumerable.Range(1, 3).Select(number => new Draft { Number = $"{number}" })]);

        // The hub's clock stands still: only the signs can wake the dispatch.
        for (var published = 1; published <= 3; published++)
        {
            await Eventually.Async(
                () => host.Queues.Deliveries("H37").Count == published && dispatch.IsAtRest, cancellation: TestContext.Current.CancellationToken);
            await host.AcknowledgeAsync(host.Queues.Deliveries("H37")[^1], AcknowledgeKind.Processing);
        }

        await dispatch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_refused_publication_waits_and_uses_no_attempt(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Queues.Refusing["H37"] = true;
        var receipt = await host.SubmitOneAsync(new Draft());
        var id = receipt.Receivers[0].DeliveryId!.Value;

        var waiting = await host.DeliveryAsync(id);
        waiting.Phase.ShouldBe(DispatchPhase.Waiting);
        waiting.Attempt.ShouldBe(1);
        await host.TurnAsync<DispatchBacklog>();
        (await host.DeliveryAsync(id)).Phase.ShouldBe(DispatchPhase.Waiting);

        host.Queues.Refusing.Clear();
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").ShouldHaveSingleItem().Attempt.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_suspended_adapters_deliveries_wait_until_it_is_back(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        host.Queues.Refusing["H37"] = true;
        await host.SubmitOneAsync(new Draft());
        host.Queues.Refusing.Clear();
        host.Nation.Change([], "H37");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").ShouldBeEmpty();
        (await host.SubmitOneAsync(new Draft { Number = "2" })).Receivers.ShouldHaveSingleItem().Finding!.Code.ShouldBe("AXS-1049");

        host.Nation.Change([]);
        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_claim_that_runs_out_is_published_by_anybody_under_the_same_attempt(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var receipt = await host.SubmitOneAsync(new Draft());
        var id = receipt.Receivers[0].DeliveryId!.Value;
        await host.Ledger.WriteAsync("claimed by a hub that died", async (transaction, token) =>
        {
            var row = (await transaction.FindDeliveriesAsync([id], token))[0];
            await transaction.SaveDeliveriesAsync([new(DeliveryMachine.Claimed(row, "dead", host.Time.GetUtcNow().AddSeconds(60)), row.Version)], token);
            return true;
        }, TestContext.Current.CancellationToken);

        await host.TurnAsync<DispatchBacklog>();
        host.Queues.Deliveries("H37").Count.ShouldBe(1);
        host.Time.Advance(TimeSpan.FromSeconds(61));
        await host.TurnAsync<DispatchBacklog>();

        host.Queues.Deliveries("H37").Select(delivery => delivery.Attempt).ShouldBe([1, 1]);
    }
}
