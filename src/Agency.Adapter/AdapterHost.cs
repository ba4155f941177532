using System.Net.Security;
using Agency.Adapter.AgencySystem.Clerk;
using Agency.Adapter.AgencySystem.Folder;
using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Webhook;
using Agency.Adapter.Alerts;
using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming;
using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Marks;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Outgoing.Change;
using Agency.Adapter.Reconcile;
using Agency.Adapter.Retention;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Agency.Adapter.Statements;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts.Sealing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;

namespace Agency.Adapter;

/// <summary>Composition root: an adapter as a web application, started by its own program or many in one process.</summary>
internal static class AdapterHost
{
    /// <summary>Builds an adapter. Nothing runs, and no file is touched, before it is started.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="configure">Puts in or replaces services (a link, a clock) after the adapter's own.</param>
    public static WebApplication Build(AdapterOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        // An empty builder: no settings file or variable of the directory it is started in opens another address or changes a log.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "axis-adapter" });
        builder.WebHost.UseKestrelCore().UseUrls(options.LocalEndpoint);
        builder.Services.AddRouting();
        builder.Configuration.AddTelemetryVariables();
        AddLogs(builder.Logging, options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAdapterTelemetry(options);
        AddCertificates(builder.Services);
        AddSpool(builder.Services);
        AddHubLink(builder.Services, options);
        AddOutgoing(builder.Services);
        AddTimeStamps(builder.Services, options);
        AddIncoming(builder.Services);
        builder.Services.AddRest();
        builder.Services.AddClerkPage();
        builder.Services.AddAlerts();
        builder.Services.AddFolder(options);
        builder.Services.AddWebhooks(options);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapRest();
        app.MapClerkPage();
        app.MapAdapterMetrics();
        return app;
    }

    private static void AddLogs(ILoggingBuilder logging, AdapterOptions options)
    {
        logging.AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)

            // The host tells the end of a failed loop twice, the second time with its consequence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        _ = options.LogFormat == "json"
            ? logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))
            : logging.AddSimpleConsole(console => console.SingleLine = true);
    }

    private static void AddCertificates(IServiceCollection services)
    {
        services.AddSingleton<AdapterCertificates>();
        services.AddSingleton(provider => provider.GetRequiredService<AdapterCertificates>().Anchors);
        services.AddSingleton(provider => new Sealer(
            provider.GetRequiredService<AdapterCertificates>().Own, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICertificateSource, CertificateCache>();
        services.AddSingleton(provider => new SealVerifier(
            provider.GetRequiredService<ICertificateSource>(), provider.GetRequiredService<TrustAnchors>(),
            provider.GetRequiredService<TimeProvider>(),
            new SealVerifierOptions { TimeStampAuthorities = provider.GetRequiredService<AdapterCertificates>().TimeStampAuthorities }));
    }

    private static void AddSpool(IServiceCollection services)
    {
        services.AddSingleton<SpoolDatabase>();
        services.AddSingleton<ContentStore>();
        services.AddSingleton<DiskSpace>();
        services.AddSingleton<Pulses>();
        services.AddHostedService<PurgePump>();
        services.AddSingleton<AgencyDirectory>();
        services.AddSingleton<ReadDirectory>();
        services.AddSingleton<ServedAgencies>();
    }

    private static void AddHubLink(IServiceCollection services, AdapterOptions options)
    {
        services.TryAddSingleton<IHubLink>(provider => ActivatorUtilities.CreateInstance<RabbitHubLink>(
            provider, provider.GetRequiredService<AdapterCertificates>().Broker));
        services.AddSingleton<HubSeal>();
        services.AddSingleton<LinkWatch>();
        services.AddSingleton<IHubApi, HttpHubApi>();
        AddHubClient(services, HttpHubApi.Contents, options);
        AddHubClient(services, HttpHubApi.Calls, options)
            .AddStandardResilienceHandler(resilience => resilience.Retry.DisableForUnsafeHttpMethods());
        services.AddHostedService<ReadQueue>();
        services.AddHostedService<HeartbeatPump>();
        services.AddHostedService<SignPump>();
        services.AddHostedService<DirectoryPump>();
        services.AddSingleton<ReadBooks>();
        services.AddSingleton<PostBooks>();
        services.AddHostedService<ReconcilePump>();
    }

    private static IHttpClientBuilder AddHubClient(IServiceCollection services, string name, AdapterOptions options) =>
        services.AddHttpClient(name, http =>
            {
                // Every call carries its own patience.
                http.BaseAddress = new Uri(options.HubEndpoint.TrimEnd('/') + "/");
                http.Timeout = Timeout.InfiniteTimeSpan;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                SslOptions = Tls(provider, options.HubEndpoint, identified: true),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    private static SslClientAuthenticationOptions Tls(IServiceProvider provider, string address, bool identified = false)
    {
        var certificates = provider.GetRequiredService<AdapterCertificates>();
        var tls = certificates.Hub.For(new Uri(address).Host).Options();
        tls.ClientCertificates = identified ? [certificates.Own] : null;
        return tls;
    }

    private static void AddOutgoing(IServiceCollection services)
    {
        services.AddSingleton<CheckPackage>();
        services.AddSingleton<FindSent>();
        services.AddSingleton<FindDoorFacts>();
        services.AddSingleton<CheckBeforeSending>();
        services.AddSingleton<SealPackage>();
        services.AddSingleton<FindTarget>();
        services.AddSingleton<ApplyReceipts>();
        services.AddSingleton<ISubmitPackages, SubmitPackages>();
        services.AddSingleton<AskAfterwards>();
        services.AddSingleton<FindStanding>();
        services.AddSingleton<ChangeGround>();
        services.AddSingleton<JudgeRequests>();
        services.AddSingleton<AskChanges>();
        services.AddSingleton<SendVersions>();
        services.AddSingleton<AnswerChanges>();
        services.AddSingleton<ITrackSubmissions, TrackSubmissions>();
        services.AddHostedService<UploadPump>();
        services.AddHostedService<SubmitPump>();
        services.AddHostedService<RereadPump>();
    }

    private static void AddTimeStamps(IServiceCollection services, AdapterOptions options)
    {
        services.AddSingleton<TimeStampWatch>();
        if (options.TimeStampAuthority.Length > 0)
        {
            services.AddHttpClient(TimeStampSource.Pipeline, http => http.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
                {
                    ConnectTimeout = options.TimeStampPatience,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                    SslOptions = Tls(provider, options.TimeStampAuthority),
                })
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
            services.AddSingleton<ITimeStampAuthority, TimeStampSource>();
            services.AddSingleton(provider => new TimeStamper(
                provider.GetRequiredService<ITimeStampAuthority>(), provider.GetRequiredService<AdapterCertificates>().TimeStampAuthorities!,
                provider.GetRequiredService<TimeProvider>()));
        }

        services.AddHostedService<TimeStampPump>();
    }

    private static void AddIncoming(IServiceCollection services)
    {
        services.AddSingleton<Receive>();
        services.AddSingleton<FindRequests>();
        services.AddSingleton<ApplyMarks>();
        services.AddSingleton<VerifyDelivery>();
        services.AddSingleton<ReadStatements>();
        services.AddSingleton<StatementFiles>();
        services.AddSingleton<ArriveStatus>();
        services.AddSingleton<IInbox, Inbox>();
        services.AddHostedService<VerifyPump>();
        services.AddHostedService<FetchPump>();
        services.AddHostedService<PlacePump>();
        services.AddHostedService<AcknowledgePump>();
    }
}
