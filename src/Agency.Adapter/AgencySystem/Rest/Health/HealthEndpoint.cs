using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Alerts;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Dapper;

namespace Agency.Adapter.AgencySystem.Rest.Health;

/// <summary>How the adapter is. Asks for no key: it tells numbers only, and a monitor shall not hold a key to documents.</summary>
internal static class HealthEndpoint
{
    /// <summary>Where it is asked.</summary>
    public const string Path = "/v1/health";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, Find)
            .Produces<HealthBody>()
            .Explain("How the adapter is",
                "Always 200 while the adapter runs: it takes packages in without the hub. `status` is `degraded` while the hub or the time-stamping authority is away or the disk's reserve is reached.",
                Examples.Health);

    private static IResult Find(
        IHubLink link, LinkWatch watch, SpoolDatabase database, AlertStore alerts, IEnumerable<IAlertWay> ways, DiskSpace disk, TimeStampWatch stamps, AdapterOptions options, TimeProvider time)
    {
        var (outgoing, incoming) = database.Read(spool =>
            (spool.ExecuteScalar<int>(SpoolSql.CountOutgoing), spool.ExecuteScalar<int>(SpoolSql.CountIncoming)));
        var connected = link.State == LinkState.Connected;
        var room = disk.HasRoomFor(0);
        var timeStamps = options.TimeStampAuthority.Length > 0 ? Show(stamps.Fault, database, options) : null;
        return Results.Json(
            new HealthBody(
                connected && watch.AwaySince is null && room && timeStamps is not { Given: false } ? "ok" : "degraded", connected, room, outgoing, incoming, disk.FreeBytes,
                time.GetUtcNow(), timeStamps, link.Fault is { } fault ? Show(fault) : null,
                watch.AwaySince, watch.Refusal is { } refusal ? new(refusal.Code, refusal.Vietnamese, refusal.English) : null, Show(alerts, ways)),
            RestJson.Options);
    }

    private static AlertHealthBody? Show(AlertStore alerts, IEnumerable<IAlertWay> ways)
    {
        var owed = alerts.Count();
        return ways.Any() ? new((int)owed.Sum(line => line.Waiting), (int)owed.Sum(line => line.GivenUp)) : null;
    }

    private static BrokerHealthBody Show(LinkFault fault) => new(
        fault.Finding.Code, fault.Finding.Vietnamese, fault.Finding.English, fault.Since);

    private static TimeStampHealthBody Show(TimeStampFault? fault, SpoolDatabase database, AdapterOptions options) => new(
        fault is null, options.RequireTimeStamps, database.Read(spool => spool.ExecuteScalar<int>(SpoolSql.CountUnstamped)),
        fault?.Finding.Code, fault?.Finding.Vietnamese, fault?.Finding.English, fault?.Since);
}

/// <summary>How the adapter is.</summary>
/// <param name="Status"><c>ok</c> or <c>degraded</c>.</param>
/// <param name="HubConnected">The broker is reached.</param>
/// <param name="TakesPackages">False when the disk's reserve is reached: packages are refused with AXS-5001.</param>
/// <param name="Outgoing">Submissions that the hub has not answered.</param>
/// <param name="Incoming">Deliveries that no agency has acknowledged.</param>
/// <param name="FreeBytes">Free on the spool's disk.</param>
/// <param name="At">Now, UTC.</param>
/// <param name="TimeStamps">The time-stamping authority; absent when none is configured.</param>
/// <param name="Broker">Why the broker is refused; absent when it is not.</param>
/// <param name="HubAwaySince">Since when the hub itself has not answered, whatever the broker does, UTC; absent while it answers.</param>
/// <param name="HubRefusal">Why the hub refuses this adapter, e.g. because it is suspended; absent while it does not.</param>
/// <param name="Alerts">How agencies' systems are told of alerts; absent where none has a webhook or a folder.</param>
internal sealed record HealthBody(
    string Status, bool HubConnected, bool TakesPackages, int Outgoing, int Incoming, long FreeBytes, DateTimeOffset At,
    TimeStampHealthBody? TimeStamps = null, BrokerHealthBody? Broker = null, DateTimeOffset? HubAwaySince = null,
    HubRefusalBody? HubRefusal = null, AlertHealthBody? Alerts = null);

/// <summary>What agencies' own systems have not taken of alerts; their faults are theirs, and hold up nothing.</summary>
/// <param name="Waiting">Alerts that they are told again.</param>
/// <param name="GivenUp">Alerts that they did not take for three days.</param>
internal sealed record AlertHealthBody(int Waiting, int GivenUp);

/// <summary>Why the hub refuses this adapter; packages wait in the spool meanwhile.</summary>
/// <param name="Code">Code of the error catalogue, e.g. AXS-1048.</param>
/// <param name="Vietnamese">The same for a person.</param>
/// <param name="English">The same in English.</param>
internal sealed record HubRefusalBody(string Code, string Vietnamese, string English);

/// <summary>Why the broker is refused; packages wait in the spool meanwhile.</summary>
/// <param name="Code">Code of the error catalogue, AXS-7001 to AXS-7005.</param>
/// <param name="Vietnamese">The same for a person.</param>
/// <param name="English">The same in English.</param>
/// <param name="Since">Since when, UTC.</param>
internal sealed record BrokerHealthBody(string Code, string Vietnamese, string English, DateTimeOffset Since);

/// <summary>How the time-stamping authority is, as far as it was asked since the adapter's start.</summary>
/// <param name="Given">It gives stamps, as far as is known.</param>
/// <param name="Required">Packages wait for their stamps; otherwise they go without after a few tries.</param>
/// <param name="Waiting">Packages in the spool that still need one.</param>
/// <param name="Code">Why it gives none.</param>
/// <param name="Vietnamese">The same for a person.</param>
/// <param name="English">The same in English.</param>
/// <param name="Since">Since when, UTC.</param>
internal sealed record TimeStampHealthBody(
    bool Given, bool Required, int Waiting, string? Code = null, string? Vietnamese = null, string? English = null, DateTimeOffset? Since = null);
