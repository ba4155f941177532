using System.Collections.Concurrent;
using System.Text;
using Agency.Adapter.HubLink;
using Axis.Contracts.Wire;
using Axis.TestKit;

namespace Axis.Journeys.HubLink;

/// <summary>What every link promises, whatever carries it (protocol.md 2).</summary>
public abstract class HubLinkContract
{
    private protected abstract Task<ILinkRig> StartAsync(CancellationToken cancellation);

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected async Task Confirms_only_what_the_hubs_queue_has()
    {
        await using var rig = await StartAsync(Stop);
        await using var run = await Run.StartAsync(rig.Link, (_, _) => Task.CompletedTask);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => rig.Link.PublishAsync(WireNames.Submit, Body(number), Stop)));

        outcomes.ShouldAllBe(outcome => outcome is PublishOutcome.Confirmed);
        var arrived = new List<string>();
        await Eventually.Async(async () =>
        {
            arrived.AddRange((await rig.TakeArrivedAsync(Stop)).Select(Encoding.UTF8.GetString));
            return arrived.Count >= 20;
        }, describe: () => $"{arrived.Count} arrived", cancellation: Stop);
        arrived.Order().ShouldBe(Enumerable.Range(0, 20).Select(number => Encoding.UTF8.GetString(Body(number).Span)).Order());
    }

    protected async Task Says_why_a_publish_was_refused_and_goes_on_when_it_no_longer_is()
    {
        await using var rig = await StartAsync(Stop);
        await using var run = await Run.StartAsync(rig.Link, (_, _) => Task.CompletedTask);
        await rig.RefuseAsync(Stop);

        (await rig.Link.PublishAsync(WireNames.Submit, Body(1), Stop)).ShouldBeOfType<PublishOutcome.Refused>().Reason.ShouldNotBeEmpty();

        await rig.AcceptAsync(Stop);
        await Eventually.Async(async () => await rig.Link.PublishAsync(WireNames.Submit, Body(2), Stop) is PublishOutcome.Confirmed, cancellation: Stop);
    }

    protected async Task Begins_the_handling_in_queue_order_and_hands_over_kind_version_and_body()
    {
        await using var rig = await StartAsync(Stop);
        for (var number = 0; number < 30; number++)
        {
            await rig.SendAsync(WireNames.States, Body(number).ToArray(), Stop);
        }

        var seen = new ConcurrentQueue<InboundMessage>();
        await using var run = await Run.StartAsync(rig.Link, (message, _) =>
        {
            seen.Enqueue(message);
            return Task.CompletedTask;
        });

        await Eventually.Async(() => seen.Count == 30, cancellation: Stop);
        seen.Select(message => Encoding.UTF8.GetString(message.Body.Span)).ShouldBe(Enumerable.Range(0, 30).Select(number => Encoding.UTF8.GetString(Body(number).Span)));
        seen.ShouldAllBe(message => message.Kind == WireNames.States && message.Version == WireNames.Version && !message.Redelivered);
    }

    protected async Task Hands_a_message_out_again_when_its_handling_failed_and_loses_none_of_the_others()
    {
        await using var rig = await StartAsync(Stop);
        var seen = new ConcurrentQueue<(string Body, bool Redelivered)>();
        var failed = 0;
        await using var run = await Run.StartAsync(rig.Link, (message, _) =>
        {
            var body = Encoding.UTF8.GetString(message.Body.Span);
            if (body == "{\"number\":1}" && Interlocked.Exchange(ref failed, 1) == 0)
            {
                throw new IOException("the disk is full");
            }

            seen.Enqueue((body, message.Redelivered));
            return Task.CompletedTask;
        });
        for (var number = 0; number < 4; number++)
        {
            await rig.SendAsync(WireNames.States, Body(number).ToArray(), Stop);
        }

        await Eventually.Async(() => seen.Count >= 4, cancellation: Stop);
        seen.Select(message => message.Body).Order().ShouldBe(["{\"number\":0}", "{\"number\":1}", "{\"number\":2}", "{\"number\":3}"]);
        seen.Single(message => message.Body == "{\"number\":1}").Redelivered.ShouldBeTrue();
    }

    protected async Task Hands_a_duplicate_out_as_often_as_it_comes()
    {
        await using var rig = await StartAsync(Stop);
        var seen = 0;
        await using var run = await Run.StartAsync(rig.Link, (_, _) =>
        {
            Interlocked.Increment(ref seen);
            return Task.CompletedTask;
        });
        await rig.SendAsync(WireNames.States, Body(7).ToArray(), Stop);
        await rig.SendAsync(WireNames.States, Body(7).ToArray(), Stop);
        await Eventually.Async(() => seen == 2, cancellation: Stop);
    }

    protected async Task Gives_what_can_never_be_handled_to_the_dead_letters()
    {
        await using var rig = await StartAsync(Stop);
        var seen = 0;
        await using var run = await Run.StartAsync(rig.Link, (message, _) => message.Kind == "poison"
            ? throw new MessageRejectedException("never")
            : Task.FromResult(Interlocked.Increment(ref seen)));
        await rig.SendAsync("poison", Body(1).ToArray(), Stop);
        await rig.SendAsync(WireNames.States, Body(2).ToArray(), Stop);
        await Eventually.Async(async () => seen == 1 && await rig.CountDeadAsync(Stop) == 1, cancellation: Stop);
    }

    protected async Task Gives_what_was_in_hand_when_the_link_went_to_the_next_run()
    {
        await using var rig = await StartAsync(Stop);
        var begun = 0;
        await using (var first = await Run.StartAsync(rig.Link, async (_, stop) =>
        {
            Interlocked.Increment(ref begun);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        }))
        {
            await rig.SendAsync(WireNames.States, Body(1).ToArray(), Stop);
            await rig.SendAsync(WireNames.States, Body(2).ToArray(), Stop);
            await Eventually.Async(() => begun == 2, cancellation: Stop);
        }

        await Eventually.Async(() => rig.Link.State == LinkState.Disconnected, cancellation: Stop);
        var seen = new ConcurrentQueue<InboundMessage>();
        await using var second = await Run.StartAsync(rig.Link, (message, _) =>
        {
            seen.Enqueue(message);
            return Task.CompletedTask;
        });
        await Eventually.Async(() => seen.Count == 2, cancellation: Stop);
        seen.Select(message => Encoding.UTF8.GetString(message.Body.Span)).ShouldBe(["{\"number\":1}", "{\"number\":2}"]);
        seen.ShouldAllBe(message => message.Redelivered);
    }

    private protected static ReadOnlyMemory<byte> Body(int number) => Encoding.UTF8.GetBytes($"{{\"number\":{number}}}");

    /// <summary>A running link, stopped at the end of a test.</summary>
    private protected sealed class Run : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private Task running = Task.CompletedTask;

        public static async Task<Run> StartAsync(IHubLink link, Func<InboundMessage, CancellationToken, Task> handle)
        {
            var run = new Run();
            run.running = link.RunAsync(handle, run.stop.Token);
            await Eventually.Async(() => link.State == LinkState.Connected, cancellation: Stop);
            return run;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.Dispose();
        }
    }
}
