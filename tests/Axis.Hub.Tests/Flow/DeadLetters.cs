using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;

namespace Axis.Hub.Tests.Flow;

/// <summary>Publications that end in <c>axis.out.dead</c>.</summary>
internal static class DeadLetters
{
    /// <summary>Hands the last publication to the dead letters as the bus does.</summary>
    public static Task DieAsync(FlowHost host, DeliverMessage delivery, string adapter) => host.Get<IDeadLetterHandler>().HandleAsync(
        new DeadLetter(adapter, WireNames.Deliver, WireJson.Write(delivery), "{}", "rejected"), TestContext.Current.CancellationToken);

    /// <summary>Lets every publication of the adapter's only delivery die until the ladder is at its end.</summary>
    public static async Task FailAsync(FlowHost host, string adapter)
    {
        var id = host.Queues.Deliveries(adapter)[^1].DeliveryId;
        foreach (var step in host.Options.RetryLadder)
        {
            await DieAsync(host, host.Queues.Deliveries(adapter)[^1], adapter);
            (await host.DeliveryAsync(id)).Transport.ShouldBe(TransportState.Initial);
            host.Time.Advance(step);
            await host.TurnAsync<DispatchBacklog>();
        }

        await DieAsync(host, host.Queues.Deliveries(adapter)[^1], adapter);
    }
}
