using Agency.Adapter.AgencySystem.Rest.Agencies;
using Agency.Adapter.AgencySystem.Rest.Alerts;
using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.AgencySystem.Rest.Health;
using Agency.Adapter.AgencySystem.Rest.Inbox;
using Agency.Adapter.AgencySystem.Rest.Items;
using Agency.Adapter.AgencySystem.Rest.Outages;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.AgencySystem.Rest.Reconciliations;
using Agency.Adapter.AgencySystem.Rest.Statements;
using Agency.Adapter.AgencySystem.Rest.Statuses;
using Agency.Adapter.Outgoing;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>The REST interface for the agencies' systems (issue point 17).</summary>
internal static class RestComponent
{
    public static IServiceCollection AddRest(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => RestJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<LocalSystems>();
        services.AddSingleton<AnswerFailures>();
        services.AddSingleton<FormFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<FormFolder>());
        services.AddSingleton<PackageIntake>();
        services.AddSingleton<ExplainState>();
        services.AddSingleton<PackageBodiesFrom>();
        services.AddSingleton<FindItems>();
        services.AddSingleton<ActOnItems>();
        services.AddSingleton<AgencyOutages>();
        services.AddSingleton<CloseDifferences>();
        services.AddSingleton<FindStatements>();
        services.AddSingleton<SentFiles>();
        services.AddRestDescription();
        return services;
    }

    public static WebApplication MapRest(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/v1"), branch => branch.UseMiddleware<AnswerFailures>());
        var v1 = app.MapGroup("/v1").WithMetadata(
            new KeyNeeded(), new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized, typeof(Problem), [Problem.ContentType]));
        var packages = v1.MapGroup("").WithTags("Packages");
        PackageEndpoints.Map(packages);
        CheckEndpoint.Map(packages);
        AfterwardEndpoints.Map(packages);
        ChangeEndpoints.Map(packages);
        VersionEndpoints.Map(packages);
        var inbox = v1.MapGroup("").WithTags("Inbox");
        InboxEndpoints.Map(inbox);
        AnswerEndpoint.Map(inbox);
        StatusEndpoints.Map(v1.MapGroup("").WithTags("Statuses"));
        AgencyEndpoints.Map(v1.MapGroup("").WithTags("Agencies"));
        StatementEndpoints.Map(v1.MapGroup("").WithTags("Statements"));
        ItemEndpoints.Map(v1.MapGroup("").WithTags("Items"));
        OutageEndpoints.Map(v1.MapGroup("").WithTags("Outages"));
        AlertEndpoints.Map(v1.MapGroup("").WithTags("Alerts"));
        ReconciliationEndpoints.Map(v1.MapGroup("").WithTags("Reconciliations"));
        HealthEndpoint.Map(app.MapGroup("").WithTags("Health"));
        app.MapOpenApi();
        return app;
    }
}
