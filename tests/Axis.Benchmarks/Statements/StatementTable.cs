using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Axis.Hub.Statements.Render;

namespace Axis.Benchmarks.Statements;

/// <summary>The tables of one run, with the machine it ran on. Only figures of one run may be compared.</summary>
/// <param name="At">When.</param>
/// <param name="Machine">On what.</param>
/// <param name="Runtime">Version of .NET.</param>
/// <param name="Database">SQLite or SQL Server.</param>
/// <param name="ByLedger">The same traffic on a ledger that grows.</param>
/// <param name="ByTraffic">Different traffic.</param>
/// <param name="OfNation">A whole nation; null: left out.</param>
/// <param name="Files">Milliseconds for one file of a statement with the largest traffic, by format.</param>
internal sealed record StatementTable(
    DateTimeOffset At, string Machine, string Runtime, string Database, IReadOnlyList<MorningFigure> ByLedger, IReadOnlyList<MorningFigure> ByTraffic, MorningFigure? OfNation,
    IReadOnlyDictionary<StatementFormat, double> Files)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm}Z, {Machine}, .NET {Runtime}, {Database}").AppendLine();
        text.AppendLine("| agencies, active | deliveries in the ledger | deliveries a day | issuing, ms | CPU, ms | memory, MiB | to the first | of it to its traffic |");
        text.AppendLine("|---|---|---|---|---|---|---|---|");
        foreach (var figures in new[] { ByLedger, ByTraffic, OfNation is null ? [] : [OfNation] })
        {
            foreach (var row in figures)
            {
                var (ratio, growth) = (row.Ms / figures[0].Ms, (double)row.Traffic / figures[0].Traffic);
                text.AppendLine(CultureInfo.InvariantCulture,
                    $"| {row.Agencies}, {row.Active} | {row.Ledger} | {row.Traffic} | {row.Ms:0} | {row.CpuMs:0} | {row.MemoryMiB:0} | {ratio:0.00} | {ratio / growth:0.00} |");
            }
        }

        text.AppendLine().AppendLine("| file of a statement | ms |").AppendLine("|---|---|");
        foreach (var (format, ms) in Files)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {format} | {ms:0.0} |");
        }

        return text.ToString();
    }

    /// <summary>Keeps the raw results beside those of earlier runs.</summary>
    public async Task<string> KeepAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "statements-" + At.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + ".json");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, Format) + "\n", cancellation);
        return path;
    }
}
