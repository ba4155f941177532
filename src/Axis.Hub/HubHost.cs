using System.Net;
using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Calendar;
using Axis.Hub.Agencies.Endpoint;
using Axis.Hub.Console;
using Axis.Hub.Flow;
using Axis.Hub.Ledger;
using Axis.Hub.Mail;
using Axis.Hub.Operate;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Content;
using Axis.Hub.Platform.Health;
using Axis.Hub.Platform.Security;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Statements;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Watch;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Outages;
using Axis.Hub.Watch.Reconcile;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Axis.Hub;

/// <summary>
/// Puts the hub together: one process with two listeners (adapters by mutual TLS, the console on loopback), the consumers, the
/// pumps and the pages. Nothing is static, so several hubs may live in one process.
/// </summary>
internal static class HubHost
{
    /// <summary>How long half uploads and content that nothing refers to live (protocol.md 7).</summary>
    private static readonly TimeSpan ContentLife = TimeSpan.FromHours(24);

    /// <summary>
    /// Builds a hub that has not started. The database has to be migrated before it starts.
    /// </summary>
    /// <param name="options">Settings. An empty broker means the in-memory transport; <see cref="IAdapterQueues"/> then comes from <paramref name="configure"/>.</param>
    /// <param name="configure">Runs last: a service registered here takes the place of the hub's own (clock, registry, certificates, queues).</param>
    public static WebApplication Build(HubOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        // An empty builder: no settings file or variable of the host's directory decides how a hub that is embedded somewhere behaves.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(HubHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.Services.AddRouting();
        builder.Configuration.AddTelemetryVariables();

        // The host tells the end of a failed loop twice, the second time with its consequence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        _ = options.LogFormat == "json"
            ? builder.Logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            : builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => HubCertificates.Load(options.CertificateFolder));
        builder.Services.AddSingleton<IContentStore>(provider => new ContentDirectory(
            options.ContentFolder, options.PackageLimit, ContentLife, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddAxisTelemetry(options);
        builder.Services.AddLedger(options);
        builder.Services.AddRegistry();
        builder.Services.AddCalendar();
        builder.Services.AddFlow(options);
        builder.Services.AddOperate(options);
        builder.Services.AddStatements();
        builder.Services.AddRetries();
        builder.Services.AddDueTimeMoves();
        builder.Services.AddWatching();
        builder.Services.AddMailing(options);
        builder.Services.AddConsole(options);
        builder.Services.AddReadiness();

        // Last of all: consumers start when everything that they hand work to is running, and stop first.
        _ = options.Broker.Length == 0 ? builder.Services.AddEmbeddedBus(options) : builder.Services.AddAxisBus(options);
        builder.Services.AddOptions<KestrelServerOptions>()
            .Configure<HubCertificates>((kestrel, certificates) => Listen(kestrel, options, certificates));
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseRouting();
        app.UseAdapterListener();
        app.MapAdapterEndpoints();
        app.MapAlertsOfAdapters();
        app.MapOutagesOfAdapters();
        app.MapOpenItems();
        app.MapReconciliationsOfAdapters();
        app.MapConsole();
        app.MapReadiness();
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, HubOptions options, HubCertificates certificates)
    {
        kestrel.AddServerHeader = false;
        kestrel.ListenForAdapters(new Uri(options.AdapterEndpoint), certificates);
        var console = new Uri(options.ConsoleEndpoint);
        kestrel.Listen(IPAddress.TryParse(console.Host.Trim('[', ']'), out var address) ? address : IPAddress.Loopback, console.Port);
    }
}
