using System.Diagnostics;
using Axis.Benchmarks.Measuring;
using MassTransit;

namespace Axis.Benchmarks.Relays;

/// <summary>The bare MassTransit relay: this process is the sender, the hub and each receiver are others.</summary>
internal sealed class BarePath : IPath
{
    private readonly RelayProcesses others;
    private IBusControl bus = null!;
    private ISendEndpoint submit = null!;

    private BarePath(RelayProcesses others) => this.others = others;

    public string Name => ResultTable.BarePath;

    public IReadOnlyList<(string Role, Process Process)> Processes => others.Processes;

    public Action<int>? Back { get; set; }

    public static async Task<BarePath> StartAsync(Uri broker, int fanOut)
    {
        await using (var cleaner = await RawRelay.ConnectAsync(broker))
        {
            await cleaner.DeclareAsync(fanOut);
        }

        var path = new BarePath(await RelayProcesses.StartAsync("bare", broker, fanOut));
        path.bus = await BareRelay.StartSenderAsync(broker, number => path.Back?.Invoke(number));
        path.submit = await path.bus.GetSendEndpoint(new Uri("exchange:" + RelayNames.Submit));
        return path;
    }

    public byte[] Write(int number, Load load) => RelayPackage.Write(number, load);

    public Task SubmitAsync(int number, byte[] package) => BareRelay.SendAsync(submit, new RelayedDocument(number, package));

    public async ValueTask DisposeAsync()
    {
        await others.DisposeAsync();
        await bus.StopAsync();
    }
}
