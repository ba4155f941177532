using Agency.Adapter.Incoming;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>The folder interface for the agencies' systems (issue point 18).</summary>
internal static class FolderComponent
{
    public static IServiceCollection AddFolder(this IServiceCollection services)
    {
        services.AddSingleton<IPlacePackages, PlaceIntoFolder>();
        services.AddHostedService<CollectOutboxes>();
        return services;
    }
}
