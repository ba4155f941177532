using System.Collections.Concurrent;
using System.Text;
using Agency.Adapter.HubLink;
using Axis.Contracts.Wire;
using Axis.TestKit;

namespace Axis.Journeys.HubLink;

/// <summary>The link's contract on real RabbitMQ.</summary>
public sealed class RabbitHubLinkTests : HubLinkContract
{
    [BrokerFact]
    public Task Confirms_only_what_the_hubs_queue_has_on_RabbitMQ() => Confirms_only_what_the_hubs_queue_has();

    [OwnBrokerFact]
    public Task Says_why_a_publish_was_refused_on_RabbitMQ() => Says_why_a_publish_was_refused_and_goes_on_when_it_no_longer_is();

    [BrokerFact]
    public Task Begins_the_handling_in_queue_order_on_RabbitMQ() => Begins_the_handling_in_queue_order_and_hands_over_kind_version_and_body();

    [BrokerFact]
    public Task Hands_a_failed_message_out_again_on_RabbitMQ() => Hands_a_message_out_again_when_its_handling_failed_and_loses_none_of_the_others();

    [BrokerFact]
    public Task Hands_a_duplicate_out_as_often_as_it_comes_on_RabbitMQ() => Hands_a_duplicate_out_as_often_as_it_comes();

    [BrokerFact]
    public Task Gives_what_can_never_be_handled_to_the_dead_letters_on_RabbitMQ() => Gives_what_can_never_be_handled_to_the_dead_letters();

    [BrokerFact]
    public Task Gives_what_was_in_hand_to_the_next_run_on_RabbitMQ() => Gives_what_was_in_hand_when_the_link_went_to_the_next_run();

    [OwnBrokerFact]
    public async Task Comes_back_by_itself_after_a_lost_connection_and_loses_nothing()
    {
        await using var rig = await RabbitRig.StartAsync(Stop);
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = 0;
        var states = new ConcurrentQueue<LinkState>();
        rig.Link.StateChanged += states.Enqueue;
        var settled = new ConcurrentDictionary<string, bool>();
        await using var run = await Run.StartAsync(rig.Link, async (message, stop) =>
        {
            Interlocked.Increment(ref begun);
            await hold.Task.WaitAsync(stop);
            settled[Encoding.UTF8.GetString(message.Body.Span)] = true;
        });
        await rig.SendAsync(WireNames.States, Body(1).ToArray(), Stop);
        await Eventually.Async(() => begun >= 1, cancellation: Stop);

        await rig.DisconnectAsync(Stop);
        await Eventually.Async(() => states.Contains(LinkState.Disconnected), cancellation: Stop);
        hold.SetResult();

        await Eventually.Async(() => rig.Link.State == LinkState.Connected && begun >= 2, cancellation: Stop);
        await rig.SendAsync(WireNames.States, Body(2).ToArray(), Stop);
        await Eventually.Async(() => settled.Count == 2, cancellation: Stop);
        await Eventually.Async(async () => await rig.Link.PublishAsync(WireNames.Submit, Body(3), Stop) is PublishOutcome.Confirmed, cancellation: Stop);
    }

    [OwnBrokerFact]
    public async Task Says_why_the_broker_turns_it_away_and_goes_on_when_it_no_longer_does()
    {
        await using var rig = await RabbitRig.StartAsync(Stop);
        await using var run = await Run.StartAsync(rig.Link, (_, _) => Task.CompletedTask);
        await rig.SuspendAsync(Stop);
        await rig.DisconnectAsync(Stop);

        var turnedAway = await Eventually.FindAsync(
            async () => await rig.Link.PublishAsync(WireNames.Submit, Body(1), Stop) is PublishOutcome.Unavailable outcome
                && outcome.Reason.Contains("ACCESS_REFUSED", StringComparison.Ordinal) ? outcome : null,
            cancellation: Stop);

        turnedAway.Reason.ShouldContain("axis.out.LINK.01");
        await rig.ResumeAsync(Stop);
        await Eventually.Async(async () => await rig.Link.PublishAsync(WireNames.Submit, Body(2), Stop) is PublishOutcome.Confirmed, cancellation: Stop);
    }

    private protected override async Task<ILinkRig> StartAsync(CancellationToken cancellation) => await RabbitRig.StartAsync(cancellation);
}
