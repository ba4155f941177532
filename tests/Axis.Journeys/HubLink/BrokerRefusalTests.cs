using Agency.Adapter;
using Agency.Adapter.HubLink;
using Axis.Contracts.Tls;
using Axis.Contracts.Wire;
using Axis.TestKit;
using Microsoft.Extensions.Logging;

namespace Axis.Journeys.HubLink;

/// <summary>A broker that is not believed, in front of one that is right: the adapter says why, tries on, and is there once it is mended.</summary>
public sealed class BrokerRefusalTests
{
    private const string Code = "LINK.02";
    private const string Password = "only-of-this-test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [OwnBrokerTheory, MemberData(nameof(ServerPapers.Codes), MemberType = typeof(ServerPapers))]
    public async Task A_broker_that_is_not_believed_is_refused_by_code_and_reached_when_it_is_mended(string code)
    {
        using var papers = new ServerPapers();
        var host = await HostAsync();
        await using var front = papers.Front(code, host.Broker.Port);
        using var lines = new ToldLines();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(lines));
        using var link = LinkTo(host, front, ServerTrust.Load(papers.Roots), logs);
        using var end = new CancellationTokenSource();
        var running = link.RunAsync((_, _) => Task.CompletedTask, end.Token);

        await Eventually.Async(() => link.Fault?.Finding.Code == code, describe: () => $"{link.Fault}; {string.Join('\n', lines.Lines)}", cancellation: Stop);
        var since = link.Fault!.Since;
        link.State.ShouldBe(LinkState.Disconnected);
        (await link.PublishAsync(WireNames.Submit, "{}"u8.ToArray(), Stop)).ShouldBeOfType<PublishOutcome.Unavailable>().Reason.ShouldContain(code);
        await Eventually.Async(
            () => lines.Lines.Any(line => line.Number == 5308 && line.Level == LogLevel.Error && line.Text.Contains(code, StringComparison.Ordinal)),
            describe: () => string.Join('\n', lines.Lines), cancellation: Stop);
        var tried = front.Handshakes;
        await Eventually.Async(() => front.Handshakes > tried + 1, cancellation: Stop);
        link.Fault.ShouldNotBeNull().Since.ShouldBe(since, "it is the same hindrance");

        papers.Mend(front);

        await Eventually.Async(async () => await link.PublishAsync(WireNames.Submit, "{}"u8.ToArray(), Stop) is PublishOutcome.Confirmed, cancellation: Stop);
        link.Fault.ShouldBeNull();
        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [OwnBrokerFact]
    public async Task A_broker_that_speaks_no_TLS_is_named_as_such()
    {
        using var papers = new ServerPapers();
        var host = await HostAsync();
        using var logs = LoggerFactory.Create(_ => { });
        using var link = LinkTo(host, host.Broker.Host, host.Broker.Port, ServerTrust.Load(papers.Roots), logs);
        using var end = new CancellationTokenSource();
        var running = link.RunAsync((_, _) => Task.CompletedTask, end.Token);

        await Eventually.Async(() => link.Fault?.Finding.Code == "AXS-7005", describe: () => $"{link.Fault}", cancellation: Stop);

        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [OwnBrokerFact]
    public async Task Without_a_root_of_its_own_the_machines_roots_decide()
    {
        using var papers = new ServerPapers();
        var host = await HostAsync();
        await using var front = papers.Front(host.Broker.Port);
        using var logs = LoggerFactory.Create(_ => { });
        using var link = LinkTo(host, front, ServerTrust.Load(""), logs);
        using var end = new CancellationTokenSource();
        var running = link.RunAsync((_, _) => Task.CompletedTask, end.Token);

        await Eventually.Async(() => link.Fault?.Finding.Code == "AXS-7001", describe: () => $"{link.Fault}", cancellation: Stop);

        await end.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task<BrokerHost> HostAsync() => LinkHost.MakeAsync(Code, Password, Stop);

    private static RabbitHubLink LinkTo(BrokerHost host, TlsFront front, ServerTrust trust, ILoggerFactory logs) =>
        LinkTo(host, front.Address.Address.ToString(), front.Address.Port, trust, logs);

    private static RabbitHubLink LinkTo(BrokerHost host, string address, int port, ServerTrust trust, ILoggerFactory logs)
    {
        var options = new AdapterOptions
        {
            Code = Code,
            Broker = (host.Broker.As(Code, Password) with { Host = address, Port = port, Tls = true }).ToUri(),
            RetryFirst = TimeSpan.FromMilliseconds(50),
            RetryLongest = TimeSpan.FromMilliseconds(200),
        };
        return new RabbitHubLink(options, trust, TimeProvider.System, logs.CreateLogger<RabbitHubLink>());
    }
}
