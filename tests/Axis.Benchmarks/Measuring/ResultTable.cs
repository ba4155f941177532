using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Axis.Benchmarks.Measuring;

/// <summary>The tables of one run, with the machine it ran on. Only figures of one run may be compared.</summary>
internal sealed record ResultTable(DateTimeOffset At, string Machine, string Runtime, string Broker, IReadOnlyList<Measurement> Measurements)
{
    public const string AxisPath = "axis, full path";
    public const string BarePath = "bare MassTransit relay";
    public const string RawPath = "raw RabbitMQ.Client relay";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string DescribeMachine()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return FormattableString.Invariant(
            $"{Environment.ProcessorCount} x {model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}");
    }

    /// <summary>Markdown: what each path carried with its ratios to both relays, and who used the processors meanwhile.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm}Z, {Machine}, .NET {Runtime}, RabbitMQ {Broker}").AppendLine();
        text.AppendLine("| package | f | path | documents | open | documents/s | median ms | p95 ms | to bare MassTransit | to raw client |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in Measurements)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.PackageBytes / 1024} KiB | {row.FanOut} | {row.Path} | {row.Documents} | {row.Open} | {row.PerSecond:0.0} | {row.MedianMs:0} | {row.P95Ms:0} | {Ratio(row, BarePath)} | {Ratio(row, RawPath)} |");
        }

        text.AppendLine().AppendLine("| package | f | path | CPU ms/document | " + string.Join(" | ", Roles.All) + " | to bare MassTransit |");
        text.AppendLine("|---|---|---|---|" + string.Concat(Enumerable.Repeat("---|", Roles.All.Count + 1)));
        foreach (var row in Measurements)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.PackageBytes / 1024} KiB | {row.FanOut} | {row.Path} | {row.CpuMs:0.00} | {string.Join(" | ", Roles.All.Select(role => Share(row, role)))} | {CpuRatio(row, BarePath)} |");
        }

        return text.ToString();
    }

    /// <summary>Keeps the raw results beside those of earlier runs.</summary>
    public async Task<string> KeepAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, At.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, Format) + "\n", cancellation);
        return path;
    }

    private string Ratio(Measurement row, string path) => Find(row, path) is { } other ? Show(row.PerSecond / other.PerSecond) : "";

    private string CpuRatio(Measurement row, string path) => Find(row, path) is { } other ? Show(row.CpuMs / other.CpuMs) : "";

    private Measurement? Find(Measurement row, string path) =>
        Measurements.FirstOrDefault(other => other.Path == path && other.PackageBytes == row.PackageBytes && other.FanOut == row.FanOut);

    private static string Share(Measurement row, string role) =>
        row.Cpu.TryGetValue(role, out var seconds) ? (seconds / row.Cpu.Values.Sum()).ToString("0 %", CultureInfo.InvariantCulture) : "";

    private static string Show(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
