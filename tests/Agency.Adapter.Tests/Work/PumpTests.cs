using System.Net.Sockets;
using Agency.Adapter.HubLink;
using Axis.Contracts.Wire;
using Microsoft.Extensions.Hosting;

namespace Agency.Adapter.Tests.Work;

/// <summary>What a loop waits for instead of ending.</summary>
public sealed class PumpTests
{
    /// <summary>What a library may throw while hub, broker or network go away, whatever its port promises.</summary>
    private static readonly Dictionary<string, Func<Exception>> Faults = new(StringComparer.Ordinal)
    {
        ["a time limit of its own"] = static () => new TaskCanceledException(),
        ["a call that took too long"] = static () => new TimeoutException(),
        ["a call that broke off"] = static () => new HttpRequestException(),
        ["a socket that was shut"] = static () => new SocketException((int)SocketError.ConnectionReset),
        ["a hub that is away"] = static () => new HubAwayException("away"),
        ["a folder that is shut"] = static () => new UnauthorizedAccessException(),
    };

    public static TheoryData<string> Outages => [.. Faults.Keys];

    [Theory, MemberData(nameof(Outages))]
    public async Task Waits_for_what_is_away_and_goes_on_when_it_is_back(string outage)
    {
        var asked = 0;
        await using var adapter = await TestAdapter.StartAsync();
        adapter.Link.Answer = key => key == WireNames.Submit && Interlocked.Increment(ref asked) <= 2 ? throw Faults[outage]() : PublishOutcome.Confirmed.Instance;

        await adapter.HandOverAsync(await Packages.EdocAsync());

        await Wait.UntilAsync(() => adapter.Sent<SubmitMessage>(WireNames.Submit).Count > 0, "the package goes");
        asked.ShouldBe(3);
        adapter.Get<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
    }
}
