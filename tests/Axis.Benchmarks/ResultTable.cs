using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Axis.Benchmarks;

/// <summary>The table of one run, with the machine it ran on. Only figures of one run may be compared.</summary>
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

    /// <summary>Markdown, one row per path, size and fan-out, each with its ratio to both relays.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm}Z, {Machine}, .NET {Runtime}, RabbitMQ {Broker}").AppendLine();
        text.AppendLine("| path | package | f | documents | documents/s | median ms | p95 ms | to bare MassTransit | to raw client |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in Measurements)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Path} | {row.PackageBytes / 1024} KiB | {row.FanOut} | {row.Documents} | {row.PerSecond:0.0} | {row.MedianMs:0} | {row.P95Ms:0} | {Ratio(row, BarePath)} | {Ratio(row, RawPath)} |");
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

    private string Ratio(Measurement row, string path) =>
        Measurements.FirstOrDefault(other => other.Path == path && other.PackageBytes == row.PackageBytes && other.FanOut == row.FanOut) is { } other
            ? (row.PerSecond / other.PerSecond).ToString("0.00", CultureInfo.InvariantCulture)
            : "";
}
