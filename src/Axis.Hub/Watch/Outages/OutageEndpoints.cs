using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies.Endpoint;

namespace Axis.Hub.Watch.Outages;

/// <summary>Planned outages over HTTPS, of the agencies that an adapter serves.</summary>
internal static class OutageEndpoints
{
    public static void MapOutagesOfAdapters(this IEndpointRouteBuilder adapters)
    {
        var group = adapters.MapAdapterGroup();
        group.MapGet("/outages", async (HttpContext context, AgencyOutages outages) =>
            Results.Json(await outages.ListAsync(AdapterIdentity.Of(context).Adapter, context.RequestAborted), WireJson.Options));
        group.MapPost("/outages", AnnounceAsync);
        group.MapPost("/outages/{id:guid}/end", EndAsync);
    }

    private static async Task<IResult> AnnounceAsync(HttpContext context, AgencyOutages outages)
    {
        var (request, refusal) = await AdapterBody.ReadAsync<OutageRequest>(context);
        if (request is null)
        {
            return refusal!;
        }

        var (outage, objection) = await outages.AnnounceAsync(AdapterIdentity.Of(context).Adapter, request, context.RequestAborted);
        return objection is null ? Results.Json(outage, WireJson.Options) : Problem.Of([objection]);
    }

    private static async Task<IResult> EndAsync(Guid id, HttpContext context, AgencyOutages outages)
    {
        var (request, refusal) = await AdapterBody.ReadAsync<EndOutageRequest>(context);
        return request is null ? refusal!
            : await outages.EndAsync(AdapterIdentity.Of(context).Adapter, id, request, context.RequestAborted) is { } objection ? Problem.Of([objection]) : Results.NoContent();
    }
}
