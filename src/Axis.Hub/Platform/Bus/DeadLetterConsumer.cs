using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>
/// Takes dead letters out of the broker: those of the adapters' queues to <see cref="IDeadLetterHandler"/>, those of the
/// hub's own queues to <see cref="IRefusedMessageHandler"/>. A letter stays in its queue until it is recorded.
/// </summary>
internal sealed class DeadLetterConsumer(
    IDeadLetterHandler deadLetters, IRefusedMessageHandler refusals, HoldPolicy hold, ILogger<DeadLetterConsumer> log) : IConsumer<WireBody>
{
    public async Task Consume(ConsumeContext<WireBody> context)
    {
        var deadQueue = QueueName.Of(context.ReceiveContext);
        var headers = MessageHeader.All(context.ReceiveContext);
        var reason = headers.OfDeath("reason") ?? headers.Text(Origin.ReasonHeader) ?? "unknown";
        if (deadQueue == WireNames.OutboundDeadQueue)
        {
            var letter = new DeadLetter(
                AdapterOf(headers.OfDeath("queue")), headers.Text(WireNames.KindHeader), context.Message.Bytes, MessageHeader.AsJson(headers), reason);
            await hold.ExecuteAsync(token => deadLetters.HandleAsync(letter, token), context.CancellationToken);
        }
        else
        {
            var refused = Refused(QueueName.Alive(deadQueue), headers, context.Message.Bytes, reason);
            await hold.ExecuteAsync(token => refusals.HandleAsync(refused, token), context.CancellationToken);
        }

        BusLog.DeadLetterRecorded(log, deadQueue, reason);
    }

    private static RefusedMessage Refused(string queue, IReadOnlyDictionary<string, object?> headers, byte[] body, string reason)
    {
        // What the hub itself moved carries the origin that the hub wrote. What the broker moved carries x-death, and then
        // whatever else it carries may be its sender's invention (protocol.md 2).
        var movedByHub = headers.OfDeath("queue") is null && headers.ContainsKey(Origin.ReasonHeader);
        var origin = movedByHub ? headers.Text(Origin.MovedHeader) : null;
        var malformed = movedByHub && !reason.StartsWith(ErrorCatalogue.MessageFailsTheHub.Code, StringComparison.Ordinal);
        return new(queue, string.IsNullOrEmpty(origin) ? null : origin, malformed, body, MessageHeader.AsJson(headers), reason);
    }

    private static string? AdapterOf(string? queue) =>
        queue is not null && queue.StartsWith("axis.out.", StringComparison.Ordinal) ? queue["axis.out.".Length..] : null;
}
