using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

internal static partial class DeliveryMachine
{
    /// <summary>Counts the due times of open clocks by another version of the calendar, also those that have passed; what differs is an event (protocol.md 9).</summary>
    private static DeliveryDecision CountAnew(DeliveryRow row, DeliveryInput.CalendarChanged changed, DecisionContext context)
    {
        var draft = new Draft(row, context);
        if (!OpenClocks.Any(row))
        {
            return row.CountedBy is null ? draft.Ignored("no-clock") : draft.Touched();
        }

        var times = context.DueTimes;
        var version = times.Version;
        var (processing, arrive) = OpenClocks.Arrival(row) ? times.OfArrival(row, changed.Started) : (row.ProcessingDue, row.ArriveDue);
        var (answer, process) = row.ArrivedAt is { } arrived ? AfterArrival(row, arrived, context) : (row.AnswerDue, row.ProcessDue);
        draft.Row = row with
        {
            ProcessingDue = OpenClocks.Processing(row) ? SqlTime.Cut(processing) : row.ProcessingDue,
            ArriveDue = SqlTime.Cut(arrive),
            AnswerDue = OpenClocks.Answer(row) ? SqlTime.Cut(answer) : row.AnswerDue,
            ProcessDue = OpenClocks.Work(row) ? SqlTime.Cut(process) : row.ProcessDue,
            CountedBy = version,
        };
        var moves = OpenClocks.Moves(row, draft.Row);
        return moves.Count == 0
            ? draft.Touched()
            : draft.Record(EventKinds.DueMoved, "hub", context.Now, detail: $"{string.Join("; ", moves)}; calendar version {version}").Touched();
    }
}
