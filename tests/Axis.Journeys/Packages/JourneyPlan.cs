using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Packages;

/// <summary>The nation in which the journeys of packages take place: 95 agencies behind five adapters, and one below one of them.</summary>
internal static class JourneyPlan
{
    private const int AgenciesEach = 19;

    /// <summary>An agency of level 1 that has one below it.</summary>
    public const string Parent = "H37";

    /// <summary>Has no connection of its own.</summary>
    public static Addressee Child { get; } = new(Parent + ".90.01", "Phòng mô phỏng");

    /// <summary>Small enough that a journey of forty documents goes beyond it.</summary>
    public const int Window = 10;

    public static NationOptions Options(string? broker) => new()
    {
        Plan = new([.. NationPlan.Of(5 * AgenciesEach).Adapters.SelectMany(adapter => adapter.Agencies).Chunk(AgenciesEach).Select(Behind)]),
        Broker = broker,
        Hub = hub =>
        {
            hub.Window = Window;

            // Minutes of an adapter's absence become seconds.
            hub.QueryAfter = TimeSpan.FromSeconds(5);
        },
    };

    /// <summary>The same where documents are changed: states are told soon, and what a hub loses when it stops comes again within seconds.</summary>
    public static NationOptions Changing(string? broker)
    {
        var options = Options(broker);
        return options with
        {
            Hub = hub =>
            {
                options.Hub!(hub);
                hub.StatesWait = TimeSpan.FromMilliseconds(250);
            },
            Adapter = adapter =>
            {
                adapter.ReceiptPatience = TimeSpan.FromSeconds(5);
                adapter.HeartbeatEvery = TimeSpan.FromSeconds(1);
            },
        };
    }

    /// <summary>Six agencies behind three adapters, each with a neighbour.</summary>
    public static NationOptions Small(string? broker) => new()
    {
        Plan = new([.. NationPlan.Of(6).Adapters.SelectMany(adapter => adapter.Agencies).Chunk(2).Select(Behind)]),
        Broker = broker,
        Adapter = adapter => adapter.HeartbeatEvery = TimeSpan.FromSeconds(1),
    };

    private static AdapterPlan Behind(AgencyPlan[] agencies) => new(
        agencies[0].Addressee.Code,
        agencies.Any(agency => agency.Addressee.Code == Parent) ? [.. agencies, new AgencyPlan(Child, Parent, OwnConnection: false)] : agencies);
}
