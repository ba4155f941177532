using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Dapper;

namespace Agency.Adapter.Reconcile;

/// <summary>Posts the books of a day to the hub and keeps what it answers.</summary>
internal sealed class PostBooks(ReadBooks books, IHubApi hub, SpoolDatabase database, TimeProvider time, ILogger<PostBooks> log)
{
    /// <summary>Asks the hub what it has, posts what is here, and answers how they differ.</summary>
    /// <exception cref="HubAwayException">The hub was not reached.</exception>
    /// <exception cref="HubRefusedException">The hub does not compare that day.</exception>
    public async Task<ReconciliationAnswer> PostAsync(DateOnly day, CancellationToken cancellation)
    {
        var expected = await hub.FindExpectedAsync(day, cancellation);
        var (head, lines) = books.Read(day, expected);
        var answer = await hub.PostBooksAsync(head, lines, cancellation);
        await database.WriteAsync(transaction =>
        {
            transaction.Execute(SpoolSql.RemoveReconciliationRefusal, new { Day = day.DayNumber });
            transaction.Execute(SpoolSql.SaveReconciliation, new { Day = day.DayNumber, Answer = OutgoingStore.WriteJson(answer), AnsweredAt = time.Now().Stamp() });
        });
        ReconcileLog.Answered(log, day, answer.Missing, answer.Extra, answer.Different);
        return answer;
    }

    /// <summary>The hub's last answers for these days, the newest day first.</summary>
    public IReadOnlyList<(ReconciliationAnswer Answer, DateTimeOffset AnsweredAt)> List(DateOnly first, DateOnly last) => database.Read(spool =>
        (IReadOnlyList<(ReconciliationAnswer, DateTimeOffset)>)
        [
            .. spool.Query<ReconciledRow>(SpoolSql.ListReconciliations, new { First = first.DayNumber, Last = last.DayNumber })
                .Select(row => (OutgoingStore.ReadJson<ReconciliationAnswer>(row.Answer), row.AnsweredAt.Time())),
        ]);

    /// <summary>True when the hub has refused the books themselves, and would again; else it may be otherwise later.</summary>
    public static bool IsFinal(HubRefusedException refused) => refused.Finding.Code.StartsWith("AXS-85", StringComparison.Ordinal);

    /// <summary>Notes that the hub has refused the books of a day for good.</summary>
    public Task RefuseAsync(DateOnly day, Finding finding) => database.WriteAsync(transaction => transaction.Execute(
        SpoolSql.SaveReconciliationRefusal, new { Day = day.DayNumber, Finding = OutgoingStore.WriteJson(finding), RefusedAt = time.Now().Stamp() }));

    /// <summary>Days whose books were refused, and not taken since, the newest day first.</summary>
    public IReadOnlyList<(DateOnly Day, Finding Finding, DateTimeOffset RefusedAt)> ListRefused(DateOnly first, DateOnly last) => database.Read(spool =>
        (IReadOnlyList<(DateOnly, Finding, DateTimeOffset)>)
        [
            .. spool.Query<RefusedDayRow>(SpoolSql.ListReconciliationRefusals, new { First = first.DayNumber, Last = last.DayNumber })
                .Select(row => (DateOnly.FromDayNumber((int)row.Day), OutgoingStore.ReadJson<Finding>(row.Finding), row.RefusedAt.Time())),
        ]);

    /// <summary>Removes what is older than a day.</summary>
    public Task RemoveBeforeAsync(DateOnly day) =>
        database.WriteAsync(transaction =>
        {
            transaction.Execute(SpoolSql.RemoveReconciliations, new { Before = day.DayNumber });
            transaction.Execute(SpoolSql.RemoveReconciliationRefusals, new { Before = day.DayNumber });
        });
}
