using System.Collections.Concurrent;
using System.Text;
using Agency.Adapter.HubLink;
using Axis.Contracts.Wire;
using Axis.TestKit;

namespace Axis.Journeys.HubLink;

/// <summary>What the link promises beyond the contract where a broker can turn it away, plain or over TLS.</summary>
public abstract class RabbitHubLinkContract : HubLinkContract
{
    protected async Task Comes_back_by_itself_after_a_lost_connection_and_loses_nothing()
    {
        await using var rig = (RabbitRig)await StartAsync(Stop);
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

    protected async Task Says_why_the_broker_turns_it_away_and_goes_on_when_it_no_longer_does()
    {
        await using var rig = (RabbitRig)await StartAsync(Stop);
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
}
