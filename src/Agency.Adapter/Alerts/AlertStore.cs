using System.Text;
using System.Text.Json;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Dapper;

namespace Agency.Adapter.Alerts;

/// <summary>The spool's side of alerts.</summary>
internal sealed class AlertStore(SpoolDatabase database)
{
    /// <summary>Keeps an alert; an older version than the one that is here changes nothing.</summary>
    /// <returns>The version that was here before; 0: none.</returns>
    public static int Save(SpoolTransaction transaction, Alert alert, DateTimeOffset now)
    {
        var before = transaction.Find<int>(SpoolSql.FindAlertVersion, new { AlertId = alert.AlertId.Key() });
        transaction.Execute(SpoolSql.SaveAlert, new
        {
            AlertId = alert.AlertId.Key(),
            alert.Version,
            Body = Encoding.UTF8.GetString(WireJson.Write(alert)),
            LastSeenAt = alert.LastSeenAt.Stamp(),
            ClosedAt = alert.ClosedAt?.Stamp(),
            ToldAt = now.Stamp(),
        });
        return before;
    }

    /// <summary>A version is to be told by a way, unless that or a newer one was owed before.</summary>
    public static void Owe(SpoolTransaction transaction, Alert alert, IAlertWay way, DateTimeOffset now) => transaction.Execute(
        SpoolSql.OweNotice, new { AlertId = alert.AlertId.Key(), Agency = way.Agency.Code, Way = way.Name, alert.Version, Now = now.Stamp() });

    public static Alert Read(string body) => WireJson.Read<Alert>(Encoding.UTF8.GetBytes(body));

    /// <summary>A page of those that are here, the latest first.</summary>
    /// <param name="open">Only those that are not closed.</param>
    /// <param name="since">Only those whose newest version came then or later; <c>null</c>: all.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="limit">Most on a page.</param>
    public IReadOnlyList<AlertRow> List(bool open, DateTimeOffset? since, AlertCursor after, int limit) => database.Read(spool => spool.Query<AlertRow>(
        SpoolSql.ListAlerts, new { Open = open, Since = since?.Stamp() ?? long.MinValue, AfterSeen = after.LastSeenAt, AfterId = after.AlertId, Limit = limit }).AsList());

    /// <summary>How the systems of these agencies are told.</summary>
    public ILookup<string, NoticeRow> ListNotices(IEnumerable<string> agencies) => database.Read(spool =>
        spool.Query<NoticeRow>(SpoolSql.ListNotices, new { Agencies = JsonSerializer.Serialize(agencies) }).ToLookup(row => row.AlertId));

    /// <summary>What the ways owe, ways that owe nothing left out.</summary>
    public IReadOnlyList<NoticeCount> Count() => database.Read(spool => spool.Query<NoticeCount>(SpoolSql.CountNotices).AsList());

    public IReadOnlyList<DueNoticeRow> ListDue(IAlertWay way, DateTimeOffset now, int limit) => database.Read(spool =>
        spool.Query<DueNoticeRow>(SpoolSql.ListDueNotices, new { Agency = way.Agency.Code, Way = way.Name, Now = now.Stamp(), Limit = limit }).AsList());

    public long? FindNextDue(IAlertWay way) => database.Read(spool =>
        spool.ExecuteScalar<long?>(SpoolSql.FindNextNoticeDue, new { Agency = way.Agency.Code, Way = way.Name }));

    /// <summary>The system has taken a version; what is owed beyond it stays due.</summary>
    public Task MarkTakenAsync(IAlertWay way, DueNoticeRow notice, DateTimeOffset now) => database.WriteAsync(transaction =>
    {
        transaction.Execute(
            SpoolSql.MarkNoticeTaken, new { notice.AlertId, Agency = way.Agency.Code, Way = way.Name, notice.Version, Now = now.Stamp() });
    });

    /// <summary>The system has not taken a version; a newer one that is owed by now keeps its time.</summary>
    /// <param name="way">The way.</param>
    /// <param name="notice">As it was read.</param>
    /// <param name="fault">Why.</param>
    /// <param name="dueAt">When it is tried again; <c>null</c>: never.</param>
    public Task DelayAsync(IAlertWay way, DueNoticeRow notice, Finding fault, DateTimeOffset? dueAt) => database.WriteAsync(transaction =>
    {
        transaction.Execute(SpoolSql.DelayNotice, new
        {
            notice.AlertId, Agency = way.Agency.Code, Way = way.Name, notice.Version, DueAt = dueAt?.Stamp(), Fault = Encoding.UTF8.GetString(WireJson.Write(fault)),
        });
    });

    /// <summary>Notices of alerts that were closed before a time.</summary>
    public IReadOnlyList<DueNoticeRow> ListExpired(IAlertWay way, DateTimeOffset before) => database.Read(spool =>
        spool.Query<DueNoticeRow>(SpoolSql.ListExpiredNotices, new { Agency = way.Agency.Code, Way = way.Name, Before = before.Stamp() }).AsList());

    public Task RemoveNoticeAsync(IAlertWay way, DueNoticeRow notice) => database.WriteAsync(transaction =>
    {
        transaction.Execute(SpoolSql.RemoveNotice, new { notice.AlertId, Agency = way.Agency.Code, Way = way.Name });
    });

    /// <summary>Removes what was closed before a time and lies nowhere else, and notices by ways that there are no more.</summary>
    public Task RemoveBeforeAsync(DateTimeOffset before, IEnumerable<IAlertWay> ways) => database.WriteAsync(transaction =>
    {
        transaction.Execute(SpoolSql.RemoveForeignNotices, new { Ways = JsonSerializer.Serialize(ways.Select(way => $"{way.Agency.Code}/{way.Name}")) });
        transaction.Execute(SpoolSql.RemoveAlerts, new { Before = before.Stamp() });
    });
}
