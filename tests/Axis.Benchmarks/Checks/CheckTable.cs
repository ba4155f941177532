using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Axis.Benchmarks.Checks;

/// <summary>The tables of one run, with the machine it ran on.</summary>
internal sealed record CheckTable(DateTimeOffset At, string Machine, string Runtime, IReadOnlyList<CheckFigure> Checks, IReadOnlyList<RuleShare> Shares)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm}Z, {Machine}, .NET {Runtime}").AppendLine();
        text.AppendLine("| package | rounds | reader alone, ms | check, ms | with staging, ms | check to reader | with staging |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var row in Checks)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.PackageBytes / 1024} KiB | {row.ReaderMs.Count} | {CheckFigure.Median(row.ReaderMs):0.000} | {CheckFigure.Median(row.CheckMs):0.000} | {CheckFigure.Median(row.WholeMs):0.000} | {row.Ratio:0.00} | {row.WholeRatio:0.00} |");
        }

        text.AppendLine().AppendLine("| package | f | rules, ms | full path, CPU ms | added to the path | added to the hub |");
        text.AppendLine("|---|---|---|---|---|---|");
        foreach (var row in Shares)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Path.PackageBytes / 1024} KiB | {row.Path.FanOut} | {row.JudgeMs:0.000} | {row.Path.CpuMs:0.00} | {row.Added:0.0 %} | {row.AddedAtHub:0.0 %} |");
        }

        return text.ToString();
    }

    /// <summary>Keeps the raw results beside those of earlier runs.</summary>
    public async Task<string> KeepAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "checks-" + At.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, Format) + "\n", cancellation);
        return path;
    }
}
