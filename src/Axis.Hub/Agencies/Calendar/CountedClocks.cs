using Axis.Hub.Ledger;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>What counting anew leads to: rows, history, and the due times that move.</summary>
internal sealed class CountedClocks(IReadOnlyDictionary<Guid, DeliveryRow> read)
{
    private readonly Dictionary<Guid, DeliveryRow> changed = [];
    private readonly List<DeliveryEventRow> events = [];
    private readonly List<ChangeRow> requests = [];
    private readonly List<(DeliveryRow Delivery, DueMove Move)> moves = [];

    /// <summary>Every due time that differs, with the delivery that it is of or, for a request, about.</summary>
    public IReadOnlyList<(DeliveryRow Delivery, DueMove Move)> Moves => moves;

    public DeliveryRow Find(Guid deliveryId) => changed.GetValueOrDefault(deliveryId) ?? read[deliveryId];

    public void Take(DeliveryDecision decision)
    {
        if (decision.Outcome == DecisionOutcome.Ignored)
        {
            return;
        }

        moves.AddRange(OpenClocks.Moves(Find(decision.Row.DeliveryId), decision.Row).Select(move => (decision.Row, move)));
        changed[decision.Row.DeliveryId] = decision.Row;
        events.AddRange(decision.Events);
    }

    /// <summary>Takes a request as it is now; where its due time differs, its target's history says so, and its sender is told.</summary>
    public void Take(ChangeRow before, ChangeRow after, DecisionContext context)
    {
        requests.Add(after);
        if (before.DueAt != after.DueAt)
        {
            var move = new DueMove(DueMove.Request, before.DueAt, after.DueAt);
            Take(DeliveryMachine.Decide(
                Find(after.TargetId), new DeliveryInput.ChangeNoted(EventKinds.DueMoved, $"{after.Command}: {move}; calendar version {after.CountedBy}", "hub"), context));
            moves.Add((Find(after.TargetId), move));
        }
    }

    public async Task WriteAsync(ILedgerTransaction transaction, CancellationToken cancellation)
    {
        await transaction.SaveDeliveriesAsync([.. changed.Values.Select(row => new DeliveryChange(row, read[row.DeliveryId].Version))], cancellation);
        await transaction.AppendEventsAsync(events, cancellation);
        await transaction.SaveChangesAsync(requests, cancellation);
    }
}
