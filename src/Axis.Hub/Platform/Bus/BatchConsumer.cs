using Axis.Contracts.Errors;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>
/// Hands a batch to its stage and acknowledges it when the stage has made everything durable. While the infrastructure is
/// away it holds the batch (protocol.md 8); a message on which the hub itself fails is found by handling each alone and goes to the dead letters.
/// </summary>
internal sealed class BatchConsumer<T>(IBatchHandler<T> handler, DeadLetterSender deadLetters, HoldPolicy hold, ILogger<BatchConsumer<T>> log)
    : IConsumer<Batch<T>> where T : class
{
    public async Task Consume(ConsumeContext<Batch<T>> context)
    {
        var messages = new List<ConsumeContext<T>>(context.Message.Length);
        for (var i = 0; i < context.Message.Length; i++)
        {
            messages.Add(context.Message[i]);
        }

        try
        {
            await HandleAsync(messages, context.CancellationToken);
        }
        catch (Exception failure) when (messages.Count > 1 && failure is not OperationCanceledException)
        {
            BusLog.BatchFailed(log, typeof(T).Name, messages.Count, failure);
            foreach (var message in messages)
            {
                await HandleAloneAsync(message, context.CancellationToken);
            }
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or MessageRefusedException))
        {
            throw new MessageRefusedException(ErrorCatalogue.MessageFailsTheHub, failure.GetType().Name, failure);
        }
    }

    private async Task HandleAloneAsync(ConsumeContext<T> message, CancellationToken cancellation)
    {
        try
        {
            await HandleAsync([message], cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The rest of the batch has gone through; throwing now would send all of it to the dead letters.
            var refused = new MessageRefusedException(ErrorCatalogue.MessageFailsTheHub, failure.GetType().Name, failure);
            await deadLetters.SendAsync(message.ReceiveContext, refused.Message, cancellation);
            BusLog.MessageRefused(log, message.ReceiveContext.InputAddress, refused.Message);
        }
    }

    private async Task HandleAsync(List<ConsumeContext<T>> messages, CancellationToken cancellation)
    {
        var batch = messages.ConvertAll(message => new Incoming<T>(
            Origin.AdapterOf(message.ReceiveContext)!, message.Message, Origin.DeliveryCount(message.ReceiveContext)));
        await hold.ExecuteAsync(token => handler.HandleAsync(batch, token), cancellation);
    }
}
