using Axis.Hub.Flow.Change;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow;

/// <summary>
/// The deliveries that one transaction works on: as read, as they are after the decisions so far, and the history that made
/// them so. Decisions are the machine's; written once, at the end.
/// </summary>
internal sealed class DeliveryBook(IDueTimes dueTimes, HubOptions options, DateTimeOffset now)
{
    private readonly Dictionary<Guid, Entry> entries = [];
    private readonly List<DeliveryEventRow> events = [];
    private readonly Dictionary<Guid, StuckSettlement> settled = [];
    private readonly List<AlertCause> said = [];
    private readonly Dictionary<Guid, FollowUp.SettleCancel> answers = [];
    private IReadOnlyDictionary<string, long?> skews = new Dictionary<string, long?>();

    public DateTimeOffset Now => now;

    /// <summary>Requests about these deliveries.</summary>
    public ChangeBook Changes { get; } = new();

    /// <summary>True when a delivery was let go that had waited for another.</summary>
    public bool HasReleased { get; private set; }

    /// <summary>Takes the answer to the cancel of a delivery: requests may wait for it.</summary>
    public void Answered(Guid deliveryId, FollowUp.SettleCancel answer) => answers[deliveryId] = answer;

    /// <summary>How a cancel of this delivery was answered here, or null.</summary>
    public FollowUp.SettleCancel? AnswerOf(Guid deliveryId) => answers.GetValueOrDefault(deliveryId);

    /// <summary>Takes the adapters' clocks, without which no claim is believed.</summary>
    public void Measure(IEnumerable<AdapterLinkRow> links) =>
        skews = links.ToDictionary(link => link.AdapterCode, link => link.ClockSkewMs, StringComparer.Ordinal);

    /// <summary>Takes a row as it was read; one that is here already stays as it is.</summary>
    public void Read(DeliveryRow row) => entries.TryAdd(row.DeliveryId, new Entry(row, row));

    public void Read(IEnumerable<DeliveryRow> rows)
    {
        foreach (var row in rows)
        {
            Read(row);
        }
    }

    public DeliveryRow? Find(Guid deliveryId) => entries.TryGetValue(deliveryId, out var entry) ? entry.Row : null;

    public IReadOnlyList<DeliveryRow> OfDocument(Guid documentId) =>
        [.. entries.Values.Where(entry => entry.Row.DocumentId == documentId).Select(entry => entry.Row)];

    /// <summary>Opens a delivery: its row and the first entry of its history.</summary>
    public DeliveryRow Open(DeliveryRow row, string source, DateOnly? dueDate)
    {
        var decision = DeliveryMachine.Open(row, source, Context(null, dueDate));
        entries.Add(row.DeliveryId, new Entry(decision.Row, null));
        events.AddRange(decision.Events);
        return decision.Row;
    }

    /// <summary>Decides an input on the row as it is now.</summary>
    /// <param name="deliveryId">A row that was read or opened.</param>
    /// <param name="input">What happened.</param>
    /// <param name="adapter">Adapter whose clock the claim is made by, or null for the hub's own.</param>
    /// <param name="dueDate">The document's due date.</param>
    /// <param name="evidence">SHA-256 of the sealed bytes that the input comes from.</param>
    /// <param name="businessType">The document's BussinessDocType, where the input may be its arrival.</param>
    public DeliveryDecision Decide(
        Guid deliveryId, DeliveryInput input, string? adapter = null, DateOnly? dueDate = null, string? evidence = null, int? businessType = null) =>
        Take(DeliveryMachine.Decide(entries[deliveryId].Row, input, Context(adapter, dueDate) with { Evidence = evidence, BusinessType = businessType }));

    /// <summary>Closes a failed delivery with who and why.</summary>
    public DeliveryDecision Close(Guid deliveryId, string source, string reason) =>
        Take(DeliveryMachine.Close(entries[deliveryId].Row, source, reason, Context(null, null)));

    public DeliveryRow Claim(Guid deliveryId, DateTimeOffset until) =>
        Put(DeliveryMachine.Claimed(entries[deliveryId].Row, options.Name, until));

    /// <summary>Says what the clocks of a delivery have to say now.</summary>
    public void Look(Guid deliveryId)
    {
        var entry = entries[deliveryId];
        var (causes, bits) = Clocks.Look(entry.Row, dueTimes, now);
        said.AddRange(causes);
        entry.IsLookedAt = true;
        Put(entry.Row with { WatchSaid = bits });
    }

    /// <summary>Owes the sender the current state once more.</summary>
    public void Tell(Guid deliveryId) => Put(DeliveryMachine.Told(entries[deliveryId].Row));

    /// <summary>
    /// Applies to requests, carriers and targets what the decisions so far mean for them (<see cref="FollowChanges"/>), until nothing moves any more. Called by
    /// <see cref="WriteAsync"/>; before that by whoever goes on with the rows.
    /// </summary>
    public async Task FollowAsync(ILedgerTransaction transaction, CancellationToken cancellation)
    {
        var follow = new FollowChanges(this, dueTimes);
        while (entries.Values.Where(entry => entry.HasMoved || (answers.ContainsKey(entry.Row.DeliveryId) && !entry.IsAnswerFollowed))
            .Select(entry => entry.Row.DeliveryId).ToArray() is { Length: > 0 } moved)
        {
            await ReadChangesAsync(moved, transaction, cancellation);
            foreach (var id in moved)
            {
                entries[id].Follow(answers.ContainsKey(id));
            }

            follow.Apply();
        }

        HasReleased |= entries.Values.Any(entry => entry is { WasParked: true, Row: { Phase: DispatchPhase.Waiting } });
    }

