using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Agency.Adapter.Tests.AgencySystem;

/// <summary>A whole adapter with real Kestrel and a real spool, before a hub that stands in.</summary>
internal sealed class AdapterRig : IAsyncDisposable
{
    public const string KeyOfG22 = "axk_g22";
    public const string KeyOfH37 = "axk_h37";
    public const string KeyOfBoth = "axk_both";

    private readonly TestPki pki = new();
    private readonly X509Certificate2 hub;
    private readonly X509Certificate2 own;
    private readonly Action<AdapterOptions>? set;
    private WebApplication? app;

    private AdapterRig(Action<AdapterOptions>? set)
    {
        this.set = set;
        hub = pki.Issue("AXIS");
        own = pki.Issue("A1", "G22", "H37", "H41");
        Hub = new([hub, own], Directory.CreateDirectory(At("hub")).FullName);
        File.WriteAllText(At("own.pem"), own.ExportCertificatePem() + "\n" + own.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(At("roots.pem"), pki.RootPem);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("axis-rig-").FullName;

    public StandInHub Hub { get; }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Puts other ways of placing in at the next start.</summary>
    public Action<IServiceCollection>? Replace { get; set; }

    /// <summary>The adapter's clock.</summary>
    public ShiftedClock Clock { get; } = new();

    public IServiceProvider Services => app!.Services;

    public static async Task<AdapterRig> StartAsync(Action<AdapterOptions>? set = null)
    {
        var rig = new AdapterRig(set);
        await rig.StartAgainAsync();
        return rig;
    }

    /// <summary>Starts, or stops and starts over the same spool.</summary>
    public async Task StartAgainAsync()
    {
        await StopAsync();
        app = AdapterHost.Build(Options(), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton<IHubLink>(Hub);
            builder.Services.AddSingleton<IHubApi>(Hub);
            if (Replace is { } replace)
            {
                builder.Services.RemoveAll<IPlacePackages>();
                replace(builder.Services);
            }
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.StopAsync(TestContext.Current.CancellationToken);
            await app.DisposeAsync();
            app = null;
        }
    }

    /// <summary>A local system with this key; <c>null</c>: without one.</summary>
    public HttpClient Client(string? key)
    {
        var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Hub.Dispose();
        hub.Dispose();
        own.Dispose();
        pki.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    public string At(string name) => Path.Combine(Root, name);

    private AdapterOptions Options()
    {
        var options = new AdapterOptions
        {
            Code = "A1",
            SpoolFolder = At("spool"),
            CertificatePath = At("own.pem"),
            RootsPath = At("roots.pem"),
            LocalEndpoint = "http://127.0.0.1:0",
            DiskReserve = 0,
            RetryFirst = TimeSpan.FromMilliseconds(50),
        };
        options.Agencies.Add(new AgencyOptions { Code = "G22", Keys = { LocalKey.Hash(KeyOfG22), LocalKey.Hash(KeyOfBoth) } });
        options.Agencies.Add(new AgencyOptions { Code = "H37", Keys = { LocalKey.Hash(KeyOfH37), LocalKey.Hash(KeyOfBoth) } });
        set?.Invoke(options);
        return options;
    }
}
