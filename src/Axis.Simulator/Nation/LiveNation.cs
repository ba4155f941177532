using System.Security.Cryptography;
using System.Text;
using Agency.Adapter;
using Axis.Hub;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
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
    private readonly EmbeddedBroker broker = new();
    private readonly List<NationAgency> agencies = [];
    private readonly HubOptions hubOptions;
    private readonly TimeProvider time;
    private readonly HubBooks books;
    private readonly NationLog log;
    private readonly NationRegistry registry;
    private readonly DevelopmentAuthority authority;
    private WebApplication? hub;

    private LiveNation(NationOptions options, TimeProvider time)
    {
        this.time = time;
        log = new NationLog(options.Verbose);
        registry = new NationRegistry(time);
        authority = DevelopmentAuthority.CreateOrLoad(Path.Combine(folder.FullName, "authority"), time);
        hubOptions = new HubOptions
        {
            Ledger = options.Sql ?? $"Data Source={Path.Combine(folder.FullName, "axis.db")}",
            Broker = options.Broker ?? "",
            Management = options.Management ?? "",
            ContentFolder = Path.Combine(folder.FullName, "content"),
            CertificateFolder = Path.Combine(folder.FullName, "certificates"),
            AdapterEndpoint = $"https://127.0.0.1:{FreePort.Take()}",
            ConsoleEndpoint = $"http://127.0.0.1:{FreePort.Take()}",
        };
        books = new HubBooks(hubOptions.Ledger);
    }

    public string ConsoleAddress => hubOptions.ConsoleEndpoint;

    public IReadOnlyList<NationAgency> Agencies => agencies;

    public Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation) => books.ReadAsync(cancellation);

    public static async Task<LiveNation> StartAsync(NationOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var nation = new LiveNation(options, time);
        try
        {
            await nation.StartHubAsync(cancellation);
            foreach (var adapter in NationPlan.Of(options.Agencies).Adapters)
            {
                await nation.AddAdapterAsync(adapter, options.Seed, cancellation);
            }
        }
        catch
        {
            await nation.DisposeAsync();
            throw;
        }

        return nation;
    }

    private async Task StartHubAsync(CancellationToken cancellation)
    {
        registry.Add(HubCertificates.LoadOrIssue(hubOptions.CertificateFolder, authority, hubOptions.AxisCode).Seal);
        hub = HubHost.Build(hubOptions, builder =>
        {
            log.Apply(builder.Logging);
            builder.Services.AddSingleton(time);
            builder.Services.AddSingleton<IAgencyRegistry>(registry);
            builder.Services.AddSingleton<ICertificateSource>(registry);
            if (hubOptions.Broker.Length == 0)
            {
                builder.Services.AddSingleton<IAdapterQueues>(broker);
            }
        });
        await hub.Services.MigrateAsync(cancellation);
        await hub.StartAsync(cancellation);
    }

    private async Task AddAdapterAsync(AdapterPlan plan, int seed, CancellationToken cancellation)
    {
        var home = folder.CreateSubdirectory(plan.Code);
        var connected = plan.Agencies.Where(agency => agency.OwnConnection).ToDictionary(
            agency => agency.Addressee, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var certificate = authority.IssueAdapter(plan.Code, connected.Keys.Select(addressee => addressee.Code));
        registry.Add(plan, certificate);
        var options = new AdapterOptions
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
            options.Agencies.Add(new AgencyOptions { Code = addressee.Code, Keys = { "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) } });
        }

        PrivateFiles.WriteNew(options.CertificatePath, CertificatePem.Write(certificate));
        var queue = broker.Declare(plan.Code);
        var services = hub!.Services;
        var adapter = new NationAdapter(
            options,
            () => new InProcessHubLink(plan.Code, queue, services.GetRequiredService<IEmbeddedInlet>(), services.GetRequiredService<IDeadLetterHandler>()),
            log,
            time);
        await adapter.StartAsync(cancellation);
        agencies.AddRange(connected.Select(pair => new NationAgency(
            pair.Key, new Clerk(new AgencyBook(pair.Key), adapter.Connect(pair.Value), seed, time), adapter)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var agency in agencies)
        {
            await agency.Adapter.DisposeAsync();
        }

        if (hub is not null)
        {
            await hub.StopAsync();
            await hub.DisposeAsync();
        }

        broker.Dispose();
        authority.Dispose();
        folder.Delete(recursive: true);
    }
}
