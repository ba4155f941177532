using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Alerts;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;

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
                number. `open=true` leaves out what is closed, `since` what has not changed since a time. `told` says whether your own system has taken it by webhook or folder.
                """, Examples.Alerts, ErrorCatalogue.AgencyNotOfKey);

    private static IResult List(
        HttpContext context, string? agency, bool? open, DateTimeOffset? since, AlertStore alerts, AlertReaders readers, LinkWatch watch)
    {
        var shown = context.Agencies(agency);
        var notices = alerts.ListNotices(shown.Select(one => one.Code));
        return Results.Json(
            new AlertListBody(watch.AsOf, [.. alerts.List(open == true, since).Select(row => (Row: row, Alert: AlertStore.Read(row.Body)))
                .Where(one => readers.IsFor(one.Alert, shown))
                .Select(one => AlertBodiesFrom.Show(one.Alert, one.Row.ToldAt.Time(), notices[one.Row.AlertId]))]),
            RestJson.Options);
    }
}
