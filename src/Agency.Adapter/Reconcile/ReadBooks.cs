using System.Globalization;
using System.Text.Json;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Calendar;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Dapper;

namespace Agency.Adapter.Reconcile;

/// <summary>Reads the books of a day out of the spool. Each line tells the state that its row has when it is read, which is never before the books' time.</summary>
internal sealed class ReadBooks(SpoolDatabase database, AdapterOptions options, TimeProvider time)
{
    /// <summary>Accepted submissions whose states can still change are told of for so long after they were handed over.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);

    /// <summary>So long after its hand-over each further sending makes a submission younger in the books.</summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromHours(1);

    /// <summary>The head and the lines.</summary>
    /// <param name="day">The day in Vietnam.</param>
    /// <param name="expected">What the hub has for it.</param>
    public (DayBooks Head, IReadOnlyList<BookLine> Lines) Read(DateOnly day, ExpectedBooks expected)
    {
        var now = time.Now();
        var (start, end) = (VietnamTime.At(day, TimeOnly.MinValue).Stamp(), VietnamTime.EndOf(day).Stamp());
        var lines = database.Read(spool =>
        {
            var sent = spool.Query<SubmissionRow>(
                SpoolSql.ListBookSubmissions, new { Start = start, End = end, Oldest = (now - Oldest).Stamp(), Expected = Keys(expected.Sent) }).AsList();
            var received = spool.Query<BookDeliveryRow>(SpoolSql.ListBookDeliveries, new { Start = start, End = end, Expected = Keys(expected.Received) }).AsList();
            return (IReadOnlyList<BookLine>)
            [
                .. sent.Select(row => new BookLine(Line(row, delivery => OutgoingStore.ListStates(spool, delivery) is [.., var latest] ? latest : null))),
                .. received.Select(row => new BookLine(Received: Line(row))),
            ];
        });
        return (new(DayBooks.CurrentVersion, options.Code, day, now, database.SpoolId, expected.AsOf), lines);
    }

    private SentLine Line(SubmissionRow row, Func<Guid, DeliveryState?> latest)
    {
        var receipt = OutgoingStore.ReadReceipt(row);
        SentDelivery[] deliveries = row.State != SubmissionState.Accepted ? [] :
        [
            .. receipt!.Receivers.Where(line => line.Outcome == ReceiverOutcome.Delivery).Select(line => line.DeliveryId).OfType<Guid>()
                .Select(id => latest(id) is { } state ? new SentDelivery(id, state.Version, state.Transport, state.Business) : new SentDelivery(id, 0, "")),
        ];
        return new(row.Id, row.Agency, row.PackageSha256, Enum.Parse<SentState>(row.State.ToString()), SinceOf(row, receipt), deliveries);
    }

    /// <summary>
    /// When it was sent last, was answered, or was handed over. What is sent again and again counts from its hand-over before long, for each sending would make it young and it would never be found.
    /// </summary>
    private DateTimeOffset SinceOf(SubmissionRow row, Receipt? receipt) => row switch
    {
        { State: SubmissionState.Sent, DueAt: { } due } => Earlier(due.Time() - options.ReceiptPatience, row.HandedOverAt.Time() + LongestSending),
        { State: SubmissionState.Accepted or SubmissionState.Refused or SubmissionState.Conflict } when receipt is not null => receipt.DecidedAt,
        _ => row.HandedOverAt.Time(),
    };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static ReceivedLine Line(BookDeliveryRow row)
    {
        var (state, since) = row.Phase switch
        {
            DeliveryPhase.Done => (ReceivedState.Done, row.ClosedAt),
            DeliveryPhase.Failed => (ReceivedState.Fail, row.ClosedAt),
            DeliveryPhase.Cancelled => (ReceivedState.Cancelled, row.ClosedAt),
            _ => (ReceivedState.Processing, row.ReceivedAt),
        };
        return new(
            Guid.Parse(row.DeliveryId, CultureInfo.InvariantCulture), row.Kind, row.PackageSha256, row.Attempt, state, (since ?? row.ReceivedAt).Time(), row.Agency, row.Answer,
            row.AnsweredAt?.Time());
    }

    private static string Keys(IReadOnlyList<Guid> ids) => JsonSerializer.Serialize(ids.Select(id => id.Key()));
}
