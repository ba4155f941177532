using System.Globalization;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Statements.Issue;

/// <summary>What the ledger knows of an event that came late, beyond its kind and time.</summary>
internal sealed record LateFacts
{
    /// <summary>Delivery, case or difference.</summary>
    public required Guid Id { get; init; }

    /// <summary>Number in its history.</summary>
    public required int Sequence { get; init; }
    public required LateSource Source { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }

    /// <summary>The document as people name it; of a difference.</summary>
    public string? Document { get; init; }

    /// <summary>The business state that the event led to; of a delivery.</summary>
    public string? BusinessTo { get; init; }

    /// <summary>The receiver that was refused, empty: the package as a whole; of a refusal.</summary>
    public string? ReceiverCode { get; init; }

    /// <summary>What it is, AXS-85xx; of a difference.</summary>
    public string? Code { get; init; }

    /// <summary>Number and notation of the document; null where they are not known.</summary>
    public string? DocumentName => Document ?? FoundDifference.NameOf(CodeNumber, CodeNotation);

    /// <summary>Reads them by (delivery, case or difference; number in its history); what the ledger does not know is left out.</summary>
    public static async Task<IReadOnlyDictionary<(Guid Id, int Sequence), LateFacts>> ReadAsync(
        ISqlSession session, IReadOnlyCollection<LateEvent> events, CancellationToken cancellation)
    {
        var keys = events.Select(KeyOf).Select(key => new { key.Id, key.Sequence }).ToArray();
        var rows = await session.QueryAsync<LateFacts>(StatementSql.DescribeLateEvents, new { keys = SqlJson.Write(keys) }, cancellation);
        return rows.ToDictionary(row => (row.Id, row.Sequence));
    }

    /// <summary>The two parts of an event's key.</summary>
    public static (Guid Id, int Sequence) KeyOf(LateEvent late) => late.EventKey.Split('#') is [var id, var sequence]
        ? (Guid.Parse(id), int.Parse(sequence, CultureInfo.InvariantCulture))
        : throw new FormatException($"{late.EventKey} is no key of an event.");
}
