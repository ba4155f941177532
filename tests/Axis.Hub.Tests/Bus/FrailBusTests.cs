using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using Axis.TestKit;

namespace Axis.Hub.Tests.Bus;

/// <summary>A broker behind a network that cuts connections off: the bus comes to it all the same.</summary>
public sealed class FrailBusTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The library waits without end for the rest of a frame whose connection has ended.</summary>
    [OwnBrokerTheory, InlineData(0), InlineData(1), InlineData(9)]
    public async Task A_broker_whose_first_word_breaks_off_is_tried_again(int bytes)
    {
        var nation = await BrokerNation.CreateAsync(Cancellation);
        var options = nation.Options;
        var address = BrokerAddress.Parse(options.Broker);
        await using var wire = new FrailWire(address.Port);
        options.Broker = (address with { Port = wire.Port }).ToUri();
        wire.CutAfter(bytes);

        var starting = RunningBus.StartAsync(options);
        await Eventually.Async(() => wire.Cuts > 0, cancellation: Cancellation);
        wire.CutAfter(int.MaxValue);

        await using var bus = await starting.WaitAsync(TimeSpan.FromMinutes(3), TimeProvider.System, Cancellation);
        await Eventually.Async(
            async () => (await nation.Host.Api.FindQueueAsync(nation.Host.Name, WireNames.SubmitQueue, Cancellation))!.Consumers > 0, cancellation: Cancellation);
    }
}
