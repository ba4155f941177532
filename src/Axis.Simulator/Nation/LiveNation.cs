using System.Security.Cryptography;
using System.Text;
using Agency.Adapter;
using Axis.Hub;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Security;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation.Books;

namespace Axis.Simulator.Nation;

/// <summary>
/// A hub, adapters and clerks in one process, with a folder of their own that goes when they go. Embedded: in-memory transport and
/// SQLite; with a broker or a SQL Server the same nation on those.
/// </summary>
internal sealed class LiveNation : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-nation-");
    private readonly List<NationAgency> agencies = [];
    private readonly List<NationAdapter> adapters = [];
    private readonly NationOptions options;
    private readonly TimeProvider time;
    private readonly NationLog log;
    private readonly INationTransport transport;
    private readonly DevelopmentAuthority authority;
    private readonly HubOptions hubOptions;
    private readonly HubBooks books;
    private WebApplication? hub;

    private LiveNation(NationOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        log = new NationLog(options.Verbose);
        transport = options.Broker is { } broker ? new RabbitTransport(broker, options.Management) : new EmbeddedTransport();
        authority = DevelopmentAuthority.CreateOrLoad(Path.Combine(folder.FullName, "authority"), time);
        hubOptions = new HubOptions
        {
            Ledger = options.Sql ?? $"Data Source={Path.Combine(folder.FullName, "axis.db")}",
            ContentFolder = Path.Combine(folder.FullName, "content"),
            CertificateFolder = Path.Combine(folder.FullName, "certificates"),
            AdapterEndpoint = $"https://127.0.0.1:{FreePort.Take()}",
            ConsoleEndpoint = $"http://127.0.0.1:{FreePort.Take()}",
        };
        options.Hub?.Invoke(hubOptions);
        books = new HubBooks(hubOptions.Ledger);
    }

    public string ConsoleAddress => hubOptions.ConsoleEndpoint;

    public IReadOnlyList<NationAgency> Agencies => agencies;

    public IReadOnlyList<NationAdapter> Adapters => adapters;

    public INationTransport Transport => transport;

    private NationRegistry Registry => new(
        hub!.Services.GetRequiredService<RegistryStore>(), ActivatorUtilities.CreateInstance<ImportAgencies>(hub.Services), time);

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

    public Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation) => books.ReadAsync(cancellation);

    /// <summary>Adds an agency below another one at run time: it has no connection of its own and is served by its parent's adapter.</summary>
    public Task AddAgencyAsync(Addressee addressee, string parent, CancellationToken cancellation) =>
        Registry.ImportAsync(new NationPlan([new AdapterPlan(parent, [new AgencyPlan(addressee, parent, OwnConnection: false)])]), cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var adapter in adapters)
        {
            await adapter.DisposeAsync();
        }

        if (hub is not null)
        {
            await hub.StopAsync();
            await hub.DisposeAsync();
        }

        await transport.DisposeAsync();
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task StartAsync(NationPlan plan, CancellationToken cancellation)
    {
        await transport.PrepareAsync(hubOptions, cancellation);
        HubCertificates.LoadOrIssue(hubOptions.CertificateFolder, authority, hubOptions.AxisCode).Dispose();
        hub = HubHost.Build(hubOptions, builder =>
        {
            log.Apply(builder.Logging);
            builder.Services.AddSingleton(time);
            transport.ConfigureHub(builder.Services);
        });
        await hub.Services.MigrateAsync(cancellation);
        await Registry.ImportAsync(plan, cancellation);
        foreach (var adapter in plan.Adapters)
        {
            await AddAsync(adapter, cancellation);
        }

        await hub.StartAsync(cancellation);
        await Task.WhenAll(plan.Adapters.Where(adapter => adapter.Starts).Select(adapter => Adapter(adapter.Code).StartAsync(cancellation)));
    }

    private async Task AddAsync(AdapterPlan plan, CancellationToken cancellation)
    {
        var home = folder.CreateSubdirectory(plan.Code);
        var connected = plan.Agencies.Where(agency => agency.OwnConnection).ToDictionary(
            agency => agency.Addressee, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        using var certificate = authority.IssueAdapter(plan.Code, connected.Keys.Select(addressee => addressee.Code));
        await Registry.AddAsync(plan, certificate, cancellation);
        var settings = new AdapterOptions
        {
            Code = plan.Code,
            SpoolFolder = Path.Combine(home.FullName, "spool"),
            HubEndpoint = hubOptions.AdapterEndpoint,
            AxisCode = hubOptions.AxisCode,
            CertificatePath = Path.Combine(home.FullName, "adapter.pem"),
            RootsPath = Path.Combine(hubOptions.CertificateFolder, HubCertificates.RootsFile),
            IntermediatesPath = Path.Combine(hubOptions.CertificateFolder, HubCertificates.IntermediatesFile),
            LocalEndpoint = $"http://127.0.0.1:{FreePort.Take()}",
        };
        foreach (var (addressee, key) in connected)
        {
            settings.Agencies.Add(new AgencyOptions { Code = addressee.Code, Keys = { "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) } });
        }

        PrivateFiles.WriteNew(settings.CertificatePath, CertificatePem.Write(certificate));
        await transport.AddAsync(settings, cancellation);
        var adapter = new NationAdapter(settings, transport.LinkOf(plan.Code, hub!.Services), log, time);
        adapters.Add(adapter);
        foreach (var (addressee, key) in connected)
        {
            var system = adapter.Connect(key);
            agencies.Add(new(addressee, system, new Clerk(new AgencyBook(addressee), system, options.Seed, time), adapter));
        }
    }
}
