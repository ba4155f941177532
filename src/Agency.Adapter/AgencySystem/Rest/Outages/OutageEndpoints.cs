using Agency.Adapter.AgencySystem.Rest.Describe;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Rest.Outages;

/// <summary>When the key's agencies will be away. The outages are the hub's: here is only asked.</summary>
internal static class OutageEndpoints
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("outages", async (HttpContext context, string? agency, AgencyOutages outages, CancellationToken cancellation) =>
                Results.Json(await outages.ListAsync(context.Agencies(agency), cancellation), RestJson.Options))
            .Produces<OutagePage>()
            .Explain("Your planned outages",
                "Those of your agencies and of the adapter that are on or to come. Alerts that blame whoever is out wait for its end; due times and statements go on. Read from the hub.",
                Examples.Outages, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.HubAway);
        v1.MapPost("outages", async (HttpContext context, AgencyOutages outages, CancellationToken cancellation) =>
                Results.Json(await outages.AnnounceAsync(context.Caller(), await RestJson.ReadAsync<OutageBody>(context.Request.Body, cancellation), cancellation), RestJson.Options))
            .Accepts<OutageBody>("application/json")
            .Produces<PlannedOutage>()
            .Explain("Say before that you will be away",
                """
                `to` is when it is over, `reason` why; `from` may be left out: now. With `wholeAdapter` it is the adapter that is out, with everything that it serves; only the agency that has the adapter
                says so. The same said again is the same outage. What is away for longer than 31 days is suspended by the axis's operators.
                """,
                null, ErrorCatalogue.NotFoundHere, ErrorCatalogue.AgencyNotNamed, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.MemberMissing, ErrorCatalogue.ReasonRequired,
                ErrorCatalogue.NoteTooLong, ErrorCatalogue.ActorUnnamed, ErrorCatalogue.OutageSpanInvalid, ErrorCatalogue.OutageOfAdapter, ErrorCatalogue.HubAway);
        v1.MapPost("outages/{id:guid}/end", EndAsync)
            .Accepts<EndOutageBody>("application/json")
            .Produces(StatusCodes.Status204NoContent)
            .Explain("You are back early, or take it back",
                "Ends an outage of yours before its time, also one that the axis's operators have announced for you. What is still wrong is told within a minute. The same said again changes nothing.",
                null, ErrorCatalogue.NotFoundHere, ErrorCatalogue.AgencyNotNamed, ErrorCatalogue.AgencyNotOfKey, ErrorCatalogue.ActorUnnamed, ErrorCatalogue.HubAway);
    }

    private static async Task<IResult> EndAsync(HttpContext context, Guid id, AgencyOutages outages, CancellationToken cancellation)
    {
        await outages.EndAsync(context.Caller(), id, await RestJson.ReadAsync<EndOutageBody>(context.Request.Body, cancellation), cancellation);
        return Results.NoContent();
    }
}
