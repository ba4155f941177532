using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Axis.Hub.Mail;
using Axis.Hub.Operate.Audit;
using Axis.Hub.Operate.Cancels;
using Axis.Hub.Operate.Queues;
using Axis.Hub.Operate.Stuck;
using Axis.Hub.Operate.Trace;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Statements.OpenItems;
using Axis.Hub.Watch;
using Axis.Hub.Watch.Alerts;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Axis.Hub.Console;

/// <summary>The read-only page and its API: the shell; each page lies with its feature.</summary>
internal static class ConsoleComponent
{
    private const string Style = "Console/console.css";

    /// <summary>JSON of the API: camelCase, enums as words, absent values left out.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <exception cref="InvalidOperationException">The console endpoint is not on loopback.</exception>
    public static IServiceCollection AddConsole(this IServiceCollection services, HubOptions options)
    {
        services.AddSingleton(new ConsoleDoor(options.ConsoleEndpoint));
        services.AddRazorComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBrokerQueues>(provider => options.Broker.Length == 0
            ? new NoBrokerQueues()
            : RabbitQueues.Beside(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ListQueues>(provider, options));
        services.AddSingleton<TraceStore>();
        services.TryAddSingleton<OpenItemStore>();
        services.AddSingleton<StuckStore>();
        services.AddSingleton<CancelStore>();
        services.AddSingleton<NoticeStore>();
        services.AddWatch();
        services.AddMail();
        services.AddHostedService<SampleBacklog>();
        return services;
    }

    /// <summary>Maps the pages, the API and the metrics, all behind the console's door.</summary>
    public static WebApplication MapConsole(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<ConsoleDoor>();
        app.Use((context, next) => GuardAsync(door, context, next));
        var console = app.MapGroup("").WithMetadata(ConsoleOnly.Mark);
        console.MapGet("/console.css", () => Results.Stream(typeof(ConsoleComponent).Assembly.GetManifestResourceStream(Style)!, "text/css; charset=utf-8"));
        console.MapAxisMetrics();
        QueueEndpoints.Map(console);
        TraceEndpoints.Map(console);
        StuckEndpoints.Map(console);
        AlertEndpoints.Map(console);
        AgencyEndpoints.Map(console);
        MailEndpoints.Map(console);
        return app;
    }

    private static Task GuardAsync(ConsoleDoor door, HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ConsoleOnly>() is null)
        {
            return next(context);
        }

        if (!door.Admits(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }
}
