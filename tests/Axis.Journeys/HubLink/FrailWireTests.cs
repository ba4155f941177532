using Agency.Adapter;
using Agency.Adapter.HubLink;
using Axis.Contracts.Tls;
using Axis.Contracts.Wire;
using Axis.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Axis.Journeys.HubLink;

/// <summary>A broker behind a network that loses what it takes: the link says that it is away, never ends, and never waits without end.</summary>
public sealed class FrailWireTests
{
    private const string Code = "LINK.03";
    private const string Password = "only-of-this-test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The library itself waits without end for the rest of a frame whose connection has ended.</summary>
    [OwnBrokerFact]
    public async Task A_broker_whose_first_word_breaks_off_is_tried_again()
    {
        var host = await HostAsync();
        await using var wire = new FrailWire(host.Broker.Port);
        using var link = LinkThrough(host, wire);
        using var end = new CancellationTokenSource();
        wire.CutAfter(1);
        var running = link.RunAsync((_, _) => Task.CompletedTask, end.Token);
        await Eventually.Async(() => wire.Cuts > 0, cancellation: Stop);

        wire.CutAfter(int.MaxValue);

        await Eventually.Async(() => link.State == LinkState.Connected, TimeSpan.FromMinutes(2), cancellation: Stop);
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [OwnBrokerFact]
    public async Task A_plain_connection_that_is_dropped_is_no_matter_of_certificates()
    {
        var host = await HostAsync();
        await using var wire = new FrailWire(host.Broker.Port);
        using var link = LinkThrough(host, wire);
        using var end = new CancellationTokenSource();
        wire.CutAfter(0);
        var running = link.RunAsync((_, _) => Task.CompletedTask, end.Token);

        await Eventually.Async(() => wire.Cuts > 3, cancellation: Stop);

        link.Fault.ShouldBeNull();
        (await link.PublishAsync(WireNames.Submit, "{}"u8.ToArray(), Stop)).ShouldBeOfType<PublishOutcome.Unavailable>().Reason.ShouldNotContain("AXS-");
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>As long as the library waits for an answer (20 s), with nothing said of the connection.</summary>
    [OwnBrokerFact]
    public async Task A_broker_that_stops_answering_is_away_and_ends_no_publish()
    {
        var host = await HostAsync();
        await using var wire = new FrailWire(host.Broker.Port);
        using var link = LinkThrough(host, wire);
        using var end = new CancellationTokenSource();
        var running = link.RunAsync((_, _) => Task.CompletedTask, end.Token);
        await Eventually.Async(() => link.State == LinkState.Connected, cancellation: Stop);

        wire.Hold();

        (await link.PublishAsync(WireNames.Submit, "{}"u8.ToArray(), Stop)).ShouldBeOfType<PublishOutcome.Unavailable>();
        running.IsCompleted.ShouldBeFalse();
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task<BrokerHost> HostAsync() => LinkHost.MakeAsync(Code, Password, Stop);

    private static RabbitHubLink LinkThrough(BrokerHost host, FrailWire wire) => new(
        new AdapterOptions
        {
            Code = Code,
            Broker = (host.Broker.As(Code, Password) with { Port = wire.Port }).ToUri(),
            RetryFirst = TimeSpan.FromMilliseconds(5),
            RetryLongest = TimeSpan.FromMilliseconds(20),
        },
        ServerTrust.Load(""), TimeProvider.System, NullLogger<RabbitHubLink>.Instance);
}
