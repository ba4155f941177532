using Agency.Adapter.Alerts;

namespace Agency.Adapter.AgencySystem.Webhook;

/// <summary>Calls to the agencies' systems.</summary>
internal static class WebhookComponent
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, AdapterOptions options)
    {
        foreach (var agency in options.Agencies.Where(agency => agency.Webhook.Url.Length > 0))
        {
            services.AddAlertWay<PostAlerts>(agency);
        }

        return services;
    }
}
