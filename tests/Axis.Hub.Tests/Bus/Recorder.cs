using System.Collections.Concurrent;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Tests.Bus;

/// <summary>Stands where the stages stand and keeps what the bus hands over.</summary>
internal sealed class Recorder
    : IBatchHandler<SubmitMessage>, IBatchHandler<SealedMessage>, IBatchHandler<HeartbeatMessage>, IDeadLetterHandler, IRefusedMessageHandler
{
    public ConcurrentQueue<IReadOnlyList<Incoming<SubmitMessage>>> Submissions { get; } = [];

    public ConcurrentQueue<Incoming<SealedMessage>> Acknowledgements { get; } = [];

    public ConcurrentQueue<Incoming<HeartbeatMessage>> Heartbeats { get; } = [];

    public ConcurrentQueue<DeadLetter> DeadLetters { get; } = [];

    public ConcurrentQueue<RefusedMessage> Refusals { get; } = [];

    /// <summary>Called before a batch of submissions is kept; may wait or throw.</summary>
    public Func<IReadOnlyList<Incoming<SubmitMessage>>, CancellationToken, Task> BeforeSubmit { get; set; } = (_, _) => Task.CompletedTask;

    public IEnumerable<Incoming<SubmitMessage>> AllSubmissions => Submissions.SelectMany(batch => batch);

    public async Task HandleAsync(IReadOnlyList<Incoming<SubmitMessage>> batch, CancellationToken cancellation)
    {
        await BeforeSubmit(batch, cancellation);
        Submissions.Enqueue(batch);
    }

    public Task HandleAsync(IReadOnlyList<Incoming<SealedMessage>> batch, CancellationToken cancellation)
    {
        foreach (var message in batch)
        {
            Acknowledgements.Enqueue(message);
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(IReadOnlyList<Incoming<HeartbeatMessage>> batch, CancellationToken cancellation)
    {
        foreach (var message in batch)
        {
            Heartbeats.Enqueue(message);
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(DeadLetter letter, CancellationToken cancellation)
    {
        DeadLetters.Enqueue(letter);
        return Task.CompletedTask;
    }

    public Task HandleAsync(RefusedMessage message, CancellationToken cancellation)
    {
        Refusals.Enqueue(message);
        return Task.CompletedTask;
    }
}