    /// <summary>Reads every request that touches these deliveries or what they are tied to by requests, all versions of a document at one receiver, and both ends of each.</summary>
    public async Task ReadChangesAsync(IReadOnlyCollection<Guid> deliveryIds, ILedgerReader ledger, CancellationToken cancellation)
    {
        var known = new HashSet<Guid>();
        for (Guid[] next = [.. deliveryIds.Where(known.Add)]; next.Length > 0;)
        {
            var touching = await ledger.FindChangesAsync(next, cancellation);
            Changes.Read(touching);
            next = [.. touching.SelectMany(row => new[] { row.CarrierId, row.TargetId }).Where(known.Add)];
        }

        Read(await ledger.FindDeliveriesAsync(
            [.. Changes.All.SelectMany(row => new[] { row.CarrierId, row.TargetId }).Distinct().Where(id => !entries.ContainsKey(id))], cancellation));
    }

    /// <summary>Writes rows and history, and settles the stuck items of what came to rest or goes out again; new stuck items are inserted before.</summary>
    public async Task WriteAsync(ILedgerTransaction transaction, CancellationToken cancellation)
    {
        await FollowAsync(transaction, cancellation);
        foreach (var entry in entries.Values.Where(entry => entry.Read is null || entry.IsChanged))
        {
            entry.Row = Clocks.Settle(entry.Read, entry.Row, entry.IsLookedAt, dueTimes, now);
        }

        await transaction.InsertDeliveriesAsync([.. entries.Values.Where(entry => entry.Read is null).Select(entry => entry.Row)], cancellation);
        await transaction.SaveDeliveriesAsync(
            [.. entries.Values.Where(entry => entry is { Read: not null, IsChanged: true })
                .Select(entry => new DeliveryChange(entry.Row, entry.Read!.Version))], cancellation);
        await transaction.AppendEventsAsync(events, cancellation);
        await transaction.SettleStuckAsync(settled.Values, cancellation);
        await transaction.InsertChangesAsync(Changes.Opened, cancellation);
        await transaction.SaveChangesAsync(Changes.Changed, cancellation);
        await transaction.InsertMarksAsync(Changes.Marks, cancellation);
        await TellAsync(transaction, cancellation);
    }

    /// <summary>Opens and ends alerts by what all of this has changed.</summary>
    private async Task TellAsync(ILedgerTransaction transaction, CancellationToken cancellation)
    {
        var alerts = new AlertsOf();
        alerts.Begin(said);
        foreach (var entry in entries.Values.Where(entry => entry.Read is null || entry.IsChanged))
        {
            alerts.Take(entry.Read, entry.Row, entry.IsDealtWith);
        }

        foreach (var (before, after) in Changes.Moved.Concat(Changes.Unmoved.Select(row => ((ChangeRow?)row, row))))
        {
            var target = entries.GetValueOrDefault(after.TargetId);
            alerts.Take(before, after, target?.Read?.VoidAs is not null, target?.Row.VoidAs is not null);
        }

        // What was returned is sent anew.
        FamilyReceiver[] sentAnew = [.. entries.Values.Where(entry => entry is { Read: null, Row: { Generation: > 1, FamilyKey: not null } })
            .Select(entry => new FamilyReceiver(entry.Row.FamilyKey!, entry.Row.ReceiverAgencyId))];
        if (sentAnew.Length > 0)
        {
            alerts.End(await transaction.FindReturnedBeforeAsync(sentAnew, cancellation), AlertKinds.Returned);
        }

        await transaction.EndAlertItemsAsync(alerts.Ended, now, cancellation);
        await transaction.OpenAlertItemsAsync(alerts.Begun, now, cancellation);
    }

    private DeliveryDecision Take(DeliveryDecision decision)
    {
        if (decision.Outcome != DecisionOutcome.Ignored)
        {
            Put(decision.Row);
            events.AddRange(decision.Events);
            foreach (var settle in decision.FollowUps.OfType<FollowUp.SettleStuck>())
            {
                settled[decision.Row.DeliveryId] = new(decision.Row.DeliveryId, settle.SentAgain, settle.By, settle.Reason, now);
                entries[decision.Row.DeliveryId].IsDealtWith = true;
            }

            if (decision.FollowUps.Any(followUp => followUp is FollowUp.KeepStuck))
            {
                entries[decision.Row.DeliveryId].IsDealtWith = false;
            }
        }

        return decision;
    }

    private DeliveryRow Put(DeliveryRow row)
    {
        var entry = entries[row.DeliveryId];
        entry.Row = row;
        entry.IsChanged = true;
        return row;
    }

    private DecisionContext Context(string? adapter, DateOnly? dueDate) =>
        new(now, adapter is null ? null : skews.GetValueOrDefault(adapter), options.RetryLadder, dueTimes, dueDate);

    private sealed class Entry(DeliveryRow row, DeliveryRow? read)
    {
        private (TransportState Transport, VoidCause? VoidAs) followed = (row.Transport, row.VoidAs);

        public DeliveryRow Row { get; set; } = row;

        /// <summary>As it was read; null when it is new.</summary>
        public DeliveryRow? Read { get; } = read;

        /// <summary>True when somebody has dealt with its failure since it last failed here.</summary>
        public bool IsDealtWith { get; set; }

        public bool WasParked { get; } = row.Phase == DispatchPhase.Parked;

        public bool IsChanged { get; set; }

        /// <summary>True when the watch has looked at its clocks.</summary>
        public bool IsLookedAt { get; set; }

        /// <summary>True when a state has changed since it was followed.</summary>
        public bool HasMoved => followed != (Row.Transport, Row.VoidAs);

        public bool IsAnswerFollowed { get; private set; }

        public void Follow(bool hasAnswer)
        {
            followed = (Row.Transport, Row.VoidAs);
            IsAnswerFollowed |= hasAnswer;
        }
    }
}
