using Axis.Hub.Watch.Alerts;

namespace Axis.Hub.Watch;

/// <summary>Registers clocks and alerts.</summary>
internal static class WatchComponent
{
    /// <summary>What commands and pages rest on.</summary>
    public static IServiceCollection AddWatch(this IServiceCollection services)
    {
        services.AddSingleton<AlertStore>();
        services.AddSingleton<AlertDesk>();
        return services;
    }
}
