using System.Security.Cryptography;
using System.Text;
using Agency.Adapter;
using Axis.Hub;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Security;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation.Books;
using Axis.Simulator.TimeStamps;

namespace Axis.Simulator.Nation;

/// <summary>
/// Where a nation stands before anything of it runs: a folder of its own that goes when it goes, an authority, settings and certificates of hub
/// and adapters, the ledger with the registry in it, and what the transport needs. Whether hub and adapters then live in this process or in
/// others is no business of it.
/// </summary>
internal sealed class NationSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-nation-");
    private readonly NationOptions options;
    private readonly TimeProvider time;
    private readonly DevelopmentAuthority authority;
    private readonly HubBooks books;

    public NationSite(NationOptions options, TimeProvider time)
    {
        this.options = options;
        this.time = time;
        Transport = options.Broker is { } broker ? new RabbitTransport(broker, options.Management, options.BrokerRoots) : new EmbeddedTransport();
        authority = DevelopmentAuthority.CreateOrLoad(At("authority"), time);
        Hub = new HubOptions
        {
            Ledger = options.Sql ?? $"Data Source={At("axis.db")}",
            ContentFolder = At("content"),
            CertificateFolder = At("certificates"),
            AdapterEndpoint = $"https://127.0.0.1:{LoopbackPorts.Take()}",
            ConsoleEndpoint = $"http://127.0.0.1:{LoopbackPorts.Take()}",
        };
        options.Hub?.Invoke(Hub);
        TimeStamps = options.TimeStamps ? new TimeStampServer(authority.IssueTimeStamping(), time) : null;
        books = new HubBooks(Hub.Ledger);
    }

    /// <summary>Settings of the hub.</summary>
    public HubOptions Hub { get; }

    public INationTransport Transport { get; }

    /// <summary>The time-stamping authority, in this process whatever runs elsewhere; null in a nation without one.</summary>
    public TimeStampServer? TimeStamps { get; }

    /// <summary>Path of a name inside the nation's folder; nothing is made.</summary>
    public string At(params string[] names) => Path.Combine([folder.FullName, .. names]);

    public Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation) => books.ReadAsync(cancellation);

    /// <summary>Makes the transport and the hub's certificates; a hub can be built after that.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await Transport.PrepareAsync(Hub, cancellation);
        HubCertificates.LoadOrIssue(Hub.CertificateFolder, authority, Hub.AxisCode).Dispose();
        if (TimeStamps is not null)
        {
            var anchors = authority.Anchors;
            PrivateFiles.WriteNew(
                TimeStampRoots, string.Join('\n', anchors.Roots.Concat(anchors.Intermediates).Select(certificate => certificate.ExportCertificatePem())));
            await TimeStamps.StartAsync(cancellation);
        }
    }

    /// <summary>Makes or migrates the ledger, which must hold no document, and puts the plan into the registry and the transport.</summary>
    /// <param name="hub">Services of a hub that need not run.</param>
    /// <returns>The settings of each adapter, with the keys of its agencies' systems.</returns>
    public async Task<IReadOnlyList<SettledAdapter>> SettleAsync(IServiceProvider hub, NationPlan plan, CancellationToken cancellation)
    {
        await hub.MigrateAsync(cancellation);
        if ((await ReadHubBooksAsync(cancellation)).Count > 0)
        {
            throw new InvalidOperationException(
                "The ledger holds documents of an earlier run, whose contents and spools are gone: name another database, or drop this one.");
        }

        var registry = Registry(hub);
        await registry.ImportAsync(plan, cancellation);
        var settled = new List<SettledAdapter>();
        foreach (var adapter in plan.Adapters)
        {
            settled.Add(await SettleAsync(adapter, registry, cancellation));
        }

        return settled;
    }

    /// <summary>The registry as an operator changes it.</summary>
    public NationRegistry Registry(IServiceProvider hub) => new(
        hub.GetRequiredService<RegistryStore>(), ActivatorUtilities.CreateInstance<ImportAgencies>(hub), time);

    public async ValueTask DisposeAsync()
    {
        if (TimeStamps is not null)
        {
            await TimeStamps.DisposeAsync();
        }

        await Transport.DisposeAsync();
        authority.Dispose();
        folder.Delete(recursive: true);
    }

    private string TimeStampRoots => Path.Combine(Hub.CertificateFolder, HubCertificates.TimeStampRootsFile);

    private async Task<SettledAdapter> SettleAsync(AdapterPlan plan, NationRegistry registry, CancellationToken cancellation)
    {
        var home = folder.CreateSubdirectory(plan.Code);
        var keys = plan.Agencies.Where(agency => agency.OwnConnection).ToDictionary(
            agency => agency.Addressee, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        using var certificate = authority.IssueAdapter(plan.Code, keys.Keys.Select(addressee => addressee.Code));
        await registry.AddAsync(plan, certificate, cancellation);
        var settings = new AdapterOptions
        {
            Code = plan.Code,
            SpoolFolder = Path.Combine(home.FullName, "spool"),
            HubEndpoint = Hub.AdapterEndpoint,
            AxisCode = Hub.AxisCode,
            CertificatePath = Path.Combine(home.FullName, "adapter.pem"),
            RootsPath = Path.Combine(Hub.CertificateFolder, HubCertificates.RootsFile),
            IntermediatesPath = Path.Combine(Hub.CertificateFolder, HubCertificates.IntermediatesFile),
            TimeStampAuthority = TimeStamps?.Address ?? "",
            TimeStampRootsPath = TimeStamps is null ? "" : TimeStampRoots,
            LocalEndpoint = $"http://127.0.0.1:{LoopbackPorts.Take()}",
        };
        if (time is NationClock)
        {
            // A clock that stands while somebody works gathers nothing.
            settings.AcknowledgeWait = TimeSpan.Zero;
        }

        foreach (var agency in plan.Agencies.Where(agency => agency.OwnConnection))
        {
            settings.Agencies.Add(new AgencyOptions
            {
                Code = agency.Addressee.Code,
                Keys = { "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys[agency.Addressee]))) },
                Interface = agency.HasFolder ? InboundInterface.Folder : InboundInterface.Rest,
                Folder = agency.HasFolder ? Path.Combine(home.FullName, "folder-" + agency.Addressee.Code) : "",
            });
        }

        PrivateFiles.WriteNew(settings.CertificatePath, CertificatePem.Write(certificate));
        await Transport.AddAsync(settings, cancellation);
        options.Adapter?.Invoke(settings);
        return new(plan, settings, keys);
    }
}

/// <summary>An adapter that is known to the registry and the transport and has its certificate.</summary>
/// <param name="Keys">The key of each connected agency's own system.</param>
internal sealed record SettledAdapter(AdapterPlan Plan, AdapterOptions Options, IReadOnlyDictionary<Addressee, string> Keys);
