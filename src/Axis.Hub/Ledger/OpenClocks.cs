namespace Axis.Hub.Ledger;

/// <summary>Which clocks of a delivery are still open (domain.md 6): a met or lost one keeps its due time for ever.</summary>
internal static class OpenClocks
{
    /// <summary>The hub waits for PROCESSING.</summary>
    public static bool Processing(DeliveryRow row) => row is { VoidAs: null, Transport: TransportState.Initial };

    /// <summary>The hub waits for DONE. A failed attempt waits for nothing; the next one starts the clock again.</summary>
    public static bool Arrival(DeliveryRow row) => row is { VoidAs: null, Transport: TransportState.Initial or TransportState.Processing };

    /// <summary>The sender waits for 02 to 06, or for the 15 or 16 to a recall or an update.</summary>
    public static bool Answer(DeliveryRow row) => row is { VoidAs: null, Transport: TransportState.Done, AnsweredAt: null, AnswerDue: not null };

    /// <summary>The sender waits for 06; a 02 ends it too.</summary>
    public static bool Work(DeliveryRow row) => row is { VoidAs: null, Transport: TransportState.Done, ProcessDue: not null, Business: not ("02" or "06") };

    /// <summary>Due times that differ between two states of one delivery.</summary>
    public static IReadOnlyList<DueMove> Moves(DeliveryRow before, DeliveryRow after) =>
    [
        .. new DueMove[]
        {
            new("processing", before.ProcessingDue, after.ProcessingDue), new("arrive", before.ArriveDue, after.ArriveDue),
            new("answer", before.AnswerDue, after.AnswerDue), new("process", before.ProcessDue, after.ProcessDue),
        }.Where(move => move.From != move.To),
    ];

    public static bool Any(DeliveryRow row) => Arrival(row) || Answer(row) || Work(row);
}
