using Axis.Hub.Platform.Work;
using Axis.Hub.Watch.Alerts;
using Axis.Hub.Watch.Clocks;
using Axis.Hub.Watch.Conditions;
using Axis.Hub.Watch.Outages;
using Axis.Hub.Watch.Reconcile;
using Axis.Hub.Watch.Tell;

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
        services.AddSingleton<OutageDesk>();
        services.AddSingleton<ReconciliationStore>();
        services.AddSingleton<DifferenceDesk>();
        return services;
    }

    /// <summary>What only a running hub does.</summary>
    public static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddRunning<WatchClocks>();
        services.AddRunning<TendAlerts>();
        services.AddRunning<TellAlerts>();
        services.AddRunning<ForgetAlerts>();
        services.AddSingleton<ConditionStore>();
        services.AddRunning<WatchConditions>();
        services.AddSingleton<CompareGate>();
        services.AddSingleton<ReconcileBooks>();
        services.AddRunning<ForgetReconciliations>();
        services.AddSingleton<AgencyOutages>();
        services.AddSingleton<AgencyDifferences>();
        return services;
    }
}
