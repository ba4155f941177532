using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Axis.Simulator.Nation.Books;

namespace Axis.Simulator.Nation;

/// <summary>What <c>--report</c> writes. Counts of documents; statuses are counted apart.</summary>
internal sealed record NationReport
{
    public required int Submitted { get; init; }
    public required int Accepted { get; init; }
    public required int Refused { get; init; }
    public required int Deliveries { get; init; }
    public required int Delivered { get; init; }

    /// <summary>Statuses that reached the agencies they were meant for.</summary>
    public required int Statuses { get; init; }
    public required int Lost { get; init; }
    public required int Duplicated { get; init; }
    public required double Seconds { get; init; }
    public required int Agencies { get; init; }
    public required int Seed { get; init; }
    public required string Transport { get; init; }
    public required string Ledger { get; init; }

    /// <summary>Days lived by the nation's own clock, and what came of them; absent without <c>--days</c>.</summary>
    public int? Days { get; init; }

    /// <summary>Faults that were planned.</summary>
    public int? Faults { get; init; }

    /// <summary>Statements that agencies were given: one for each agency and day.</summary>
    public int? Statements { get; init; }

    /// <summary>All versions of them.</summary>
    public int? Versions { get; init; }

    /// <summary>Checks of the books on them that do not hold.</summary>
    public int? BooksMismatches { get; init; }
    public int? AlertsOpened { get; init; }
    public int? AlertsClosed { get; init; }

    /// <summary>What is not as it has to be, in words.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static NationReport Of(LiveNation nation, NationOptions options, IReadOnlyCollection<HubEntry> hub, BooksVerdict verdict, TimeSpan took)
    {
        var letters = nation.Agencies.SelectMany(agency => agency.Book.SentEntries).ToList();
        var edocs = hub.Where(entry => entry.Kind == "edoc").ToList();
        return new()
        {
            Submitted = letters.Count,
            Accepted = letters.Count(letter => letter.Outcome == "accepted"),
            Refused = letters.Count(letter => letter.Outcome is "refused" or "conflict"),
            Deliveries = edocs.Count,
            Delivered = nation.Agencies.Sum(agency => agency.Book.LettersReceived),
            Statuses = nation.Agencies.Sum(agency => agency.Book.StatusesReceived),
            Lost = verdict.Lost,
            Duplicated = verdict.Duplicated,
            Seconds = Math.Round(took.TotalSeconds, 2),
            Agencies = nation.Agencies.Count,
            Seed = options.Seed,
            Transport = options.TransportName,
            Ledger = options.LedgerName,
            Differences = verdict.Differences,
        };
    }

    public Task WriteAsync(string path, CancellationToken cancellation) =>
        File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, Format) + "\n", cancellation);
}
