using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Simulator.TimeStamps;

namespace Agency.Adapter.Tests.Kit;

/// <summary>A whole adapter on a real spool, between a scripted broker and the hub's double. It can be stopped and started again.</summary>
internal sealed class TestAdapter : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("axis-adapter-tests").FullName;
    private readonly TestPki pki = new();
    private readonly X509Certificate2 hubSeal;
    private readonly X509Certificate2 peerSeal;
    private WebApplication? running;

    public TestAdapter(Action<AdapterOptions>? configure = null)
    {
        using var own = pki.Issue("H37", "H37", "H37.01");
        hubSeal = pki.Issue("AXIS");
        peerSeal = pki.Issue("G22", "G22");
        foreach (var certificate in new[] { own, hubSeal, peerSeal })
        {
            Hub.Register(certificate);
        }

        Options.Code = "H37";
        Options.Agencies.Add(new AgencyOptions { Code = "H37" });
        Options.SpoolFolder = Path.Combine(folder, "spool");
        Options.LocalEndpoint = "http://127.0.0.1:0";
        Options.CertificatePath = Path.Combine(folder, "own.pem");
        Options.RootsPath = Path.Combine(folder, "roots.pem");
        Options.RetryFirst = TimeSpan.FromMilliseconds(20);
        Options.RetryLongest = TimeSpan.FromMilliseconds(100);
        Options.DiskReserve = 0;
        File.WriteAllText(Options.CertificatePath, own.ExportCertificatePem() + "\n" + own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Options.RootsPath, pki.RootPem);
        configure?.Invoke(Options);
    }

    public AdapterOptions Options { get; } = new();

    public ScriptedLink Link { get; private set; } = new();

    public HubDouble Hub { get; } = new();

    public Func<TimeProvider> Clock { get; set; } = () => TimeProvider.System;

    public ISubmitPackages Submit => Get<ISubmitPackages>();

    public ITrackSubmissions Track => Get<ITrackSubmissions>();

    public IInbox Inbox => Get<IInbox>();

    public SpoolDatabase Spool => Get<SpoolDatabase>();

    public static async Task<TestAdapter> StartAsync(Action<AdapterOptions>? configure = null)
    {
        var adapter = new TestAdapter(configure);
        await adapter.StartWithAsync();
        return adapter;
    }

    public IServiceProvider Services => running!.Services;

    public T Get<T>() where T : notnull => running!.Services.GetRequiredService<T>();

    public async Task StartWithAsync(Action<IServiceCollection>? services = null)
    {
        running = AdapterHost.Build(Options, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(Clock());
            builder.Services.AddSingleton<IHubLink>(Link);
            builder.Services.AddSingleton<IHubApi>(Hub);
            services?.Invoke(builder.Services);
        });
        await running.StartAsync();
    }

    /// <summary>Stops the process and starts another one over the same spool, with an empty link.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        Link = new ScriptedLink();
        await StartWithAsync();
    }

    public async Task StopAsync()
    {
        if (running is { } application)
        {
            running = null;
            await application.StopAsync();
            await application.DisposeAsync();
        }
    }

    /// <summary>Hands a package over as the agency's system does.</summary>
    public async Task<SubmitOutcome> HandOverAsync(byte[] package, string? key = null, Guid? claim = null)
    {
        using var stream = new MemoryStream(package);
        return await Submit.SubmitAsync(new SubmitRequest("H37", key, Claim: claim), stream, CancellationToken.None);
    }

    /// <summary>The bytes of a delivery, as the agency's system fetches them.</summary>
    public async Task<Stream> OpenAsync(Guid deliveryId) =>
        (await Inbox.OpenPackageAsync("H37", deliveryId, CancellationToken.None)).ShouldBeOfType<OpenOutcome.Opened>().Package;

    /// <summary>Messages of one kind that the broker has confirmed so far.</summary>
    public IReadOnlyList<T> Sent<T>(string key) where T : class =>
        [.. Link.Published.Where(message => message.Key == key).Select(message => WireJson.Read<T>(message.Body))];

    /// <summary>Every acknowledgement line sent so far, in order.</summary>
    public IReadOnlyList<AcknowledgeItem> Acknowledged() =>
        [.. Sent<SealedMessage>(WireNames.Acknowledge).SelectMany(message => WireJson.Read<AcknowledgeBody>(message.Body).Items)];

    public Task ReceiptAsync(params Receipt[] receipts) => Link.DeliverAsync(WireNames.Receipts, SealByHub(new ReceiptsBody(receipts)));

    public Task CancelAsync(Guid deliveryId, int attempt) =>
        Link.DeliverAsync(WireNames.Cancel, SealByHub(new CancelBody(deliveryId, attempt)));

    public Task QueryAsync(long number, params QueryItem[] items) =>
        Link.DeliverAsync(WireNames.Query, new QueryMessage(number, items));

    public SealedMessage SealByHub<T>(T body) => Seal(body, hubSeal);

    public SealedMessage SealByPeer<T>(T body) => Seal(body, peerSeal);

    /// <summary>A delivery from G22 to H37 as the hub sends it.</summary>
    public DeliverMessage Delivery(
        byte[] package, Guid? deliveryId = null, int attempt = 1, bool asReference = false, string sender = "G22", X509Certificate2? sealedBy = null)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(package));
        var manifest = new Manifest(
            Manifest.CurrentVersion, Guid.CreateVersion7(), Manifest.Edoc, sender, ["H37"], sha256, package.Length,
            TimeProvider.System.GetUtcNow()).ToBytes();
        using var sealer = new Sealer(sealedBy ?? peerSeal, TimeProvider.System);
        if (asReference)
        {
            Hub.Contents[sha256] = package;
        }

        return new DeliverMessage(
            deliveryId ?? Guid.CreateVersion7(), Guid.CreateVersion7(), attempt, Manifest.Edoc, "H37", 0, manifest,
            sealer.Seal(manifest), [], new TraceEntry("AXIS", TimeProvider.System.GetUtcNow()),
            asReference ? null : package, asReference ? new ContentReference(sha256, package.Length) : null);
    }

    /// <summary>A time-stamping authority under this adapter's roots, off at first, named in its settings.</summary>
    public TimeStampServer AddTimeStamps(TimeProvider? clock = null)
    {
        var server = new TimeStampServer(pki.IssueTimeStamping(), clock ?? TimeProvider.System);
        Options.TimeStampAuthority = server.Address;
        Options.TimeStampPatience = TimeStampRules.After / 2;
        Options.TimeStampRootsPath = Options.RootsPath;
        return server;
    }

    public X509Certificate2 Issue(string adapter, params string[] agencies)
    {
        var certificate = pki.Issue(adapter, agencies);
        Hub.Register(certificate);
        return certificate;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        hubSeal.Dispose();
        peerSeal.Dispose();
        pki.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static SealedMessage Seal<T>(T body, X509Certificate2 certificate)
    {
        using var sealer = new Sealer(certificate, TimeProvider.System);
        var bytes = WireJson.Write(body);
        return new SealedMessage(bytes, sealer.Seal(bytes));
    }
}
