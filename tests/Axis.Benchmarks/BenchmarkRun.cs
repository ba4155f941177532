using System.Diagnostics;
using System.Globalization;
using System.Text;
using Axis.Benchmarks.FullPath;
using Axis.Benchmarks.Measuring;
using Axis.Benchmarks.Relays;
using Axis.TestKit;
using RabbitMQ.Client;

namespace Axis.Benchmarks;

/// <summary>Measures every path of a plan on one broker: its own, or one that is given.</summary>
internal sealed class BenchmarkRun : IAsyncDisposable
{
    private readonly PrivateBroker? own;
    private readonly Uri broker;

    private BenchmarkRun(PrivateBroker? own, Uri broker)
    {
        this.own = own;
        this.broker = broker;
    }

    /// <param name="broker">Address of an administrator, or null for a private node.</param>
    public static async Task<BenchmarkRun> StartAsync(string? broker)
    {
        var own = broker is null ? await PrivateBroker.StartAsync() : null;
        return new(own, new Uri(broker ?? own!.Amqp));
    }

    /// <param name="progress">Gets a line per figure.</param>
    public async Task<ResultTable> MeasureAsync(BenchmarkPlan plan, TextWriter progress, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetUtcNow();
        using var node = own is null ? null : Process.GetProcessById(own.ProcessId);
        var rows = new List<Measurement>();
        foreach (var load in plan.Loads())
        {
            // One after the other and side by side in time: what else the machine does meanwhile hits all three alike.
            rows.Add(await MeasureAsync(await RawPath.StartAsync(broker, load.FanOut), load, node));
            rows.Add(await MeasureAsync(await BarePath.StartAsync(broker, load.FanOut), load, node));
            rows.Add(await MeasureAsync(await AxisPath.StartAsync(broker, load.FanOut, cancellation), load, node));
        }

        return new(started, ResultTable.DescribeMachine(), Environment.Version.ToString(), await VersionAsync(cancellation), rows);

        async Task<Measurement> MeasureAsync(IPath path, Load load, Process? node)
        {
            await using (path)
            {
                var row = await Drive.MeasureAsync(path, load, node, cancellation);
                await progress.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{row.Path}, {row.PackageBytes / 1024} KiB, f = {row.FanOut}: {row.PerSecond:0.0}/s, {row.CpuMs:0.00} ms; warm-up {row.WarmUp.FirstPerSecond:0.0}/s to {row.WarmUp.LastPerSecond:0.0}/s in {row.WarmUp.Seconds:0} s"));
                return row;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }

    private async Task<string> VersionAsync(CancellationToken cancellation)
    {
        await using var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(cancellation);
        return connection.ServerProperties?["version"] is byte[] version ? Encoding.UTF8.GetString(version) : "unknown";
    }
}
