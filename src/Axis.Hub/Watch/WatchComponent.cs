using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Clocks;

namespace Axis.Hub.Watch;

/// <summary>Registers clocks and alerts.</summary>
internal static class WatchComponent
{
    /// <summary>What commands and pages rest on.</summary>
    public static IServiceCollection AddWatch(this IServiceCollection services)
    {
        services.AddSingleton<AlertStore>();
        services.AddSingleton<AlertDesk>();
        services.AddSingleton<ClockStore>();
        services.AddSingleton<ClockDesk>();
        return services;
    }

    /// <summary>What only a running hub does.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddSingleton<WatchClocks>();
        services.AddHostedService(provider => provider.GetRequiredService<WatchClocks>());
        return services;
    }
}
