using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Alerts;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Rest.Alerts;

/// <summary>What the axis has told the key's agencies.</summary>
internal static class AlertEndpoints
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("alerts", List)
            .Produces<AlertListBody>()
            .Explain("What your agencies are to be told of",
                """
                As the axis told it last, also while the hub is away (`asOf`): what is open, and what was closed in the last thirty days, the latest first; both agencies read the same case
                number. `open=true` leaves out what is closed, `since` what has not changed since a time. `told` says whether your own system has taken it by webhook or folder. `limit` alerts on a page (50; 500 at most), `next` of one page is `after` of the next one.
                """, Examples.Alerts, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberInvalid);

    private static IResult List(
        HttpContext context, string? agency, bool? open, DateTimeOffset? since, string? after, int? limit, AlertStore alerts, AlertReaders readers, LinkWatch watch)
    {
        var shown = context.Agencies(agency);
        var most = Page.Limit(limit);
        var from = after is null ? AlertCursor.Start
            : AlertCursor.Read(after) ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberInvalid, "after", "after", "next"));
        var notices = alerts.ListNotices(shown.Select(one => one.Code));

        // One more than fits tells whether there is another page.
        var found = Walk(alerts, open == true, since, from, most + 1).Where(one => readers.IsFor(one.Alert, shown)).Take(most + 1).ToList();
        return Results.Json(
            new AlertListBody(
                watch.AsOf, [.. found.Take(most).Select(one => AlertBodiesFrom.Show(one.Alert, one.Row.ToldAt.Time(), notices[one.Row.AlertId]))],
                found.Count > most ? AlertCursor.Of(found[most - 1].Row).ToString() : null),
            RestJson.Options);
    }

    /// <summary>All from a place on, read page by page as far as they are wanted.</summary>
    private static IEnumerable<(AlertRow Row, Alert Alert)> Walk(AlertStore alerts, bool open, DateTimeOffset? since, AlertCursor after, int page)
    {
        for (var rows = alerts.List(open, since, after, page); rows.Count > 0; rows = rows.Count < page ? [] : alerts.List(open, since, AlertCursor.Of(rows[^1]), page))
        {
            foreach (var row in rows)
            {
                yield return (row, AlertStore.Read(row.Body));
            }
        }
    }
}
