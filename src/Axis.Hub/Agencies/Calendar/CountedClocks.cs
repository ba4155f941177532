using Axis.Hub.Ledger;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>What counting anew leads to: rows, history, and the due times that move.</summary>
internal sealed class CountedClocks(IReadOnlyDictionary<Guid, DeliveryRow> read)
{
    private readonly Dictionary<Guid, DeliveryRow> changed = [];
    private readonly List<DeliveryEventRow> events = [];
    private readonly List<(ChangeRow Before, ChangeRow After)> requests = [];
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
        requests.Add((before, after));
        if (before.DueAt != after.DueAt)
        {
            var move = new DueMove(DueMove.Request, before.DueAt, after.DueAt);
            Take(DeliveryMachine.Decide(
                Find(after.TargetId), new DeliveryInput.ChangeNoted(EventKinds.DueMoved, $"{after.Command}: {move}; calendar version {after.CountedBy}", "hub"), context));
            moves.Add((Find(after.TargetId), move));
        }
    }

    /// <summary>Writes all of it, with what it means for the watch: when the clocks have something to say, and which alerts have lost their cause.</summary>
    public async Task WriteAsync(IDueTimes times, DateTimeOffset now, ILedgerTransaction transaction, CancellationToken cancellation)
    {
        DeliveryRow[] rows = [.. changed.Values.Select(row => Clocks.Settle(read[row.DeliveryId], row, isLookedAt: false, times, now))];
        await transaction.SaveDeliveriesAsync([.. rows.Select(row => new DeliveryChange(row, read[row.DeliveryId].Version))], cancellation);
        await transaction.AppendEventsAsync(events, cancellation);
        await transaction.SaveChangesAsync([.. requests.Select(request => request.After)], cancellation);

        var alerts = new AlertsOf();
        foreach (var row in rows)
        {
            alerts.Take(read[row.DeliveryId], row, isDealtWith: false);
        }

        foreach (var (before, after) in requests)
        {
            var isVoid = read[after.TargetId].VoidAs is not null;
            alerts.Take(before, after, isVoid, isVoid);
        }

        await transaction.EndAlertItemsAsync(alerts.Ended, now, cancellation);
        await transaction.OpenAlertItemsAsync(alerts.Begun, now, cancellation);
    }
}
