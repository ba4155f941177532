using Axis.Hub.Commands;
using Axis.Simulator.Nation;

namespace Axis.Hub.Tests.Operate;

/// <summary>The command <c>serve</c>, running in this process.</summary>
internal sealed class ServingHub : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter error = new();
    private readonly Task<int> running;

    private ServingHub(CommandLine line)
    {
        Console = $"http://127.0.0.1:{LoopbackPorts.Take()}";
        running = HubCommand.RunAsync(
            ["serve", .. line.Settings, "--set", "AdapterEndpoint=https://127.0.0.1:" + LoopbackPorts.Take(), "--set", "ConsoleEndpoint=" + Console], TextWriter.Null, error, stop.Token);
    }

    public string Console { get; }

    /// <summary>Returns when the hub is ready.</summary>
    public static async Task<ServingHub> StartAsync(CommandLine line, CancellationToken cancellation)
    {
        var hub = new ServingHub(line);
        using var http = new HttpClient();
        await TestKit.Eventually.Async(async () =>
        {
            if (hub.running.IsCompleted)
            {
                throw new InvalidOperationException($"serve ended with {await hub.running}: {hub.error}");
            }

            try
            {
                using var ready = await http.GetAsync(new Uri(hub.Console + "/health/ready"), cancellation);
                return ready.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromMinutes(3), cancellation: cancellation);
        return hub;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        (await running).ShouldBe(0);
        stop.Dispose();
    }
}
