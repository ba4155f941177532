namespace Axis.Hub.Platform.Work;

/// <summary>Registers what others ring and the host runs.</summary>
internal static class RunningServices
{
    /// <summary>One instance for both.</summary>
    public static IServiceCollection AddRunning<T>(this IServiceCollection services) where T : BackgroundService
    {
        services.AddSingleton<T>();
        return services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}
