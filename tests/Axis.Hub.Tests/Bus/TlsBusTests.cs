using Axis.Contracts.Wire;
using Axis.Hub.Platform.Bus;
using Axis.TestKit;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Axis.Hub.Tests.Bus;

/// <summary>The bus itself believes a broker by the hub's roots only: what it would do left alone, or when the look at the start was long ago.</summary>
public sealed class TlsBusTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OwnBrokerTheory, MemberData(nameof(ServerPapers.Codes), MemberType = typeof(ServerPapers))]
    public async Task A_bus_refuses_a_broker_that_is_not_believed_and_takes_it_when_it_is_mended(string code)
    {
        using var papers = new ServerPapers();
        var nation = await BrokerNation.CreateAsync(Cancellation);
        await using var front = papers.Front(code, nation.Host.Broker.Port);
        using var lines = new ToldLines();
        var options = nation.Options;
        var address = BrokerAddress.Parse(options.Broker);
        options.Broker = (address with { Host = front.Address.Address.ToString(), Port = front.Address.Port, Tls = true }).ToUri();
        options.BrokerRootsPath = papers.Roots;

        var starting = RunningBus.StartAsync(options, logs: lines);
        await Eventually.Async(
            () => lines.Lines.Any(line => line.Number == 3005 && line.Level == LogLevel.Error && line.Text.Contains(code, StringComparison.Ordinal)),
            describe: () => string.Join('\n', lines.Lines), cancellation: Cancellation);
        starting.IsCompleted.ShouldBeFalse("it has no broker");

        papers.Mend(front);

        await using var bus = await StartedAsync(starting, options, lines);
        await Eventually.Async(
            async () => (await nation.Host.Api.FindQueueAsync(nation.Host.Name, WireNames.SubmitQueue, Cancellation))!.Consumers > 0, cancellation: Cancellation);
    }

    /// <summary>
    /// The library may end a start whose first connections failed at the moment when one succeeds; the program then ends with 1 and is started again.
    /// </summary>
    private static async Task<RunningBus> StartedAsync(Task<RunningBus> starting, HubOptions options, ToldLines lines)
    {
        try
        {
            return await starting.WaitAsync(TimeSpan.FromMinutes(3), TimeProvider.System, Cancellation);
        }
        catch (RabbitMqConnectionException)
        {
            return await RunningBus.StartAsync(options, logs: lines);
        }
    }
}
