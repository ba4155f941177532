using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Axis.Contracts.Sealing;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Flow;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Flow.Submit.Content;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Outages;
using Axis.Hub.Watch.Reconcile;
using Axis.Hub.Platform.Content;
using Axis.Hub.Platform.Security;
using Axis.Hub.Tests.Flow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Axis.Hub.Tests.Agencies.Endpoint;

/// <summary>The adapters' listener on loopback with certificates made for it, beside a plain listener like the console's.</summary>
internal sealed class EndpointHost : IAgencyRegistry, ICertificateSource, IContentRights, IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("axis-endpoint-").FullName;
    private readonly List<IDisposable> owned = [];
    private readonly Dictionary<string, RegisteredCertificate> certificates = [];
    private readonly Dictionary<string, AdapterEntry> adapters = [];
    private WebApplication? app;

    public DevelopmentAuthority Authority { get; private set; } = null!;

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public IContentStore Store { get; private set; } = null!;

    /// <summary>Where the store keeps what it keeps.</summary>
    public DirectoryInfo Contents => new(Path.Combine(folder, "content"));

    /// <summary>The flow behind the endpoint, with a ledger of its own.</summary>
    public FlowHost Flow { get; private set; } = null!;

    public List<AgencyEntry> Agencies { get; } = [];

    public List<AliasEntry> Aliases { get; } = [];

    public List<DelegationEntry> Delegations { get; } = [];

    /// <summary>The registry as it was a moment ago; null: as it is.</summary>
    public AgencyDirectory? Snapshot { get; set; }

    /// <summary>(adapter, content) of every delivery.</summary>
    public HashSet<(string, string)> Deliveries { get; } = [];

    public Uri Address { get; private set; } = null!;

    public Uri PlainAddress { get; private set; } = null!;

    public static async Task<EndpointHost> StartAsync(long packageLimit = 4_000_000)
    {
        var host = new EndpointHost();
        host.Authority = DevelopmentAuthority.CreateOrLoad(Path.Combine(host.folder, "authority"), host.Time);
        host.Flow = await FlowHost.StartAsync();
        HubCertificates hub = HubCertificates.LoadOrIssue(Path.Combine(host.folder, "hub"), host.Authority);
        host.owned.Add(hub);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.ListenForAdapters(new Uri("https://127.0.0.1:0"), hub);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
        });
        host.Store = new ContentDirectory(Path.Combine(host.folder, "content"), packageLimit, TimeSpan.FromHours(24), host.Time);
        builder.Services.AddRouting().AddLogging()
            .AddSingleton<TimeProvider>(host.Time)
            .AddSingleton(new HubOptions { PackageLimit = packageLimit })
            .AddSingleton(host.Store)
            .AddSingleton(host.Flow.Get<ResendSubmission>()).AddSingleton(host.Flow.Get<CheckPackage>()).AddSingleton(host.Flow.Get<AlertStore>()).AddSingleton(host.Flow.Get<ReconcileBooks>()).AddSingleton(host.Flow.Get<CompareGate>())
            .AddSingleton(host.Flow.Get<AgencyDifferences>()).AddSingleton(host.Flow.Get<OutageDesk>()).AddSingleton<AgencyOutages>()
            .AddSingleton<IAgencyRegistry>(host).AddSingleton<ICertificateSource>(host).AddSingleton<IContentRights>(host);
        host.app = builder.Build();
        host.app.UseRouting();
        host.app.UseAdapterListener();
        host.app.MapAdapterEndpoints();
        host.app.MapAlertsOfAdapters();
        host.app.MapReconciliationsOfAdapters();
        host.app.MapOutagesOfAdapters();
        host.app.MapGet("/console", () => Results.Text("console"));
        await host.app.StartAsync(TestContext.Current.CancellationToken);
        string[] addresses = [.. host.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        host.Address = new(addresses.Single(address => address.StartsWith("https", StringComparison.Ordinal)));
        host.PlainAddress = new(addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal)));
        return host;
    }

    /// <summary>Registers an adapter under a new certificate and returns its client.</summary>
    public HttpClient Register(string code, params string[] agencies)
    {
        X509Certificate2 certificate = Authority.IssueAdapter(code, agencies);
        Enter(code, certificate);
        return Client(certificate);
    }

    public void Enter(string code, X509Certificate2 certificate, bool active = true)
    {
        adapters[code] = new(code, code, active, AgencyCertificate.HashOf(certificate));
        certificates[AgencyCertificate.HashOf(certificate)] = new(X509CertificateLoader.LoadCertificate(certificate.RawData));
    }

    public void Suspend(string code, DateTimeOffset? since = null) => adapters[code] = adapters[code] with { Active = false, SuspendedSince = since };

    public HttpClient Client(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificates = certificate is null ? null : [certificate],
                LocalCertificateSelectionCallback = certificate is null ? null : (_, _, _, _, _) => certificate,
                CertificateChainPolicy = Trusting(),
            },
        };
        var client = new HttpClient(handler) { BaseAddress = Address };
        owned.Add(client);
        return client;
    }

    public ValueTask<AgencyDirectory> LatestAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(new AgencyDirectory(Agencies, Aliases, adapters.Values, Delegations));

    public ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation) => Snapshot is { } old ? ValueTask.FromResult(old) : LatestAsync(cancellation);

    public ValueTask<RegisteredCertificate?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        ValueTask.FromResult(certificates.GetValueOrDefault(sha256));

    public Task<bool> MayDownloadAsync(string adapter, string sha256, CancellationToken cancellation) =>
        Task.FromResult(Deliveries.Contains((adapter, sha256)));

    public Task<IReadOnlySet<string>> FindReferencedAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string>());

    public Task<byte[]?> FindSmallAsync(string sha256, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

    public async ValueTask DisposeAsync()
    {
        owned.ForEach(one => one.Dispose());
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await Flow.DisposeAsync();
        Authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private X509ChainPolicy Trusting()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(Authority.Roots.ToArray());
        return policy;
    }
}
