using Axis.Hub;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation.Books;
using Axis.Simulator.TimeStamps;

namespace Axis.Simulator.Nation;

/// <summary>
/// A hub, adapters and clerks in one process, with a folder of their own that goes when they go. Embedded: in-memory transport and
/// SQLite; with a broker or a SQL Server the same nation on those.
/// </summary>
internal sealed class LiveNation : IAsyncDisposable
{
    private readonly List<NationAgency> agencies = [];
    private readonly List<NationAdapter> adapters = [];
    private readonly NationOptions options;
    private readonly TimeProvider time;
    private readonly NationLog log;
    private readonly NationSite site;
    private WebApplication? hub;

    private LiveNation(NationOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        log = new NationLog(options.Verbose);
        site = new NationSite(options, time);
    }

    /// <summary>Settings of the nation's hub.</summary>
    public HubOptions Hub => site.Hub;

    public string ConsoleAddress => site.Hub.ConsoleEndpoint;

    public IReadOnlyList<NationAgency> Agencies => agencies;

    public IReadOnlyList<NationAdapter> Adapters => adapters;

    public INationTransport Transport => site.Transport;

    /// <summary>What the hub is made of.</summary>
    public IServiceProvider HubServices => hub!.Services;

    /// <summary>The time-stamping authority, if this nation has one.</summary>
    public TimeStampServer? TimeStamps => site.TimeStamps;

    public static async Task<LiveNation> StartAsync(NationOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var nation = new LiveNation(options, time);
        try
        {
            await nation.StartAsync(options.Plan ?? NationPlan.Of(options.Agencies), cancellation);
        }
        catch
        {
            await nation.DisposeAsync();
            throw;
        }

        return nation;
    }

    public NationAgency Agency(string code) => agencies.Single(agency => agency.Addressee.Code == code);

    public NationAdapter Adapter(string code) => adapters.Single(adapter => adapter.Code == code);

    public Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation) => site.ReadHubBooksAsync(cancellation);

    /// <summary>Adds an agency below another one at run time: it has no connection of its own and is served by its parent's adapter.</summary>
    public Task AddAgencyAsync(Addressee addressee, string parent, CancellationToken cancellation) =>
        site.Registry(hub!.Services).ImportAsync(
            new NationPlan([new AdapterPlan(parent, [new AgencyPlan(addressee, parent, OwnConnection: false)])]), cancellation);

    /// <summary>Ends the hub; the adapters go on and find nobody.</summary>
    public async Task StopHubAsync(CancellationToken cancellation)
    {
        if (hub is { } running)
        {
            hub = null;
            await running.StopAsync(cancellation);
            await running.DisposeAsync();
        }
    }

    /// <summary>Starts the hub again on the same ledger. Adapters that run start again too: inside one process a link is to one hub.</summary>
    public async Task StartHubAsync(CancellationToken cancellation)
    {
        hub = BuildHub();
        await hub.StartAsync(cancellation);
        foreach (var adapter in adapters.Where(adapter => adapter.IsRunning))
        {
            await adapter.StopAsync(cancellation);
            await adapter.StartAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var adapter in adapters)
        {
            await adapter.DisposeAsync();
        }

        await StopHubAsync(CancellationToken.None);
        await site.DisposeAsync();
    }

    private async Task StartAsync(NationPlan plan, CancellationToken cancellation)
    {
        await site.PrepareAsync(cancellation);
        hub = BuildHub();
        foreach (var settled in await site.SettleAsync(hub.Services, plan, cancellation))
        {
            Add(settled);
        }

        await hub.StartAsync(cancellation);
        await Task.WhenAll(plan.Adapters.Where(adapter => adapter.Starts).Select(adapter => Adapter(adapter.Code).StartAsync(cancellation)));
    }

    private WebApplication BuildHub() => HubHost.Build(site.Hub, builder =>
    {
        log.Apply(builder.Logging);
        builder.Services.AddSingleton(time);
        site.Transport.ConfigureHub(builder.Services);
    });

    private void Add(SettledAdapter settled)
    {
        var adapter = new NationAdapter(settled.Options, () => site.Transport.LinkOf(settled.Plan.Code, hub!.Services)?.Invoke(), log, time);
        adapters.Add(adapter);
        foreach (var (addressee, key) in settled.Keys)
        {
            var system = adapter.Connect(key);
            agencies.Add(new(addressee, system, new Clerk(new AgencyBook(addressee), system, options.Seed, time, site.Hub.AxisCode), adapter));
        }
    }
}
