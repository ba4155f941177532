using System.Diagnostics;
using Axis.Benchmarks.Measuring;

namespace Axis.Benchmarks.Relays;

/// <summary>The raw relay: this process is the sender, the hub and each receiver are others.</summary>
internal sealed class RawPath(RawRelay sender, RelayProcesses others) : IPath
{
    public string Name => ResultTable.RawPath;

    public IReadOnlyList<(string Role, Process Process)> Processes => others.Processes;

    public Action<int>? Back { get; set; }

    public static async Task<RawPath> StartAsync(Uri broker, int fanOut)
    {
        var sender = await RawRelay.ConnectAsync(broker);
        await sender.DeclareAsync(fanOut);
        var path = new RawPath(sender, await RelayProcesses.StartAsync("raw", broker, fanOut));
        await sender.ConsumeAsync(RelayNames.Back, body =>
        {
            path.Back?.Invoke(RelayPackage.NumberOf(body.Span));
            return Task.CompletedTask;
        });
        return path;
    }

    public byte[] Write(int number, Load load) => RelayPackage.Write(number, load);

    public Task SubmitAsync(int number, byte[] package) => sender.PublishAsync(RelayNames.Submit, package).AsTask();

    public async ValueTask DisposeAsync()
    {
        await others.DisposeAsync();
        await sender.DisposeAsync();
    }
}
