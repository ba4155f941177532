using Agency.Adapter.Alerts;
using Agency.Adapter.Incoming;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>The folder interface for the agencies' systems (issue point 18).</summary>
internal static class FolderComponent
{
    public static IServiceCollection AddFolder(this IServiceCollection services, AdapterOptions options)
    {
        services.AddSingleton<IPlacePackages, PlaceIntoFolder>();
        services.AddHostedService<CollectOutboxes>();
        foreach (var agency in options.Agencies.Where(agency => agency.Folder.Length > 0))
        {
            services.AddAlertWay<WriteAlerts>(agency);
        }

        return services;
    }
}
