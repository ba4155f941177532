using System.Collections.Concurrent;
using System.Threading.Channels;
using Agency.Adapter.HubLink;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Kit;

/// <summary>The broker's double: keeps what was published, hands in what the test says, and fails when it is told to.</summary>
internal sealed class ScriptedLink : IHubLink
{
    private readonly Channel<(InboundMessage Message, TaskCompletionSource Settled)> queue =
        Channel.CreateUnbounded<(InboundMessage, TaskCompletionSource)>();

    private LinkState state = LinkState.Connected;

    public ConcurrentQueue<(string Key, byte[] Body)> Published { get; } = new();

    /// <summary>What the next publishes end in; empty: confirmed.</summary>
    public Func<string, PublishOutcome> Answer { get; set; } = _ => PublishOutcome.Confirmed.Instance;

    public LinkState State
    {
        get => state;
        set
        {
            state = value;
            StateChanged?.Invoke(value);
        }
    }

    public LinkFault? Fault => null;

    public event Action<LinkState>? StateChanged;

    public Task<PublishOutcome> PublishAsync(string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var outcome = Answer(key);
        if (outcome is PublishOutcome.Confirmed)
        {
            Published.Enqueue((key, body.ToArray()));
        }

        return Task.FromResult(outcome);
    }

    public async Task RunAsync(Func<InboundMessage, CancellationToken, Task> handle, CancellationToken cancellation)
    {
        await foreach (var (message, settled) in queue.Reader.ReadAllAsync(cancellation))
        {
            _ = SettleAsync(handle, message, settled, cancellation);
        }
    }

    /// <summary>Delivers a message; ends when the adapter has settled it, and throws what the adapter threw.</summary>
    public Task DeliverAsync<T>(string kind, T message, int version = WireNames.Version)
    {
        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((new InboundMessage(kind, version, WireJson.Write(message), false), settled)).ShouldBeTrue();
        return settled.Task.WaitAsync(Wait.Patience, TimeProvider.System);
    }

    private static async Task SettleAsync(
        Func<InboundMessage, CancellationToken, Task> handle, InboundMessage message, TaskCompletionSource settled, CancellationToken cancellation)
    {
        try
        {
            await handle(message, cancellation);
            settled.SetResult();
        }
        catch (Exception fault)
        {
            settled.SetException(fault);
        }
    }
}
