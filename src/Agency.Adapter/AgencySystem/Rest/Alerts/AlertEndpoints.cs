using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Served;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Rest.Alerts;

/// <summary>What the hub has to tell the key's agencies.</summary>
internal static class AlertEndpoints
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("alerts", ListAsync)
            .Produces<AlertPage>()
            .Explain("What your agencies are to be told of",
                "Read from the hub. Those that are open and those met or closed in the last seven days, the latest first; both agencies read the same case number.", Examples.Alerts,
                ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.HubAway);

    private static async Task<IResult> ListAsync(
        HttpContext context, string? agency, IHubApi hub, ServedAgencies served, ITrackSubmissions track, CancellationToken cancellation)
    {
        var shown = context.Agencies(agency);
        var page = await hub.ListAlertsAsync(cancellation);
        return Results.Json(page with { Alerts = [.. page.Alerts.Where(alert => IsFor(alert, shown, served, track))] }, RestJson.Options);
    }

    /// <summary>One without an agency is for whoever handed its submission over; without a submission either it is for all.</summary>
    private static bool IsFor(Alert alert, IReadOnlyList<AgencyOptions> shown, ServedAgencies served, ITrackSubmissions track) => alert switch
    {
        { Agency: { } about } => new[] { about, alert.Counterpart }.OfType<string>().Any(party => served.HomeOf(party) is { } home && shown.Contains(home)),
        { SubmissionId: { } submission } => shown.Any(one => track.Find(one.Code, submission) is not null),
        _ => true,
    };
}
