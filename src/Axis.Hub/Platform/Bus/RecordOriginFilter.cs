using System.Runtime.ExceptionServices;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>Writes beside a message that is about to be moved to the dead letters whose it was and why it is moved.</summary>
internal sealed class RecordOriginFilter(ILogger log) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (context.Exception is OperationCanceledException or ConsumerCanceledException)
        {
            // The hub is stopping. Thrown on, the message goes back to its queue.
            ExceptionDispatchInfo.Throw(context.Exception);
        }

        var refused = Find(context.Exception);
        var reason = refused?.Message ?? context.Exception.GetType().Name;
        context.ExceptionHeaders.Set(Origin.MovedHeader, Origin.AdapterOf(context) ?? "");
        context.ExceptionHeaders.Set(Origin.ReasonHeader, reason);
        BusLog.MessageRefused(log, context.InputAddress, reason);
        await next.Send(context);

        // Else MassTransit takes it for a message that nobody wanted and moves it once more.
        await context.NotifyFaulted(context.Exception);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("recordOrigin");

    private static MessageRefusedException? Find(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is MessageRefusedException refused)
            {
                return refused;
            }
        }

        return null;
    }
}
