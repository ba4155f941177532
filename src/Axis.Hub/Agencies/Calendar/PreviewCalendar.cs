using Axis.Contracts.Calendar;
using Axis.Hub.Ledger;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>Says what another calendar, or other hours, would change: rows, and open due times. Reads only.</summary>
internal sealed class PreviewCalendar(CalendarStore store, ILedger ledger, CalendarInForce calendar, ClockRules rules, TimeProvider time)
{
    private const int PerPage = 500;
    private const int Shown = 20;

    /// <summary>What other days would change.</summary>
    /// <param name="propose">The calendar to be looked at, made of the one in force.</param>
    /// <param name="cancellation">The end of patience.</param>
    public async Task<CalendarPreview> OfDaysAsync(Func<WorkingCalendar, WorkingCalendar> propose, CancellationToken cancellation)
    {
        var state = await store.LoadAsync(cancellation);
        var current = state.Days ?? calendar.Settings.Days;
        var next = propose(current);
        var days = CalendarDayChange.Between(current, next);
        return days.Count == 0
            ? new(state.Version, days, [], 0, [])
            : await RunAsync(state, state.With(next), days, LostYears(current, next), cancellation);
    }

    /// <summary>What other hours of agencies would change.</summary>
    /// <param name="hours">Hours of every agency that would have others than the settings'.</param>
    /// <param name="cancellation">The end of patience.</param>
    public async Task<CalendarPreview> OfHoursAsync(IReadOnlyDictionary<Guid, OfficeHours> hours, CancellationToken cancellation)
    {
        var state = await store.LoadAsync(cancellation);
        return await RunAsync(state, state with { Version = state.Version + 1, Hours = hours }, [], [], cancellation);
    }

    private Task<CalendarPreview> RunAsync(
        CalendarState state, CalendarState next, IReadOnlyList<CalendarDayChange> days, IReadOnlyList<int> lostYears, CancellationToken cancellation)
    {
        var times = new CalendarDueTimes(next.Over(calendar.Settings), rules);
        return ledger.ReadAsync("calendar-preview", async (reader, token) =>
        {
            var (moves, first) = await CountAsync(times, reader, token);
            var documents = (await reader.FindDocumentsAsync([.. first.Select(line => line.Delivery.DocumentId).Distinct()], token)).ToDictionary(document => document.DocumentId);
            return new CalendarPreview(
                state.Version, days, lostYears, moves, [.. first.Select(line => Line(line.Delivery, line.Move, documents.GetValueOrDefault(line.Delivery.DocumentId)))]);
        }, cancellation);
    }

    private async Task<(int Moves, IReadOnlyList<(DeliveryRow Delivery, DueMove Move)> First)> CountAsync(
        CalendarDueTimes times, ILedgerReader reader, CancellationToken cancellation)
    {
        var requests = await reader.ListOpenRequestsAsync(times.Version, int.MaxValue, cancellation);
        var (moves, first) = (0, (IReadOnlyList<(DeliveryRow Delivery, DueMove Move)>)[]);
        foreach (var page in requests.Chunk(PerPage))
        {
            await TakeAsync([], page);
        }

        var last = CountedDelivery.None;
        for (IReadOnlyList<CountedDelivery> page = [last]; page.Count > 0; last = page.Count > 0 ? page[^1] : last)
        {
            page = await reader.ListOpenClocksAsync(times.Version, last, PerPage, cancellation);
            await TakeAsync([.. page.Select(clock => clock.DeliveryId)], []);
        }

        return (moves, first);

        async Task TakeAsync(IReadOnlyCollection<Guid> deliveries, IReadOnlyCollection<CountedRequest> awaited)
        {
            var counted = (await ClockBatch.ReadAsync(deliveries, awaited, reader, cancellation)).Count(times, time.GetUtcNow());

            // A request's page has its deliveries with it, which come on a page of their own too.
            var found = counted.Moves.Where(line => deliveries.Count > 0 || line.Move.Due == DueMove.Request).ToList();
            moves += found.Count;
            first = [.. first.Concat(found).OrderBy(line => line.Move.From).ThenBy(line => line.Delivery.DeliveryId).Take(Shown)];
        }
    }

    private static int[] LostYears(WorkingCalendar before, WorkingCalendar after) =>
        [.. before.Days.Where(day => before.Covers(day.Date) && !after.Covers(day.Date)).Select(day => day.Date.Year).Distinct()];

    private static PreviewLine Line(DeliveryRow delivery, DueMove move, DocumentRow? document) => new(
        document is null ? delivery.DocumentId.ToString() : DocumentName.Of(document.CodeNumber, document.CodeNotation) ?? document.DocumentIdText ?? delivery.DocumentId.ToString(),
        delivery.DeliveryId, delivery.ReceiverCode, move.Due, move.From, move.To);
}

/// <summary>What another calendar would change.</summary>
/// <param name="Version">The version that it was compared with.</param>
/// <param name="Days">Rows that differ.</param>
/// <param name="LostYears">Years that it would no longer cover: their due times become provisional.</param>
/// <param name="Moves">How many open due times would move.</param>
/// <param name="First">The first of them, by the time that they have now.</param>
internal sealed record CalendarPreview(int Version, IReadOnlyList<CalendarDayChange> Days, IReadOnlyList<int> LostYears, int Moves, IReadOnlyList<PreviewLine> First);

/// <summary>One due time that would move.</summary>
internal sealed record PreviewLine(string Document, Guid DeliveryId, string ReceiverCode, string Due, DateTimeOffset? From, DateTimeOffset? To);
