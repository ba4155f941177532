using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>Some deliveries and requests with open clocks, and what their due times are counted from; in a write transaction they are locked, deliveries first.</summary>
internal sealed class ClockBatch
{
    private readonly Dictionary<Guid, DeliveryRow> read;
    private readonly IReadOnlyDictionary<Guid, DateTimeOffset> starts;
    private readonly Dictionary<Guid, DocumentFacts> documents;
    private readonly IReadOnlyList<ChangeRow> requests;

    private ClockBatch(
        IReadOnlyList<DeliveryRow> deliveries, IReadOnlyDictionary<Guid, DateTimeOffset> starts, IReadOnlyList<DocumentFacts> documents, IReadOnlyList<ChangeRow> requests)
    {
        read = deliveries.ToDictionary(row => row.DeliveryId);
        this.starts = starts;
        this.documents = documents.ToDictionary(facts => facts.DocumentId);
        this.requests = requests;
    }

    public static async Task<ClockBatch> ReadAsync(
        IReadOnlyCollection<Guid> deliveryIds, IReadOnlyCollection<CountedRequest> open, ILedgerReader ledger, CancellationToken cancellation)
    {
        Guid[] targets = [.. open.Select(request => request.TargetId).Distinct()];
        var deliveries = await ledger.FindDeliveriesAsync([.. deliveryIds.Concat(targets).Concat(open.Select(request => request.CarrierId)).Distinct()], cancellation);
        var keys = open.ToHashSet();
        var requests = await ledger.FindChangesAsync(targets, cancellation);
        return new(
            deliveries,
            await ledger.FindClockStartsAsync([.. deliveries.Where(OpenClocks.Arrival).Select(row => row.DeliveryId)], cancellation),
            await ledger.FindDocumentFactsAsync([.. deliveries.Where(row => OpenClocks.Work(row) || OpenClocks.Answer(row)).Select(row => row.DocumentId).Distinct()], cancellation),
            [.. requests.Where(request => keys.Contains(new CountedRequest { CarrierId = request.CarrierId, TargetId = request.TargetId }))]);
    }

    /// <summary>Counts everything that was counted by an older version. Changes nothing by itself.</summary>
    public CountedClocks Count(IDueTimes times, DateTimeOffset now)
    {
        var counted = new CountedClocks(read);
        foreach (var row in read.Values.Where(row => row.CountedBy < times.Version))
        {
            var started = starts.GetValueOrDefault(row.DeliveryId, row.AcceptedAt);
            counted.Take(DeliveryMachine.Decide(row, new DeliveryInput.CalendarChanged(started), Context(row)));
        }

        foreach (var request in requests.Where(request => request.CountedBy < times.Version && request is { IsAwaited: true, DeliveredAt: not null }))
        {
            var due = SqlTime.Cut(times.OfAmendment(read[request.CarrierId], request.DeliveredAt!.Value));
            var warn = due is { } end ? times.OfWatch(read[request.CarrierId], WatchClock.Amendment, request.DeliveredAt!.Value, end).Warn : (DateTimeOffset?)null;
            var isWarned = request.Warned && warn < now;
            var isAhead = request.Status == ChangeStatus.Overdue && due >= now;
            counted.Take(request, request with
            {
                DueAt = due,
                WarnAt = request.DueAt == due ? request.WarnAt : isWarned || warn >= due ? null : warn,
                Warned = request.DueAt == due ? request.Warned : isWarned,
                CountedBy = times.Version,
                Status = isAhead ? ChangeStatus.Delivered : request.Status,
                Since = isAhead ? now : request.Since,
            }, Context(counted.Find(request.TargetId)));
        }

        return counted;

        DecisionContext Context(DeliveryRow row)
        {
            var document = documents.GetValueOrDefault(row.DocumentId);
            return new(now, null, [], times, document?.DueDate, BusinessType: document?.BusinessType);
        }
    }
}
