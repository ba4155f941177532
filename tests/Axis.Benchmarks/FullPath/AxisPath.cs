using System.Diagnostics;
using System.Globalization;
using Axis.Benchmarks.Measuring;
using Axis.Simulator.Nation;
using Axis.TestKit.Processes;

namespace Axis.Benchmarks.FullPath;

/// <summary>
/// The axis as it is installed: a hub and an adapter per agency as processes of their own, certificates, seals, the ledger and the spools on
/// SQLite. This process plays the document systems of sender and receivers.
/// </summary>
internal sealed class AxisPath : IPath
{
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> work = [];
    private readonly List<DocumentSystem> systems = [];
    private readonly ProcessNation nation;
    private readonly PackageMaker maker;

    private AxisPath(ProcessNation nation)
    {
        this.nation = nation;
        var codes = nation.Agencies.Select(agency => agency.Addressee.Code).ToArray();
        maker = new PackageMaker(codes[0], codes[1..]);
        systems.AddRange(nation.Agencies.Select(agency => new DocumentSystem(agency.Connection.BaseAddress!, agency.Connection.DefaultRequestHeaders.Authorization!)));
        work.Add(systems[0].TakeInAsync("status", status => Back?.Invoke(PackageMaker.NumberOf(status.DocumentCode!)), end.Token));
        work.AddRange(systems.Skip(1).Select(receiver => receiver.TakeInAsync("edoc", null, end.Token)));
        Processes =
        [
            (Roles.Hub, Process.GetProcessById(nation.Hub.ProcessId)),
            .. nation.Adapters.Select((adapter, place) =>
                (place == 0 ? Roles.Sender : Roles.Receivers, Process.GetProcessById(adapter.Process.ProcessId))),
        ];
    }

    public string Name => ResultTable.AxisPath;

    public IReadOnlyList<(string Role, Process Process)> Processes { get; }

    public Action<int>? Back { get; set; }

    public static async Task<AxisPath> StartAsync(Uri broker, int fanOut, CancellationToken cancellation)
    {
        var nation = await ProcessNation.StartAsync(new NationOptions { Agencies = 1 + fanOut, Broker = broker.ToString() }, cancellation);
        return new(nation);
    }

    public byte[] Write(int number, Load load) => maker.Write(number, load.PackageBytes);

    public Task SubmitAsync(int number, byte[] package) => systems[0].SubmitAsync(package, number.ToString(CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        systems.ForEach(system => system.Dispose());
        await nation.DisposeAsync();
        end.Dispose();
    }
}
