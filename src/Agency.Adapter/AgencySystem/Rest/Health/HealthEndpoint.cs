using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.HubLink;
using Agency.Adapter.Spool;
using Dapper;

namespace Agency.Adapter.AgencySystem.Rest.Health;

/// <summary>How the adapter is. Asks for no key: it tells numbers only, and a monitor shall not hold a key to documents.</summary>
internal static class HealthEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/v1/health", Find)
            .Produces<HealthBody>()
            .Explain("How the adapter is",
                "Always 200 while the adapter runs: it takes packages in without the hub. `status` is `degraded` while the hub is away or the disk's reserve is reached.",
                Examples.Health);

    private static IResult Find(IHubLink link, SpoolDatabase database, DiskSpace disk, TimeProvider time)
    {
        var (outgoing, incoming) = database.Read(spool =>
            (spool.ExecuteScalar<int>(SpoolSql.CountOutgoing), spool.ExecuteScalar<int>(SpoolSql.CountIncoming)));
        var connected = link.State == LinkState.Connected;
        var room = disk.HasRoomFor(0);
        return Results.Json(
            new HealthBody(connected && room ? "ok" : "degraded", connected, room, outgoing, incoming, disk.FreeBytes, time.GetUtcNow()), RestJson.Options);
    }
}

/// <summary>How the adapter is.</summary>
/// <param name="Status"><c>ok</c> or <c>degraded</c>.</param>
/// <param name="HubConnected">The broker is reached.</param>
/// <param name="TakesPackages">False when the disk's reserve is reached: packages are refused with AXS-5001.</param>
/// <param name="Outgoing">Submissions that the hub has not answered.</param>
/// <param name="Incoming">Deliveries that no agency has acknowledged.</param>
/// <param name="FreeBytes">Free on the spool's disk.</param>
/// <param name="At">Now, UTC.</param>
internal sealed record HealthBody(
    string Status, bool HubConnected, bool TakesPackages, int Outgoing, int Incoming, long FreeBytes, DateTimeOffset At);
